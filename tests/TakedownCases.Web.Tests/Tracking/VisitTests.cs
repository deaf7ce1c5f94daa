using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Tracking;

/// <summary>What a person does with their key, on both databases.</summary>
public sealed class VisitTests
{
    [Theory, DatabaseData]
    public async Task A_survivor_writes_adds_allows_and_takes_back(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app);
        using var visitor = app.NewSession();
        await filed.EnterAsync(visitor);

        var page = await visitor.SubmitAsync(await visitor.OpenAsync("/en/k/messages"), "#ask", ("Text", "Is there news?\u0007\u202e"));
        Assert.Contains("Is there news?", page.Find(".thread .mine").TextContent, StringComparison.Ordinal);
        await filed.AnswerAsync("Not yet, we wrote today.");
        Assert.Contains("we wrote today", (await visitor.OpenAsync("/en/k/messages")).Find(".thread .ours").TextContent, StringComparison.Ordinal);

        page = await visitor.SubmitAsync(
            await visitor.OpenAsync("/en/k/places"), "#ask", ("Text", $"{Filed.Address}\nhttps://example.net/two\n@someone"));
        Assert.Contains("2 places were added. One was here already.", page.Text, StringComparison.Ordinal);
        Assert.Equal(4, Filed.States(page).Count());

        page = await visitor.SubmitAsync(await visitor.OpenAsync("/en/k/words"), "#ask", ("Text", "and one more thing"));
        Assert.Contains(Filed.Words, page.Text, StringComparison.Ordinal);
        Assert.Contains("and one more thing", page.Text, StringComparison.Ordinal);

        await visitor.SubmitAsync(await visitor.OpenAsync("/en/k/allow"), "#ask", ("Allowed", "TellPolice"));
        Assert.Equal([ConsentAction.TellPolice], (await filed.LoadAsync()).Consents.Where(one => one.IsInForce).Select(one => one.Action));

        page = await visitor.SubmitAsync(
            await visitor.OpenAsync("/en/k/contact"), "#ask", ("Channel", "Mail"), ("Address", "me@example.org"), ("SafeWhen", "mornings"));
        Assert.Contains("me@example.org", page.Text, StringComparison.Ordinal);

        var stop = await visitor.OpenAsync("/en/k/stop");
        page = await visitor.SubmitAsync(stop, "#ask", ("Places", stop.Find("#ask input[type=checkbox]").GetAttribute("value")));
        Assert.Contains("Taken back. We send nothing about it.", Filed.States(page));
        page = await visitor.SubmitAsync(await visitor.OpenAsync("/en/k/stop"), "#all");
        Assert.Contains("This is stopped", page.Text, StringComparison.Ordinal);
        page = await visitor.SubmitAsync(page, "form[action$='/again']");
        Assert.Contains("Please start again", page.Find(".thread").TextContent, StringComparison.Ordinal);

        Assert.Equal(CaseState.Withdrawn, (await filed.LoadAsync()).State);
        Assert.Equal([], await filed.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task Erasing_waits_72_hours_and_can_be_undone(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app);
        using var visitor = app.NewSession();
        await filed.EnterAsync(visitor);

        var page = await visitor.SubmitAsync(await visitor.OpenAsync("/en/k/erase"), "#ask");
        Assert.Contains("Choose what shall be erased", page.Text, StringComparison.Ordinal);
        page = await visitor.SubmitAsync(page, "#ask", ("Keep", "proof"));
        var due = (await filed.LoadAsync()).ErasureDueAt;
        Assert.Equal(app.Clock.GetUtcNow() + TimeSpan.FromHours(72), due);
        Assert.Contains("This will be erased on 4 March 2027, 10:00", page.Text, StringComparison.Ordinal);
        var refused = await visitor.SubmitAsync(await visitor.OpenAsync("/en/k/messages"), "#ask", ("Text", "kept words"));
        Assert.Contains("is being erased", refused.Find(".errors").TextContent, StringComparison.Ordinal);
        Assert.Equal("kept words", refused.Find("#Text").TextContent.Trim());

        page = await visitor.SubmitAsync(page, "form[action$='/keep']");

        Assert.Contains("Nothing will be erased", page.Text, StringComparison.Ordinal);
        Assert.Null((await filed.LoadAsync()).ErasureDueAt);
        Assert.Equal([], await filed.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task A_form_that_arrives_twice_is_done_once_also_at_the_same_time(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app);
        using var visitor = app.NewSession();
        await filed.EnterAsync(visitor);
        var form = await visitor.OpenAsync("/en/k/messages");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => visitor.PostAsync(form, "#ask", ("Text", "only once"))));
        await visitor.PostAsync(form, "#ask", ("Text", "only once"));

