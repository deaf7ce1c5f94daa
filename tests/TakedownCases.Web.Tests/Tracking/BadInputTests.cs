using System.Net;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Tracking;

/// <summary>A clear message, nothing typed lost, nothing half-written, nothing in the logs.</summary>
public sealed class BadInputTests
{
    private const string Png = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Theory]
    [InlineData("messages")]
    [InlineData("words")]
    [InlineData("places")]
    public async Task A_pasted_picture_is_taken_out_and_the_rest_stays(string path)
    {
        await using var app = await TestApp.StartAsync();
        var filed = await Filed.NewAsync(app);
        using var visitor = app.NewSession();
        await filed.EnterAsync(visitor);

        var page = await visitor.SubmitAsync(await visitor.OpenAsync($"/en/k/{path}"), "#ask", ("Text", $"before {Png} after"));

        Assert.Contains("Pictures do not belong here", page.Find(".errors").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("iVBOR", page.Body, StringComparison.Ordinal);
        Assert.Contains("before", page.Find("#Text").TextContent, StringComparison.Ordinal);
        Assert.Contains("after", page.Find("#Text").TextContent, StringComparison.Ordinal);
        var now = await filed.LoadAsync();
        Assert.Equal((0, 2), (now.Messages.Count, now.Places.Count));
        Assert.DoesNotContain(app.Logs, line => line.Everything.Contains("iVBOR", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("messages")]
    [InlineData("words")]
    public async Task What_is_too_long_comes_back_whole(string path)
    {
        await using var app = await TestApp.StartAsync();
        var filed = await Filed.NewAsync(app);
        using var visitor = app.NewSession();
        await filed.EnterAsync(visitor);
        var text = string.Concat(Enumerable.Repeat("abcd ", 2100)) + "end";

        var page = await visitor.SubmitAsync(await visitor.OpenAsync($"/en/k/{path}"), "#ask", ("Text", text));

        Assert.Contains("too long", page.Find(".errors").TextContent, StringComparison.Ordinal);
        Assert.Equal(text, page.Find("#Text").TextContent.Trim());
    }

    [Fact]
    public async Task Five_hundred_and_one_places_are_refused_whole_and_kept_in_the_form()
    {
        await using var app = await TestApp.StartAsync();
        var filed = await Filed.NewAsync(app);
        using var visitor = app.NewSession();
        await filed.EnterAsync(visitor);
        var many = string.Join('\n', Enumerable.Range(0, 499).Select(n => $"https://example.org/p/{n}"));

        var page = await visitor.SubmitAsync(await visitor.OpenAsync("/en/k/places"), "#ask", ("Text", many));

        Assert.Contains("500 places", page.Find(".errors").TextContent, StringComparison.Ordinal);
        Assert.Contains("/p/498", page.Find("#Text").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await filed.LoadAsync()).PlaceCount);
    }

    [Fact]
    public async Task Markup_is_shown_as_it_was_typed()
    {
        await using var app = await TestApp.StartAsync();
        var filed = await Filed.NewAsync(app);
        using var visitor = app.NewSession();
        await filed.EnterAsync(visitor);
        const string Markup = "<img src=x onerror=alert(1)><b>bold</b>";

        var page = await visitor.SubmitAsync(await visitor.OpenAsync("/en/k/messages"), "#ask", ("Text", Markup));

        Assert.Contains(Markup, page.Find(".thread .told").TextContent, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector(".thread b, .thread img"));
    }

    [Theory]
    [InlineData("messages", "Un nouveau message")]
    [InlineData("words", "Voulez-vous nous dire autre chose ?")]
    [InlineData("places", "Ajouter des endroits")]
    public async Task Changing_the_language_keeps_what_was_typed(string path, string french)
    {
        await using var app = await TestApp.StartAsync();
        var filed = await Filed.NewAsync(app);
        using var visitor = app.NewSession();
        await filed.EnterAsync(visitor);

        var page = await visitor.SubmitAsync(await visitor.OpenAsync($"/en/k/{path}"), "#ask", ("Text", "half a thought"), ("language", "fr"));

        Assert.Contains(french, page.Text, StringComparison.Ordinal);
        Assert.Equal("half a thought", page.Find("#Text").TextContent.Trim());
        Assert.Equal($"/fr/k/{path}", page.Find("#ask").GetAttribute("action"));
        Assert.Empty((await filed.LoadAsync()).Messages);
    }

    [Theory, DatabaseData]
    public async Task A_stopped_case_takes_no_places_and_says_so(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app);
        using var visitor = app.NewSession();
        await filed.EnterAsync(visitor);
        var form = await visitor.OpenAsync("/en/k/places");
        await filed.ChangeAsync((found, _, now) => found.Withdraw(Actor.Survivor, now));

        var page = await visitor.SubmitAsync(form, "#ask", ("Text", "https://example.org/late"));

        Assert.Contains("It must start again first", page.Find(".errors").TextContent, StringComparison.Ordinal);
        Assert.Contains("/late", page.Find("#Text").TextContent, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task Nothing_is_opened_when_the_read_entry_cannot_be_written(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app);
        using var visitor = app.NewSession();
        await filed.EnterAsync(visitor);
        var before = await filed.OpeningsAsync();
        await BrokenLedger.RefuseReadsAsync(app.Database);

        var page = await visitor.OpenAsync("/en/k/case");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.DoesNotContain("canary", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(filed.Number.ToString(), page.Body, StringComparison.Ordinal);
        Assert.Equal(before, await filed.OpeningsAsync());
    }

    [Theory, DatabaseData]
    public async Task Neither_key_nor_content_reaches_a_log_or_an_address(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app);
        using var visitor = app.NewSession();
        var paths = new List<string> { Filed.PathOf(await filed.EnterAsync(visitor)) };
        paths.Add(Filed.PathOf(await visitor.SubmitAsync(await visitor.OpenAsync("/en/k/messages"), "#ask", ("Text", "canary-message"))));
        paths.Add(Filed.PathOf(await visitor.SubmitAsync(await visitor.OpenAsync("/en/k/places"), "#ask", ("Text", "https://example.org/canary-place"))));
        var next = await visitor.SubmitAsync(await visitor.OpenAsync("/en/k/new"), "#ask");
        paths.Add(Filed.PathOf(await visitor.SubmitAsync(next, "#ask")));

        string[] secrets =
        [
            "canary", filed.Key.Digits(), filed.Key.Show(), Filed.NextKey(next),
            Filed.NextKey(next).Replace(" ", "", StringComparison.Ordinal),
        ];
        Assert.All(secrets, secret => Assert.DoesNotContain(app.Logs, line => line.Everything.Contains(secret, StringComparison.Ordinal)));
        Assert.All(paths, path => Assert.Matches("^/en/k/[a-z-]+$", path));
        Assert.DoesNotContain(app.Logs, line => line.Everything.Contains(filed.Number.ToString(), StringComparison.Ordinal));
    }

    [Theory, DatabaseData]
    public async Task Every_page_of_a_visit_stands_in_the_read_stream(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app);
        using var visitor = app.NewSession();
        await filed.EnterAsync(visitor);
        foreach (var path in new[] { "case", "sent", "print", "messages", "places", "words", "contact", "allow", "stop", "erase", "new" })
        {
            var before = await filed.OpeningsAsync();
            await visitor.OpenAsync($"/en/k/{path}");
            Assert.Equal(before + 1, await filed.OpeningsAsync());
        }
    }
}
