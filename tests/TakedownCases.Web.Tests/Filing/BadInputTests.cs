using System.Globalization;
using System.Net;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Filing;

/// <summary>Whatever is typed: a clear message, nothing lost, nothing in a log.</summary>
public sealed class BadInputTests
{
    private const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Fact]
    public async Task Of_501_places_500_are_taken_and_the_last_is_still_there()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        var journey = await ToWhereAsync(visitor);
        var places = Enumerable.Range(1, 501).Select(n => string.Create(CultureInfo.InvariantCulture, $"https://example.org/p/{n}"));
        await journey.AnswerAsync(("Where", string.Join('\n', places)));

        Assert.Contains("500 places fit into one request", journey.Page.Text, StringComparison.Ordinal);
        Assert.Equal("https://example.org/p/501", journey.Page.Find("textarea#Where").TextContent.Trim());
        Assert.Equal(500, journey.Page.Document.QuerySelectorAll("ol.places > li").Length);

        await journey.AnswerAsync(("Where", ""));
        Assert.StartsWith("/en/f/4", Journey.At(journey.Page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text before data:image/png;base64," + Png + " text after")]
    [InlineData("text before " + Png + " text after")]
    public async Task A_pasted_picture_is_taken_out_said_and_nowhere_kept(string pasted)
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        var journey = await DraftTests.ToWhatAsync(visitor, "en");
        var page = await visitor.SubmitAsync(journey.Page, Journey.Form, ("Words", pasted));

        Assert.Contains("A picture was pasted here", page.Text, StringComparison.Ordinal);
        Assert.Contains("text before", page.Find("textarea#Words").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("iVBOR", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Logs, line => line.Everything.Contains("iVBOR", StringComparison.Ordinal));
        var again = await visitor.OpenAsync(journey.Page.Path);
        Assert.DoesNotContain("iVBOR", again.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_very_long_text_comes_back_whole_with_a_message()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        var journey = await DraftTests.ToWhatAsync(visitor, "en");
        var text = new string('a', 900_000) + " the end";
        var page = await visitor.SubmitAsync(journey.Page, Journey.Form, ("Words", text));
        Assert.Contains("too long by", page.Text, StringComparison.Ordinal);
        Assert.Equal(text, page.Find("textarea#Words").TextContent.Trim());

        var more = await visitor.SubmitAsync(journey.Page, Journey.Form, ("Words", new string('a', 1_100_000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, more.Status);
        Assert.Equal(1_100_000, more.Find("textarea[name=Words]").TextContent.Trim().Length);
    }

    [Fact]
    public async Task Control_signs_and_overrides_go_and_markup_stays_words()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        var journey = await DraftTests.ToWhatAsync(visitor, "en");
        await journey.AnswerAsync(("Words", "<script>alert(1)</script> & a\0b c\u202Ed \u0007"));
        await journey.OpenAsync("/en/f/4");
        Assert.Equal("<script>alert(1)</script> & ab cd", journey.Page.Find("textarea#Words").TextContent.Trim());
        Assert.Empty(journey.Page.Document.QuerySelectorAll("main script"));
    }

    [Theory]
    [InlineData("javascript:alert(1)", "a piece of a program")]
    [InlineData("https://ada:secret@example.org/x", "a user name or password")]
    [InlineData("http://localhost/x", "only on one device")]
    [InlineData("a phrase people search", "words somebody searches for")]
    public async Task An_odd_address_is_kept_as_typed_with_a_hint_and_is_no_link(string typed, string hint)
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        var journey = await ToWhereAsync(visitor);
        await journey.AnswerAsync(("Where", typed));
        Assert.Contains(hint, journey.Page.Text, StringComparison.Ordinal);
        Assert.Equal(typed, journey.Page.Find("ol.places .address").TextContent);
        Assert.DoesNotContain(journey.Page.Document.QuerySelectorAll("a[href]"), a => a.GetAttribute("href")!.Contains(typed, StringComparison.Ordinal));
        await journey.AnswerAsync();
        Assert.StartsWith("/en/f/4", Journey.At(journey.Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_too_long_for_an_address_stays_to_be_shortened()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        var journey = await ToWhereAsync(visitor);
        var longLine = "https://example.org/" + new string('x', 2000);
        await journey.AnswerAsync(("Where", "https://example.org/fine\n" + longLine));
        Assert.Contains("longer than 2000 characters", journey.Page.Text.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(longLine, journey.Page.Find("textarea#Where").TextContent.Trim());
        Assert.Single(journey.Page.Document.QuerySelectorAll("ol.places > li"));
    }

    [Fact]
    public async Task The_same_place_twice_is_one_and_reach_and_kind_can_be_said()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        var journey = await ToWhereAsync(visitor);
        await journey.AnswerAsync(("Where", "https://example.org/a\nhttps://EXAMPLE.org/a?utm_source=x\nhttps://example.org/b"));
        Assert.Equal(2, journey.Page.Document.QuerySelectorAll("ol.places > li").Length);
        await journey.AnswerAsync(("open", "1"));
        await journey.AnswerAsync(("Kind", "Group"), ("Views", "167 000"), ("Reposts", "2,223"));
        Assert.StartsWith("/en/f/4", Journey.At(journey.Page), StringComparison.Ordinal);
        await journey.OpenAsync("/en/f/3");
        Assert.Contains("167,000 views", journey.Page.Text, StringComparison.Ordinal);
        Assert.Contains("Group or channel", journey.Page.Find("#p1").TextContent, StringComparison.Ordinal);
        await journey.AnswerAsync(("remove", "0"));
        Assert.Equal("https://example.org/b", journey.Page.Find("ol.places .address").TextContent);
    }

    [Fact]
    public async Task A_missing_answer_is_said_and_the_others_stay()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        var journey = await new Journey(visitor, "fr").StartAsync();
        await journey.AnswerAsync(("Edited", "yes"));
        Assert.StartsWith("Problème", journey.Page.Document.Title, StringComparison.Ordinal);
        Assert.Equal(2, journey.Page.Document.QuerySelectorAll(".errors li").Length);
        Assert.NotNull(journey.Page.Document.QuerySelector("input[name=Edited][value=yes][checked]"));
    }

    [Theory]
    [DatabaseData]
    public async Task Nothing_typed_is_in_any_log(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        using var visitor = app.NewSession();
        var journey = await new Journey(visitor, "en").AdultToCheckAsync("canary-words", "https://canary-place.example.org/x");
        await journey.AnswerAsync();
        var key = journey.Key;
        var cookie = visitor.Cookies.Cookies["__Host-f"];
        await journey.AnswerAsync(("Kept", "unsafe"), ("Reach", "canary-reach"));

        Assert.NotEmpty(app.Logs);
        foreach (var secret in new[] { "canary", "Ada Example", "ada@example.org", "blue boat", cookie, cookie[..20], key })
        {
            Assert.DoesNotContain(app.Logs, line => line.Everything.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static async Task<Journey> ToWhereAsync(WebSession visitor)
    {
        var journey = await new Journey(visitor, "en").StartAsync();
        await journey.AnswerAsync(("Age", "adult"));
        return await journey.AnswerAsync();
    }
}
