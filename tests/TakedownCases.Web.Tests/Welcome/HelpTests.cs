using System.Net;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Welcome;

public sealed class HelpTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await TestApp.StartAsync(options: new TestAppOptions { Clock = new() });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("en", "GB", "tel:999", "tel:08001111", "tel:116123")]
    [InlineData("fr", "FR", "tel:112", "tel:119", "tel:3114")]
    [InlineData("en", "US", "tel:911", "tel:18008435678", "tel:988")]
    public async Task A_country_is_chosen_with_the_form_and_without_script(
        string language, string country, string danger, string young, string suicide)
    {
        using var visitor = _app.NewSession();
        var page = await visitor.GetAsync($"/{language}/help");
        var form = page.Find("main form");
        Assert.Equal("get", form.GetAttribute("method"));
        Assert.NotNull(form.QuerySelector($"select option[value='{country}']"));

        var chosen = await visitor.GetAsync($"{form.GetAttribute("action")}?{form.QuerySelector("select")!.GetAttribute("name")}={country}");

        Assert.Equal(country, chosen.Find("main select option[selected]").GetAttribute("value"));
        Assert.NotNull(chosen.Document.QuerySelector($"section[aria-labelledby='danger'] a[href='{danger}']"));
        Assert.NotNull(chosen.Document.QuerySelector($"section[aria-labelledby='young'] a[href='{young}']"));
        Assert.NotNull(chosen.Document.QuerySelector($"section[aria-labelledby='dark'] a[href='{suicide}']"));
    }

    [Theory]
    [InlineData("/en/help")]
    [InlineData("/en/help?country=")]
    [InlineData("/en/help?country=XX")]
    [InlineData("/en/help?country=INT")]
    [InlineData("/en/help?country=%3Cscript%3E")]
    [InlineData("/en/help?country=GB%00&country=FR")]
    public async Task An_unknown_country_gets_the_international_numbers(string path)
    {
        using var visitor = _app.NewSession();

        var page = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.Document.QuerySelector("section[aria-labelledby='danger'] a[href='tel:112']"));
        Assert.Contains("Choose your country", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("script>", page.Find("main").InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Small_letters_are_a_country_too()
    {
        using var visitor = _app.NewSession();

        var page = await visitor.GetAsync("/en/help?country=ie");

        Assert.Equal("IE", page.Find("main select option[selected]").GetAttribute("value"));
    }

    [Fact]
    public async Task Blackmail_is_answered_with_what_to_do_now()
    {
        using var visitor = _app.NewSession();

        var advice = (await visitor.GetAsync("/en/help")).Find("section[aria-labelledby='threat']").TextContent;

        Assert.All(
            new[] { "Do not pay", "Send nothing more", "Stop replying", "Keep the messages and the account" },
            words => Assert.Contains(words, advice, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Links_to_others_tell_them_nothing_about_where_a_person_came_from()
    {
        using var visitor = _app.NewSession();

        var links = (await visitor.GetAsync("/en/help?country=GB")).Document.QuerySelectorAll("main a[href^='http']");

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Equal("noreferrer", link.GetAttribute("rel")));
    }

    [Theory]
    [InlineData("2027-03-01T09:00:00Z", "at work right now. We answer in writing")]
    [InlineData("2027-03-01T18:30:00Z", "Nobody of our team is at work right now. We are back on 2 March 2027, 09:00 (Paris time)")]
    [InlineData("2027-12-24T20:00:00Z", "We are back on 27 December 2027, 09:00 (Paris time)")]
    public async Task The_page_says_whether_one_of_us_is_at_work_and_when_next(string now, string words)
    {
        _app.Clock.Set(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        using var visitor = _app.NewSession();

        var page = await visitor.GetAsync("/en/help");

        Assert.Contains(words, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_must_be_passed_on_stands_on_the_page_about_us_in_both_languages()
    {
        using var visitor = _app.NewSession();

        Assert.Contains("we tell the emergency services", (await visitor.GetAsync("/en/about")).Find("#law").ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("nous prévenons les secours", (await visitor.GetAsync("/fr/about")).Find("#law").ParentElement!.TextContent, StringComparison.Ordinal);
    }
}
