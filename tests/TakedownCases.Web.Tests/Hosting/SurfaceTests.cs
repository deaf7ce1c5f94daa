using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Web.Health;

namespace TakedownCases.Web.Tests.Hosting;

public sealed class SurfaceTests
{
    [Theory]
    [InlineData("fr-CH, en;q=0.5", "/fr")]
    [InlineData("ja", "/en")]
    public async Task The_root_leads_to_the_browsers_language(string header, string destination)
    {
        using var app = new HostingApp();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Accept-Language", header);

        var response = await app.Browser().SendAsync(request);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(destination, response.Headers.Location!.OriginalString);
        Assert.Contains("Accept-Language", response.Headers.Vary);
    }

    [Theory]
    [InlineData("/xx/trial/form")]
    [InlineData("/EN2/")]
    [InlineData("/qps/trial/form")]
    public async Task A_language_that_is_not_there_gets_a_page_with_those_that_are(string path)
    {
        using var app = new HostingApp(("Localization:TestLanguages", "false"));

        var response = await app.Browser().GetAsync(path);
        var page = await response.PageAsync();

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(["/en", "/fr"], page.QuerySelectorAll("main nav a[hreflang]").Select(a => a.GetAttribute("href")!).Intersect(["/en", "/fr"]));
    }

    [Theory]
    [InlineData("qps", "ltr")]
    [InlineData("qps-rtl", "rtl")]
    public async Task Test_languages_show_pages_with_brackets(string code, string direction)
    {
        using var app = new HostingApp(("Localization:TestLanguages", "true"));

        var page = await (await app.Browser().GetAsync($"/{code}/nothing")).PageAsync();

        Assert.StartsWith("[", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(direction, page.DocumentElement.GetAttribute("dir"));
    }

    [Theory]
    [InlineData("/health/live", HttpStatusCode.OK, "live")]
    [InlineData("/health/ready", HttpStatusCode.ServiceUnavailable, "failing: keys, database")]
    [InlineData("/health/jobs", HttpStatusCode.OK, "on time")]
    public async Task Health_names_what_fails_and_nothing_more(string path, HttpStatusCode status, string text)
    {
        using var app = new HostingApp
        {
            Registered = services => services
                .AddSingleton(new ReadinessCheck("keys", (_, _) => Task.FromResult(false)))
                .AddSingleton(new ReadinessCheck("database", (_, _) => throw new InvalidOperationException("canary")))
                .AddSingleton(new JobsCheck("sweeps", (_, _) => Task.FromResult(new JobsAnswer(true, "none")))),
        };

        var response = await app.Browser().GetAsync(path);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(text, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_log_line_holds_a_path_a_query_a_body_or_a_browser_even_at_trace()
    {
        using var app = new HostingApp(("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft.AspNetCore", "Trace"),
            ("Logging:LogLevel:Microsoft.AspNetCore.Mvc", "Trace"));
        var browser = app.Browser();
        browser.DefaultRequestHeaders.UserAgent.ParseAdd("canary-browser/1.0");

        await browser.GetAsync("/en/canary-path?q=canary-query");
        await browser.PostWithTokenAsync("/en/trial/form?q=canary-query", ("words", "canary-body"));
        await browser.PostAsync("/en/trial/form", ("words", "canary-body"));
        await browser.PostAsync("/en/trial/broken", ("words", "canary-body"));

        Assert.NotEmpty(app.Logged);
        Assert.DoesNotContain(app.Logged, line => line.Contains("canary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_real_server_hides_its_name_and_answers_a_body_of_unknown_length()
    {
        using var app = new HostingApp();
        app.UseKestrel(0);
        app.StartServer();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var browser = new HttpClient { BaseAddress = new Uri(address) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/en/trial/form");
        request.Headers.TransferEncodingChunked = true;
        request.Content = new FormUrlEncodedContent([KeyValuePair.Create("words", new string('x', 5 * 1024 * 1024))]);

        var response = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.False(response.Headers.Contains("Server"));
        Assert.Contains("<h1>That is too much at once</h1>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
