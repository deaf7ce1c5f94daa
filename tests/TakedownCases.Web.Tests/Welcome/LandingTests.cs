using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using TakedownCases.Testing;
using TakedownCases.Web.Localization;
using TakedownCases.Web.Tests.Look;

namespace TakedownCases.Web.Tests.Welcome;

public sealed class LandingTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("en", "Report private pictures of you", "Start")]
    [InlineData("fr", "Signaler des images intimes de vous", "Commencer")]
    public async Task The_landing_page_says_what_it_is_and_leads_everywhere(string language, string title, string start)
    {
        using var visitor = _app.NewSession();

        var page = await visitor.GetAsync($"/{language}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(title, page.Find("h1").TextContent);
        Assert.Equal(start, page.Find($"main a[href='/{language}/f']").TextContent.Trim());
        Assert.All(new[] { "k", "help", "about" }, path => Assert.NotNull(page.Document.QuerySelector($"main a[href='/{language}/{path}']")));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Search_engines_may_list_the_landing_page_and_are_told_of_the_other_language(string language)
    {
        using var visitor = _app.NewSession();

        var page = await visitor.GetAsync($"/{language}");

        Assert.Null(page.Header("X-Robots-Tag"));
        Assert.Null(page.Document.QuerySelector("meta[name='robots']"));
        Assert.InRange(page.Find("meta[name='description']").GetAttribute("content")!.Length, 60, 170);
        Assert.Equal(
            ["https://localhost/en", "https://localhost/fr"],
            page.Document.QuerySelectorAll("link[rel='alternate'][hreflang]").Select(link => link.GetAttribute("href")!));
    }

    [Theory]
    [InlineData("/en/help")]
    [InlineData("/en/about")]
    [InlineData("/fr/privacy")]
    [InlineData("/fr/help?country=FR")]
    public async Task Search_engines_may_list_no_other_page(string path)
    {
        using var visitor = _app.NewSession();

        var page = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("noindex", page.Header("X-Robots-Tag"), StringComparison.Ordinal);
        Assert.Contains("noindex", page.Find("meta[name='robots']").GetAttribute("content"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sitemap_names_the_landing_pages_and_nothing_else()
    {
        using var visitor = _app.NewSession();

        var map = XDocument.Parse((await visitor.GetAsync("/sitemap.xml")).Body);

        Assert.Equal(
            Languages.Shipped.Select(language => $"https://localhost/{language.Code}"),
            map.Descendants().Where(element => element.Name.LocalName == "loc").Select(element => element.Value));
    }

    [Fact]
    public async Task Robots_are_let_into_the_landing_page_of_every_language_and_nowhere_else()
    {
        using var visitor = _app.NewSession();

        var lines = (await visitor.GetAsync("/robots.txt")).Body.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("Disallow: /", lines[^1]);
        var allowed = lines.Where(line => line.StartsWith("Allow: /", StringComparison.Ordinal)).Select(line => line[7..]);
        Assert.Equal(
            Languages.Shipped.Select(language => $"/{language.Code}$").Append("/$").Append("/sitemap.xml$").Order(StringComparer.Ordinal),
            allowed.Where(path => path.EndsWith('$')).Order(StringComparer.Ordinal));
        Assert.Equal(["/css/", "/js/", "/icons.svg", "/favicon"], allowed.Where(path => !path.EndsWith('$')));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/help")]
    [InlineData("/help?country=CH")]
    [InlineData("/about")]
    [InlineData("/privacy")]
    public async Task No_page_before_the_form_sets_a_cookie_or_asks_another_host(string path)
    {
        foreach (var language in Languages.Shipped)
        {
            using var visitor = _app.NewSession();

            var page = await visitor.GetAsync($"/{language.Code}{path}");

            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Null(page.Header("Set-Cookie"));
            Assert.Empty(visitor.Cookies.Cookies);
            Assert.Single(page.Document.QuerySelectorAll("h1"));
            Assert.All(Loaded(page), address => Assert.StartsWith("/", address, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_first_page_needs_at_most_five_requests_and_twenty_five_kilobytes()
    {
        using var visitor = _app.NewSession();
        var page = await visitor.GetAsync("/fr");
        var loaded = Loaded(page);

        var bytes = BrotliSize(page.Body);
        foreach (var address in loaded)
        {
            var path = address.Split('?')[0].TrimStart('/');
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(address)).Status);
            bytes += Assets.BrotliSize(Unhashed(path));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"first page: {1 + loaded.Count} requests, {bytes} bytes with brotli");
        Assert.InRange(1 + loaded.Count, 2, 5);
        Assert.InRange(bytes, 1, 25 * 1024);
    }

    // Everything the browser fetches by itself.
    private static List<string> Loaded(WebPage page)
        => [.. page.Document.QuerySelectorAll("link[rel='stylesheet'], link[rel='icon']").Select(link => link.GetAttribute("href")!)
            .Concat(page.Document.QuerySelectorAll("script, img, iframe").Select(element => element.GetAttribute("src")!))
            .Concat(page.Document.QuerySelectorAll("use").Select(use => use.GetAttribute("href")!.Split('#')[0]))
            .Distinct()];

    // A fingerprint may stand in the name: site.abc123.css.
    private static string Unhashed(string path)
    {
        var parts = path.Split('.');
        return parts.Length > 2 ? $"{parts[0]}.{parts[^1]}" : path;
    }

    private static int BrotliSize(string text)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(Encoding.UTF8.GetBytes(text));
        }

        return (int)packed.Length;
    }
}
