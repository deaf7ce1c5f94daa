using System.Net;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Tests.Hosting;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Too_many_requests_get_a_page_that_keeps_the_form_and_says_how_long()
    {
        using var app = new HostingApp(("RateLimits:PerMinute", "2"));
        var browser = app.Browser();
        await browser.GetAsync("/en/trial/form");
        await browser.GetAsync("/en/trial/form");

        var response = await browser.PostAsync("/fr/trial/form", ("words", "typed"));
        var page = await response.PageAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("Merci de patienter un instant", page.QuerySelector("h1")!.TextContent);
        Assert.Contains(page.Fields(), f => f == ("words", "typed"));
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/exit")]
    [InlineData("/health/live")]
    [InlineData("/robots.txt")]
    public async Task Leaving_health_and_static_files_are_never_limited(string path)
    {
        using var app = new HostingApp(("RateLimits:PerMinute", "1"));
        var browser = app.Browser();
        await browser.GetAsync("/en/trial/form");

        var response = await browser.GetAsync(path);

        Assert.NotEqual(HttpStatusCode.TooManyRequests, response.StatusCode);
    }

    [Fact]
    public async Task Keys_have_a_stricter_limit_of_their_own()
    {
        using var app = new HostingApp(("RateLimits:KeysPerTenMinutes", "2"));
        var browser = app.Browser();

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
        {
            statuses.Add((await browser.PostWithTokenAsync("/en/trial/key")).StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], statuses);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/en/trial/form")).StatusCode);
    }

    [Fact]
    public async Task Filing_is_marked_and_slowed_but_never_refused()
    {
        using var app = new HostingApp(("RateLimits:FilingStepsPerTenMinutes", "1"), ("RateLimits:FilingDelay", "00:00:00.010"));
        var browser = app.Browser();

        Assert.Equal("filed checked", await FileAsync(browser));
        Assert.Equal("filed True", await FileAsync(browser));
        Assert.Equal("filed True", await FileAsync(browser));
    }

    [Fact]
    public void A_network_has_one_bucket_for_a_day()
    {
        var clock = new FixedClock();
        var buckets = new NetworkBuckets(clock);

        Assert.Equal(buckets.Of(IPAddress.Parse("192.0.2.1")), buckets.Of(IPAddress.Parse("192.0.2.254")));
        Assert.Equal(buckets.Of(IPAddress.Parse("192.0.2.1")), buckets.Of(IPAddress.Parse("::ffff:192.0.2.1")));
        Assert.Equal(buckets.Of(IPAddress.Parse("2001:db8:1:2::3")), buckets.Of(IPAddress.Parse("2001:db8:1:ffff::9")));
        Assert.NotEqual(Spread(buckets, 0), Spread(buckets, 1));
        var today = Spread(buckets, 0);
        clock.Now += TimeSpan.FromDays(1);
        Assert.NotEqual(today, Spread(buckets, 0));
        Assert.All(Spread(buckets, 2), bucket => Assert.InRange(bucket, 0, NetworkBuckets.Count - 1));
    }

    private static int[] Spread(NetworkBuckets buckets, byte first)
        => [.. Enumerable.Range(0, 64).Select(i => buckets.Of(new IPAddress([10, first, (byte)i, 1])))];

    private static async Task<string> FileAsync(HttpClient browser)
        => await (await browser.PostWithTokenAsync("/en/trial/file")).Content.ReadAsStringAsync();
}
