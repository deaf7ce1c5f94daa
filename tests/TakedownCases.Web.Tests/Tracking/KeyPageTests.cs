using System.Net;
using System.Text.RegularExpressions;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Tracking;

/// <summary>The door: who gets in, what the others are told, and what a visit leaves behind.</summary>
public sealed partial class KeyPageTests
{
    [Theory, DatabaseData]
    public async Task A_key_opens_the_case_however_it_is_typed(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app);
        using var visitor = app.NewSession();
        var digits = filed.Key.Digits();

        var page = await Filed.EnterAsync(visitor, $" my key is {digits[..4]}-{digits[4..8]}.{digits[8..12]} {digits[12..]} ");

        Assert.Equal("/en/k/case", Filed.PathOf(page));
        Assert.Contains(filed.Number.ToString(), page.Text, StringComparison.Ordinal);
        Assert.Contains(Filed.Address, page.Text, StringComparison.Ordinal);
        Assert.Contains(Filed.Words, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(digits, page.Body.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task The_visit_is_one_sealed_cookie_that_dies_with_the_browser(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app);
        using var visitor = app.NewSession();
        var form = await visitor.OpenAsync("/en/k");

        var answer = await visitor.PostAsync(form, "#ask", ("Key", filed.Key.Show()));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal("/en/k/case", answer.Location);
        var cookie = Assert.Single(answer.Header("Set-Cookie")!.Split(", "), one => one.StartsWith("__Host-k=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(filed.Key.Digits(), cookie, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task Unknown_ended_and_erased_keys_get_one_answer_to_the_byte(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var ended = await Filed.NewAsync(app);
        await ended.ChangeAsync((found, _, now) => found.ReplaceKey([1, 2, 3], KeyHolder.Survivor, "by-holder", Actor.Survivor, null, now));
        var erased = await Filed.NewAsync(app);
        await erased.ChangeAsync((found, _, now) => found.RequestErasure(false, now, Actor.Survivor, now));
        await erased.ChangeAsync((found, _, now) => found.Erase(Actor.System, now));

        var answers = new List<string>();
        foreach (var key in new[] { CaseKey.NewRandom(), ended.Key, erased.Key })
        {
            using var visitor = app.NewSession();
            var page = await Filed.EnterAsync(visitor, key.Show());
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("__Host-k", visitor.Cookies.Cookies.Keys);
            Assert.DoesNotContain(key.Show(), page.Body, StringComparison.Ordinal);
            answers.Add(Token().Replace(page.Body, ""));
        }

        Assert.Contains("opens nothing here", answers[0], StringComparison.Ordinal);
        Assert.Single(answers.Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "Type or paste")]
    [InlineData("1234 5678", "missing")]
    [InlineData("1234 5678 9012 3456 7890 1234", "too many")]
    [InlineData("12x4 5678 9012 3456 7890", "letters")]
    public async Task What_cannot_be_a_key_gets_a_hint_and_stays_in_the_field(string typed, string hint)
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();

        var page = await Filed.EnterAsync(visitor, typed);

        Assert.Contains(hint, page.Find(".errors").TextContent, StringComparison.Ordinal);
        Assert.Equal(typed, page.Find("#Key").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task A_wrong_check_digit_is_told_before_any_lookup()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        var digits = CaseKey.NewRandom().Digits();
        var wrong = digits[..19] + (char)('0' + ((digits[19] - '0' + 1) % 10));

        Assert.Contains("cannot be right", (await Filed.EnterAsync(visitor, wrong)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_wrong_keys_lead_to_a_page_that_asks_to_wait()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        var form = await visitor.OpenAsync("/en/k");
        var statuses = new List<HttpStatusCode>();
        for (var tries = 0; tries < 21; tries++)
        {
            statuses.Add((await visitor.PostAsync(form, "#ask", ("Key", CaseKey.NewRandom().Show()))).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.All(statuses[..^1], status => Assert.Equal(HttpStatusCode.OK, status));
    }

    [Theory, DatabaseData(31, "en"), DatabaseData(29, "")]
    public async Task A_visit_ends_after_half_an_hour_without_a_step(DatabaseKind kind, int minutes, string askedIn)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app);
        using var visitor = app.NewSession();
        await filed.EnterAsync(visitor);

        app.Clock.Advance(TimeSpan.FromMinutes(minutes));
        var page = await visitor.OpenAsync("/en/k/case");

        Assert.Equal(askedIn.Length > 0 ? "/en/k" : "/en/k/case", Filed.PathOf(page));
        Assert.Equal(askedIn.Length > 0, page.Text.Contains("This visit has ended", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_visit_ends_after_two_hours_whatever_is_done()
    {
        await using var app = await TestApp.StartAsync();
        var filed = await Filed.NewAsync(app);
        using var visitor = app.NewSession();
        await filed.EnterAsync(visitor);
        var last = "";
        for (var quarter = 0; quarter < 9; quarter++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(15));
            last = Filed.PathOf(await visitor.OpenAsync("/en/k/case"));
        }

        Assert.Equal("/en/k", last);
    }

    [Theory, DatabaseData]
    public async Task Words_typed_into_an_ended_visit_are_sent_after_the_key(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app);
        using var visitor = app.NewSession();
        await filed.EnterAsync(visitor);
        var form = await visitor.OpenAsync("/en/k/messages");
        app.Clock.Advance(TimeSpan.FromMinutes(31));

        var page = await visitor.SubmitAsync(form, "#ask", ("Text", "it took me long to write this"));
        Assert.Contains("not lost", page.Text, StringComparison.Ordinal);
        page = await visitor.SubmitAsync(page, "#ask", ("Key", filed.Key.Show()));
        page = await visitor.SubmitAsync(page, "form[action$='/messages']");

        Assert.Contains("it took me long to write this", page.Find(".thread").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_by_either_door_forgets_the_visit()
    {
        await using var app = await TestApp.StartAsync();
        var filed = await Filed.NewAsync(app);
        using var visitor = app.NewSession();
        await visitor.PostAsync(await filed.EnterAsync(visitor), "form[action$='/leave']");
        Assert.DoesNotContain("__Host-k", visitor.Cookies.Cookies.Keys);

        await filed.EnterAsync(visitor);
        await visitor.GetAsync("/en/exit");
        Assert.DoesNotContain("__Host-k", visitor.Cookies.Cookies.Keys);
    }

    [Fact]
    public async Task The_case_is_not_there_without_a_visit()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        foreach (var path in new[] { "case", "sent", "sent/1", "print", "messages", "places", "words", "contact", "allow", "stop", "erase", "new" })
        {
            Assert.Equal("/fr/k", (await visitor.GetAsync($"/fr/k/{path}")).Location);
        }
    }

    [GeneratedRegex("<input[^>]*__RequestVerificationToken[^>]*>|\\?v=[A-Za-z0-9_-]+", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Token();
}
