using System.Net;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.CaseFile;

/// <summary>Deadlines on the case's pages: the three times, what stands still, what people enter and end, and why.</summary>
public sealed class ClockPageTests
{
    [Theory, DatabaseData]
    public async Task A_refusal_told_by_somebody_outside_starts_the_time_to_complain_and_a_person_ends_it(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        await world.ClaimAsync(filed, world.Advocate);
        using var session = world.As(world.Advocate);
        var page = await CaseWorld.OpenAsync(session, filed, "/clocks/new");
        Assert.Contains("17 U.S.C. 512(g)(2)(C) · 10 to 14 business days", page.Text, StringComparison.Ordinal);

        page = await session.SubmitAsync(
            page, "form[action$='/clocks/new']", ("Input.Basis", "us-dmca-counter-notice"), ("Input.StartedAt", "2027-02-26T09:00"));

        var clock = (await world.CaseAsync(filed)).Clocks.Single(clock => clock.Kind == ClockKind.RightWindow);
        Assert.Equal(("counter-notice", new DateTimeOffset(2027, 3, 12, 9, 0, 0, TimeSpan.Zero)), (clock.StartedBy, clock.DueAt));
        page = await CaseWorld.OpenAsync(session, filed, $"/clocks/{clock.Id.Value}");
        Assert.Contains("Not yet reviewed by a lawyer", page.Text, StringComparison.Ordinal);
        Assert.Contains("The law gives a range", page.Text, StringComparison.Ordinal);
        Assert.Contains("17 U.S.C. 512(g)(2)(C) · United States", page.Text, StringComparison.Ordinal);
        await session.SubmitAsync(page, "form[action$='/end']", ("Input.Ending", "met"), ("Input.EndWords", "canary of the answer"));
        Assert.True((await world.CaseAsync(filed)).Clocks.Single(clock => clock.Kind == ClockKind.RightWindow).Met);
        page = await CaseWorld.OpenAsync(session, filed, $"/clocks/{clock.Id.Value}");
        Assert.Contains("canary of the answer", page.Text, StringComparison.Ordinal);
        Assert.Contains("canary of the answer", (await CaseWorld.OpenAsync(session, filed, "/timeline")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [DatabaseData("", "canary", "", "Choose what happened")]
    [DatabaseData("met", "", "", "Please write something")]
    [DatabaseData("stopped", "canary", "", "Tick this if nobody waits")]
    public async Task A_deadline_ends_by_word_only_with_a_reason_and_for_good_only_when_somebody_is_sure(
        DatabaseKind kind, string ending, string words, string sure, string told)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        await world.ClaimAsync(filed, world.Advocate);
        using var session = world.As(world.Advocate);
        var page = await CaseWorld.OpenAsync(session, filed, "/clocks/new");
        await session.SubmitAsync(page, "form[action$='/clocks/new']", ("Input.Basis", "us-dmca-counter-notice"), ("Input.StartedAt", "2027-02-26T09:00"));
        var id = (await world.CaseAsync(filed)).Clocks.Single(clock => clock.Kind == ClockKind.RightWindow).Id.Value;

        page = await CaseWorld.OpenAsync(session, filed, $"/clocks/{id}");
        page = await session.SubmitAsync(
            page, "form[action$='/end']", ("Input.Ending", ending), ("Input.EndWords", words), ("Input.Sure", sure.Length == 0 ? null : sure));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(told, page.Text, StringComparison.Ordinal);
        Assert.Equal(words, page.Find("textarea[name='Input.EndWords']").TextContent.Trim());
        Assert.True((await world.CaseAsync(filed)).Clocks.Single(clock => clock.Id.Value == id).IsRunning);
        await session.SubmitAsync(page, "form[action$='/end']", ("Input.Ending", "stopped"), ("Input.EndWords", "canary"), ("Input.Sure", "true"));
        var ended = (await world.CaseAsync(filed)).Clocks.Single(clock => clock.Id.Value == id);
        Assert.Equal((false, false), (ended.IsRunning, ended.Met));
    }

    [Theory, DatabaseData]
    public async Task What_fits_the_country_and_the_platforms_stands_first_and_a_place_of_another_case_is_refused(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        var another = await world.CaseAsync(await world.FileAsync());
        await world.ClaimAsync(filed, world.Advocate);
        using var session = world.As(world.Advocate);
        var page = await CaseWorld.OpenAsync(session, filed, "/clocks/new");

        var first = page.Find("input[name='Input.Basis']");
        Assert.StartsWith("eu-", first.GetAttribute("value"), StringComparison.Ordinal);
        Assert.Contains("European Union", page.Find("fieldset p.where").TextContent, StringComparison.Ordinal);
        var others = page.Document.QuerySelectorAll("fieldset details input[name='Input.Basis']").Select(input => input.GetAttribute("value")!).ToList();
        Assert.Contains("us-dmca-counter-notice", others);
        Assert.DoesNotContain(others, basis => basis.StartsWith("eu-", StringComparison.Ordinal));
        page = await session.SubmitAsync(
            page,
            "form[action$='/clocks/new']",
            ("Input.Basis", "us-dmca-counter-notice"),
            ("Input.StartedAt", "2027-02-26T09:00"),
            ("Input.Place", another.Places[0].Id.Value.ToString()));
        Assert.Contains("not part of the case", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("fieldset details[open]"));
        Assert.DoesNotContain((await world.CaseAsync(filed)).Clocks, clock => clock.Kind == ClockKind.RightWindow);
    }

    [Theory, DatabaseData]
    public async Task The_trace_says_the_reader_s_own_time_and_utc_and_no_id_of_a_record(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        await world.ClaimAsync(filed, world.Advocate);
        using var session = world.As(world.Advocate);
        session.Client.DefaultRequestHeaders.Add(StaffAuth.Zone, "Europe/Paris");
        var list = await CaseWorld.OpenAsync(session, filed, "/clocks");
        Assert.Contains("Our own policy", list.Text, StringComparison.Ordinal);

        var clock = (await world.CaseAsync(filed)).Clocks.MinBy(clock => clock.DueAt)!;
        var page = await CaseWorld.OpenAsync(session, filed, $"/clocks/{clock.Id.Value}");

        Assert.Matches("due at .*[0-9]{2}:[0-9]{2} UTC\\+01:00 \\([0-9]{2}:[0-9]{2} UTC\\)", page.Text);
        Assert.DoesNotContain(clock.Basis, page.Text, StringComparison.Ordinal);
        Assert.Contains("Our own policy", page.Text, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task What_is_typed_wrongly_stays_and_is_explained(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        await world.ClaimAsync(filed, world.Advocate);
        using var session = world.As(world.Advocate);
        var page = await CaseWorld.OpenAsync(session, filed, "/clocks/new");

        page = await session.SubmitAsync(
            page, "form[action$='/clocks/new']", ("Input.Basis", "us-dmca-counter-notice"), ("Input.StartedAt", "2027-12-26T09:00"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("has not come yet", page.Text, StringComparison.Ordinal);
        Assert.Equal("2027-12-26T09:00", page.Find("input[name='Input.StartedAt']").GetAttribute("value"));
        page = await session.SubmitAsync(page, "form[action$='/clocks/new']", ("Input.Basis", "nonsense"), ("Input.StartedAt", "2027-02-26T09:00"));
        Assert.Contains("Choose what happened", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain((await world.CaseAsync(filed)).Clocks, clock => clock.Kind == ClockKind.RightWindow);
    }

    [Theory, DatabaseData]
    public async Task A_limitation_is_legals_alone_sealed_and_watched_after_the_case_is_closed(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        using var advocate = world.As(world.Advocate);
        Assert.Empty((await CaseWorld.OpenAsync(advocate, filed, "/clocks/new")).Document.QuerySelectorAll("form[action$='/limitation']"));
        using var legal = world.As(world.Legal);
        var page = await CaseWorld.OpenAsync(legal, filed, "/clocks/new");

        page = await legal.SubmitAsync(page, "form[action$='/limitation']", ("Input.LastDay", "2020-03-01"), ("Input.Citation", "canary rule s.2"));
        Assert.Contains("That day has passed", page.Text, StringComparison.Ordinal);
        Assert.Equal("canary rule s.2", page.Find("textarea[name='Input.Citation']").TextContent.Trim());
        await legal.SubmitAsync(page, "form[action$='/limitation']", ("Input.LastDay", "2030-03-01"), ("Input.Citation", "canary rule s.2"));

        await world.ChangeAsync(filed, (subject, start, now) => subject.Close(world.Advocate.AsActor(), now, start));
        var clocks = (await world.CaseAsync(filed)).Clocks.Where(clock => clock.IsRunning).ToList();
        Assert.Equal([ClockKind.Limitation, ClockKind.Retention], clocks.Select(clock => clock.Kind).Order());
        var limitation = clocks.Single(clock => clock.Kind == ClockKind.Limitation);
        page = await CaseWorld.OpenAsync(legal, filed, $"/clocks/{limitation.Id.Value}");
        Assert.Contains("canary rule s.2", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing here counts it", page.Text, StringComparison.Ordinal);

        // Whoever may not enter one may not end it, whatever form they send.
        await world.ChangeAsync(filed, (subject, start, now) => subject.Reopen(start, world.Advocate.AsActor(), now));
        var told = await CaseWorld.OpenAsync(advocate, filed, $"/clocks/{limitation.Id.Value}");
        Assert.Contains("Only a legal colleague ends a limitation", told.Text, StringComparison.Ordinal);
        Assert.Empty(told.Document.QuerySelectorAll("form[action$='/end']"));
        var forged = await CaseWorld.OpenAsync(advocate, filed, "/clocks/new");
        forged.Find("form[action$='/clocks/new']").SetAttribute("action", page.Find("form[action$='/end']").GetAttribute("action")!);
        var refused = await advocate.SubmitAsync(forged, "form[action$='/end']", ("Input.Ending", "met"), ("Input.EndWords", "no"));
        Assert.Contains("Only a legal colleague ends a limitation", refused.Text, StringComparison.Ordinal);
        Assert.True((await world.CaseAsync(filed)).Clocks.Single(clock => clock.Id == limitation.Id).IsRunning);
        await legal.SubmitAsync(page, "form[action$='/end']", ("Input.Ending", "met"), ("Input.EndWords", "the claim was brought"));
        Assert.True((await world.CaseAsync(filed)).Clocks.Single(clock => clock.Id == limitation.Id).Met);
    }

    [Theory, DatabaseData]
    public async Task The_page_shows_three_times_and_what_stands_still(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        await world.ClaimAsync(filed, world.Advocate);
        await world.ChangeAsync(filed, (subject, start, now) => subject.WaitForSurvivor(start, world.Advocate.AsActor(), now));
        using var session = world.As(world.Advocate);
        var page = await CaseWorld.OpenAsync(session, filed, "/clocks");

        Assert.Contains("Paused", page.Text, StringComparison.Ordinal);
        Assert.Contains("none runs", page.Text, StringComparison.Ordinal);
        Assert.Contains("none runs", (await CaseWorld.OpenAsync(session, filed)).Find("aside dl.facts").TextContent, StringComparison.Ordinal);
        var paused = (await world.CaseAsync(filed)).Clocks.Single(clock => clock.IsPaused);
        page = await CaseWorld.OpenAsync(session, filed, $"/clocks/{paused.Id.Value}");
        Assert.Contains("has been paused since", page.Text, StringComparison.Ordinal);
        await world.ChangeAsync(filed, (subject, start, now) => subject.WriteMessage("here", Actor.Survivor, start, now));
        page = await CaseWorld.OpenAsync(session, filed, $"/clocks/{paused.Id.Value}");
        Assert.Contains("What became of it", page.Text, StringComparison.Ordinal);
    }
}
