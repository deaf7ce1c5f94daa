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
        await session.SubmitAsync(page, "form[action$='/end']");
        Assert.True((await world.CaseAsync(filed)).Clocks.Single(clock => clock.Kind == ClockKind.RightWindow).Met);
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

        Assert.Contains("Stands still", page.Text, StringComparison.Ordinal);
        Assert.Contains("none runs", page.Text, StringComparison.Ordinal);
        var paused = (await world.CaseAsync(filed)).Clocks.Single(clock => clock.IsPaused);
        page = await CaseWorld.OpenAsync(session, filed, $"/clocks/{paused.Id.Value}");
        Assert.Contains("has stood still since", page.Text, StringComparison.Ordinal);
        await world.ChangeAsync(filed, (subject, start, now) => subject.WriteMessage("here", Actor.Survivor, start, now));
        page = await CaseWorld.OpenAsync(session, filed, $"/clocks/{paused.Id.Value}");
        Assert.Contains("What became of it", page.Text, StringComparison.Ordinal);
    }
}
