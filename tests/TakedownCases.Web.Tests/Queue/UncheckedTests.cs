using System.Net;
using TakedownCases.Data;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Queue;

/// <summary>Filings that came in an odd way wait in a part of their own, and nobody in danger waits there alone.</summary>
public sealed class UncheckedTests
{
    [Theory]
    [DatabaseData]
    public async Task An_odd_filing_waits_apart_until_a_person_accepts_it(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var plain = await Filed.CaseAsync(app);
        var odd = await Filed.CaseAsync(app, isUnchecked: true);
        using var triage = await SignedIn.AsAsync(app, StaffRole.Triage);
        Assert.Equal([plain.Number.Value], await NumbersAsync(triage, "free"));
        Assert.Equal([odd.Number.Value], await NumbersAsync(triage, "unchecked"));

        var sorting = await triage.OpenAsync($"/staff/queue/{odd.Number}");
        var done = await triage.SubmitAsync(sorting, "#accept");

        Assert.Contains("waits with the others now", done.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await NumbersAsync(triage, "free")).Count);
        Assert.Empty(await NumbersAsync(triage, "unchecked"));
        Assert.Empty((await triage.OpenAsync($"/staff/queue/{odd.Number}")).Document.QuerySelectorAll("#accept"));
        Assert.Equal(HttpStatusCode.NotFound, (await triage.SubmitAsync(sorting, "#accept", ("number", "TC-0000-0000"))).Status);
    }

    [Theory]
    [DatabaseData]
    public async Task Whoever_takes_an_odd_filing_has_checked_it(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var odd = await Filed.CaseAsync(app, isUnchecked: true);
        using var advocate = await SignedIn.AsAsync(app, StaffRole.Advocate);

        await advocate.SubmitAsync(await advocate.OpenAsync("/staff/queue?tab=unchecked"), "#claim", ("number", odd.Number.Value));

        Assert.Equal([odd.Number.Value], await NumbersAsync(advocate, "mine"));
        Assert.False((await Filed.LoadAsync(app, odd)).IsUnchecked);
    }

    [Theory]
    [DatabaseData]
    public async Task Danger_is_in_its_own_part_however_it_came_and_is_taken_next(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        await Filed.CaseAsync(app);
        var odd = await Filed.CaseAsync(app, danger: new DangerAnswers(DangerNow: true), isUnchecked: true);
        using var advocate = await SignedIn.AsAsync(app, StaffRole.Advocate);
        Assert.Equal([odd.Number.Value], await NumbersAsync(advocate, "danger"));

        await advocate.SubmitAsync(await advocate.OpenAsync("/staff/queue"), "#next");

        Assert.Equal([odd.Number.Value], await NumbersAsync(advocate, "mine"));
    }

    private static async Task<List<string>> NumbersAsync(WebSession session, string tab)
        => Filed.Numbers(await session.OpenAsync($"/staff/queue?tab={tab}"));
}
