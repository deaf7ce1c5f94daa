using System.Text;
using TakedownCases.Data.Vault;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.Jobs;

namespace TakedownCases.Web.Tests.Filing;

/// <summary>The draft: two windows, languages, Back, leaving, expiry, and who can read it.</summary>
public sealed class DraftTests
{
    private const string Cookie = "__Host-f";

    [Theory]
    [DatabaseData]
    public async Task Two_windows_do_not_overwrite_one_another_and_nothing_typed_is_lost(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        using var visitor = app.NewSession();
        var journey = await ToWhatAsync(visitor, "en");
        var first = journey.Page;
        var second = await visitor.OpenAsync(first.Path);

        await visitor.SubmitAsync(second, Journey.Form, ("Words", "from the second window"));
        var conflict = await visitor.SubmitAsync(first, Journey.Form, ("Words", "from the first window"));

        Assert.Contains("changed in another window", conflict.Text, StringComparison.Ordinal);
        Assert.Contains("from the first window", conflict.Find("textarea#Words").TextContent, StringComparison.Ordinal);
        var next = await visitor.SubmitAsync(conflict, Journey.Form);
        var back = await visitor.OpenAsync(first.Path);
        Assert.NotEqual(first.Path, next.Path);
        Assert.Contains("from the first window", back.Find("textarea#Words").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressing_continue_twice_is_no_conflict()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        var journey = await ToWhatAsync(visitor, "en");

        var once = await visitor.PostAsync(journey.Page, Journey.Form, ("Words", "the same"));
        var twice = await visitor.PostAsync(journey.Page, Journey.Form, ("Words", "the same"));

        Assert.NotNull(once.Location);
        Assert.Equal(once.Location, twice.Location);
    }

    [Fact]
    public async Task Switching_the_language_and_going_back_keep_every_word()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        var journey = await ToWhatAsync(visitor, "en");
        var french = await visitor.SubmitAsync(journey.Page, Journey.Form, ("Words", "typed before the switch"), ("Harms", "Sale"), ("language", "fr"));

        Assert.StartsWith("/fr/f/", Journey.At(french), StringComparison.Ordinal);
        Assert.Equal("fr", french.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains("typed before the switch", french.Find("textarea#Words").TextContent, StringComparison.Ordinal);
        Assert.NotNull(french.Document.QuerySelector("input[value=Sale][checked]"));

        await visitor.SubmitAsync(french, Journey.Form);
        var again = await visitor.OpenAsync(french.Path);
        Assert.Contains("typed before the switch", again.Find("textarea#Words").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [DatabaseData]
    public async Task The_row_cannot_be_read_without_the_cookie(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        using var visitor = app.NewSession();
        var journey = await ToWhatAsync(visitor, "en");
        await journey.AnswerAsync(("Words", "canary-in-the-draft"));
        var row = Assert.Single(await Filed.DraftsAsync(app));
        Assert.DoesNotContain("canary-in-the-draft", Encoding.Latin1.GetString(row.Content), StringComparison.Ordinal);

        var cookie = visitor.Cookies.Cookies[Cookie];
        var cipher = new DraftCipher(new FieldCipher());
        Assert.Contains("canary-in-the-draft", Encoding.UTF8.GetString(cipher.Open(CookieSeal.TryRead(cookie)!, row.Content)), StringComparison.Ordinal);

        // The same row under another key: what somebody with the database but not the browser could try.
        using var other = app.NewSession();
        var bytes = Convert.FromBase64String(cookie.Replace('-', '+').Replace('_', '/'));
        bytes[0] ^= 1;
        other.Cookies.Put(Cookie, Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_'));
        var page = await other.OpenAsync("/en/f/4");
        Assert.Contains("Your earlier answers are gone", page.Text, StringComparison.Ordinal);
        Assert.Single(await Filed.DraftsAsync(app));
    }

    [Theory]
    [DatabaseData]
    public async Task Leaving_the_page_deletes_the_row(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        using var visitor = app.NewSession();
        await ToWhatAsync(visitor, "en");
        Assert.Single(await Filed.DraftsAsync(app));

        await visitor.GetAsync("/en/exit");

        Assert.Empty(await Filed.DraftsAsync(app));
        Assert.False(visitor.Cookies.Cookies.ContainsKey(Cookie));
    }

    [Fact]
    public async Task After_24_hours_the_answers_are_gone_and_the_page_says_so_kindly()
    {
        // Without sweeps, so that it is this browser's return that deletes the row.
        await using var app = await TestApp.StartAsync(options: new TestAppOptions { Services = SchedulerTests.Unscheduled });
        using var visitor = app.NewSession();
        var journey = await ToWhatAsync(visitor, "en");
        app.Clock.Advance(TimeSpan.FromHours(24));

        var expired = await visitor.SubmitAsync(journey.Page, Journey.Form, ("Words", "typed too late"));

        Assert.Contains("What you wrote on the last page is kept", expired.Text, StringComparison.Ordinal);
        Assert.Single(await Filed.DraftsAsync(app));
        await journey.OpenAsync("/en/f/1");
        await journey.AnswerAsync(("Age", "adult"));
        await journey.AnswerAsync();
        await journey.AnswerAsync(("NoLink", "true"));
        Assert.Contains("typed too late", journey.Page.Find("textarea#Words").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [DatabaseData]
    public async Task Browsers_that_come_back_while_the_sweep_deletes_are_told_the_same(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var pages = new List<(WebSession Visitor, WebPage Page)>();
        for (var i = 0; i < 8; i++)
        {
            var visitor = app.NewSession();
            pages.Add((visitor, (await ToWhatAsync(visitor, "en")).Page));
        }

        app.Clock.Advance(TimeSpan.FromHours(24));
        var answers = await Task.WhenAll(pages.Select(
            one => Task.Run(() => one.Visitor.SubmitAsync(one.Page, Journey.Form, ("Words", "typed too late")))));

        Assert.All(answers, answer => Assert.Contains("What you wrote on the last page is kept", answer.Text, StringComparison.Ordinal));
        pages.ForEach(one => one.Visitor.Dispose());
    }

    [Fact]
    public async Task A_screen_cannot_be_reached_before_the_ones_it_needs()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        var journey = await new Journey(visitor, "en").StartAsync();
        await journey.AnswerAsync(("Age", "adult"));
        var page = await visitor.OpenAsync("/en/f/7");
        Assert.StartsWith("/en/f/3", Journey.At(page), StringComparison.Ordinal);
        Assert.Contains("Write at least one place", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_from_the_check_screen_leads_back_to_it()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        var journey = await new Journey(visitor, "en").AdultToCheckAsync();
        var link = journey.Page.Document.QuerySelectorAll("dd.change a").First(a => a.TextContent.Contains("Contact", StringComparison.Ordinal));
        await journey.OpenAsync(link.GetAttribute("href")!);
        await journey.AnswerAsync(("Channel", "ComesBack"));
        Assert.StartsWith("/en/f/7", Journey.At(journey.Page), StringComparison.Ordinal);
        Assert.Contains("Comes back with the key", journey.Page.Text, StringComparison.Ordinal);
    }

    internal static async Task<Journey> ToWhatAsync(WebSession visitor, string lang)
    {
        var journey = await new Journey(visitor, lang).StartAsync();
        await journey.AnswerAsync(("Age", "adult"));
        await journey.AnswerAsync();
        return await journey.AnswerAsync(("NoLink", "true"));
    }
}
