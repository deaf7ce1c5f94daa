using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Testing;
using Xunit.Sdk;

namespace TakedownCases.Browser.Tests;

/// <summary>The browser ring watches what it says it watches; each watch is seen to bark.</summary>
public sealed class HarnessTests(BrowserFixture browser) : IAsyncLifetime
{
    private const string Clean =
        "<!doctype html><html lang=en><title>Hello</title><link rel=icon href='data:,'><main><h1>Hello</h1></main>";

    private TestApp? _app;

    private TestApp App => _app ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync()
        => _app = await TestApp.StartForBrowsersAsync(options: new TestAppOptions
        {
            Services = services => services.AddSingleton<IStartupFilter>(new Pages()),
        });

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    [Fact]
    public async Task Chromium_opens_a_page_of_the_app_and_axe_finds_nothing()
        => await browser.VisitInEveryLookAsync(App, new VisitOptions { BypassCsp = true }, async visit =>
        {
            var response = await visit.OpenAsync("/harness/clean");

            Assert.Equal(200, response.Status);
            Assert.Equal("Hello", await visit.Page.InnerTextAsync("h1"));
            await visit.CheckAccessibilityAsync();
            await visit.ScreenshotAsync("harness-clean");
        });

    [Fact]
    public async Task A_page_works_with_script_off()
        => await browser.VisitAsync(App, new VisitOptions { Script = false, Locale = "fr-FR" }, async visit =>
        {
            await visit.OpenAsync("/harness/clean");

            Assert.Equal("Hello", await visit.Page.InnerTextAsync("h1"));
            Assert.Single(visit.Requests);
        });

    [Fact]
    public async Task A_cookie_named_host_is_kept()
        => await browser.VisitAsync(App, new VisitOptions(), async visit =>
        {
            await visit.OpenAsync("/harness/cookie");

            var cookie = Assert.Single(await visit.Page.Context.CookiesAsync());
            Assert.Equal("__Host-harness", cookie.Name);
        });

    [Theory]
    [InlineData("/harness/inline", "Content Security Policy")]
    [InlineData("/harness/foreign", "another host: https://media.example.org/")]
    [InlineData("/harness/throws", "script: ")]
    public async Task A_visit_fails_when_the_page_misbehaves(string path, string reason)
    {
        var visiting = browser.VisitAsync(App, new VisitOptions(), visit => visit.OpenAsync(path));

        var failure = await Assert.ThrowsAsync<TrueException>(() => visiting);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Axe_fails_a_page_that_cannot_be_read()
    {
        var visiting = browser.VisitAsync(App, new VisitOptions { BypassCsp = true }, async visit =>
        {
            await visit.OpenAsync("/harness/unlabelled");
            await visit.CheckAccessibilityAsync();
        });

        var failure = await Assert.ThrowsAsync<TrueException>(() => visiting);
        Assert.Contains("label (critical)", failure.Message, StringComparison.Ordinal);
    }

    private sealed class Pages : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, following) =>
            {
                var page = Page(context.Request.Path);
                if (page is null)
                {
                    await following(context);
                    return;
                }

                if (context.Request.Path == "/harness/cookie")
                {
                    context.Response.Cookies.Append(
                        "__Host-harness", "1", new CookieOptions { Secure = true, HttpOnly = true, Path = "/" });
                }

                context.Response.ContentType = "text/html; charset=utf-8";
                if (context.Request.Path == "/harness/inline")
                {
                    context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; img-src data:";
                }

                await context.Response.WriteAsync(page);
            });
            next(app);
        };

        private static string? Page(PathString path) => path.Value switch
        {
            "/harness/clean" or "/harness/cookie" => Clean,
            "/harness/inline" => Clean + "<script>document.title = 'ran'</script>",
            "/harness/foreign" => Clean + "<img alt='' src='https://media.example.org/1.png'>",
            "/harness/throws" => Clean + "<script>throw new Error('broken')</script>",
            "/harness/unlabelled" => Clean + "<input name=a>",
            _ => null,
        };
    }
}