        Assert.Single((await filed.LoadAsync()).Messages);
    }

    [Theory, DatabaseData]
    public async Task Different_words_sent_at_once_are_all_kept(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app);
        using var visitor = app.NewSession();
        await filed.EnterAsync(visitor);
        var forms = new[] { await visitor.OpenAsync("/en/k/words"), await visitor.OpenAsync("/en/k/words"), await visitor.OpenAsync("/en/k/words") };

        await Task.WhenAll(forms.Select((form, n) => visitor.PostAsync(form, "#ask", ("Text", $"addition {n}"))));

        var page = await visitor.OpenAsync("/en/k/case");
        Assert.All(new[] { Filed.Words, "addition 0", "addition 1", "addition 2" }, words => Assert.Contains(words, page.Text, StringComparison.Ordinal));
    }

    [Theory, DatabaseData]
    public async Task A_new_key_ends_the_old_one_only_when_it_is_safe(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app);
        using var visitor = app.NewSession();
        using var thief = app.NewSession();
        await filed.EnterAsync(visitor);
        await filed.EnterAsync(thief);

        var page = await visitor.SubmitAsync(await visitor.OpenAsync("/en/k/new"), "#ask");
        var shown = Filed.NextKey(page);
        Assert.Equal(shown, Filed.NextKey(await visitor.OpenAsync("/en/k/new")));
        Assert.Equal("/en/k/case", Filed.PathOf(await thief.OpenAsync("/en/k/case")));
        var cookies = visitor.Cookies.Cookies["__Host-k"];
        var done = await visitor.SubmitAsync(page, "#ask");

        Assert.Equal("/en/k/case", Filed.PathOf(done));
        Assert.NotEqual(cookies, visitor.Cookies.Cookies["__Host-k"]);
        Assert.Equal("/en/k", Filed.PathOf(await thief.OpenAsync("/en/k/case")));
        Assert.Contains("opens nothing here", (await filed.EnterAsync(thief)).Text, StringComparison.Ordinal);
        using var later = app.NewSession();
        Assert.Equal("/en/k/case", Filed.PathOf(await Filed.EnterAsync(later, shown)));
        Assert.Equal([], await filed.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task Recent_openings_name_visits_and_the_team_by_day_only(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app);
        using var visitor = app.NewSession();
        await filed.EnterAsync(visitor);
        app.Clock.Advance(TimeSpan.FromHours(5));
        await StaffReads.TwiceAsync(filed);
        using var later = app.NewSession();

        var page = await filed.EnterAsync(later);

        var lines = page.Document.QuerySelectorAll("section[aria-labelledby=openings] li").Select(line => line.TextContent.Trim());
        Assert.Equal(
            ["With your key, 1 March 2027, 15:00", "Our team, 2 times, on 1 March 2027", "With your key, 1 March 2027, 10:00"], lines);
    }

    [Theory, DatabaseData]
    public async Task I_have_it_safe_is_asked_once(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var filed = await Filed.NewAsync(app);
        using var visitor = app.NewSession();

        var page = await visitor.SubmitAsync(await filed.EnterAsync(visitor), "form[action$='/safe']");

        Assert.Null(page.Document.QuerySelector("form[action$='/safe']"));
    }

    [Theory]
    [InlineData(Track.Minor, null, "Ta demande")]
    [InlineData(Track.Minor, false, "Ta demande")]
    [InlineData(Track.Minor, true, "Votre demande")]
    [InlineData(Track.Adult, null, "Votre demande")]
    public async Task A_child_is_spoken_to_as_a_child_and_an_adult_as_an_adult(Track track, bool? adultToday, string title)
    {
        await using var app = await TestApp.StartAsync();
        var filed = await Filed.NewAsync(app, track, adultToday: adultToday);
        using var visitor = app.NewSession();

        Assert.Equal(title, (await filed.EnterAsync(visitor, "fr")).Find("h1").TextContent);
    }

    [Theory]
    [InlineData(Track.Adult, true)]
    [InlineData(Track.Minor, false)]
    public async Task Only_adults_have_addresses_on_paper(Track track, bool shown)
    {
        await using var app = await TestApp.StartAsync();
        var filed = await Filed.NewAsync(app, track);
        using var visitor = app.NewSession();
        await filed.EnterAsync(visitor);

        var page = await visitor.OpenAsync("/en/k/print");

        Assert.Equal(shown, page.Text.Contains(Filed.Address, StringComparison.Ordinal));
        Assert.Contains(filed.Number.ToString(), page.Text, StringComparison.Ordinal);
    }
}
