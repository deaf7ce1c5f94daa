using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Tests.Hosting;

public sealed class QuickExitTests
{
    [Theory]
    [InlineData("/exit", "https://worldweather.wmo.int/en/home.html")]
    [InlineData("/fr/exit", "https://worldweather.wmo.int/fr/home.html")]
    public async Task Leaving_forgets_the_draft_and_goes_to_the_weather(string path, string destination)
    {
        using var app = new HostingApp();

        var response = await app.Browser().GetAsync(path);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(destination, response.Headers.Location!.AbsoluteUri);
        var cookies = response.Headers.GetValues("Set-Cookie").ToList();
        Assert.Contains(cookies, cookie => cookie.StartsWith("__Host-f=; ", StringComparison.Ordinal));
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("=; expires=Thu, 01 Jan 1970", cookie, StringComparison.Ordinal);
            Assert.Contains("secure", cookie, StringComparison.Ordinal);
        });
        Assert.Equal("\"cache\", \"storage\"", Assert.Single(response.Headers.GetValues("Clear-Site-Data")));
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Leaving_goes_where_the_operator_says()
    {
        using var app = new HostingApp(("Installation:ExitUrl", "https://news.example.org/today"));

        var response = await app.Browser().GetAsync("/exit");

        Assert.Equal("https://news.example.org/today", response.Headers.Location!.AbsoluteUri);
    }

    [Fact]
    public async Task Leaving_runs_every_hook_and_survives_one_that_fails()
    {
        var ran = 0;
        using var app = new HostingApp
        {
            Registered = services =>
            {
                services.AddSingleton<OnExit>((_, _) => throw new InvalidOperationException("the database is away"));
                services.AddSingleton<OnExit>((_, _) =>
                {
                    ran++;
                    return ValueTask.CompletedTask;
                });
            },
        };

        var response = await app.Browser().GetAsync("/exit");

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(1, ran);
    }

    [Fact]
    public async Task Another_site_cannot_throw_a_draft_away()
    {
        using var app = new HostingApp();
        var request = new HttpRequestMessage(HttpMethod.Get, "/exit");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        var response = await app.Browser().SendAsync(request);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }
}
