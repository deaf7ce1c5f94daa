using System.Net;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.Queue;

namespace TakedownCases.Web.Tests.Escalations;

public sealed class EscalationPageTests
{
    private static readonly string[] Tabs = ["overdue", "drafted", "second", "form"];

    [Theory]
    [DatabaseData]
    public async Task What_is_overdue_and_what_is_drafted_are_counted_and_listed(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var filed = await Filed.CaseAsync(app);
        var (reference, _) = await Desk.NoticeAsync(app, filed, queued: false);
        app.Clock.Advance(TimeSpan.FromDays(4));
        using var session = await SignedIn.AsAsync(app, StaffRole.Supervisor);

        var overdue = await session.OpenAsync("/staff/escalations");
        var drafts = await session.OpenAsync("/staff/escalations?tab=drafted");

        var rows = overdue.Document.QuerySelectorAll("main tbody tr").Length;
        Assert.True(rows > 0, overdue.Text);
        Assert.Equal([$"Overdue {rows}", "Drafts 1", "Second person 0", "To file by hand 0", "Deadlines kept"], Desk.Tabs(overdue));
        Assert.Equal(Desk.Tabs(overdue), Desk.Tabs(await session.OpenAsync("/staff/escalations/kept")));
        Assert.Contains("First review Us Our own policy", string.Join(' ', overdue.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal([filed.Number.Value], Desk.Numbers(overdue));
        Assert.Equal([filed.Number.Value], Desk.Numbers(drafts));
        Assert.Contains(reference.Value, drafts.Text, StringComparison.Ordinal);
        Assert.Contains("Instagram", drafts.Text, StringComparison.Ordinal);
        foreach (var page in new[] { overdue, drafts })
        {
            Assert.DoesNotContain(Filed.Canary, page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(Desk.Recipient, page.Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [DatabaseData]
    public async Task Each_facet_leads_to_the_list_behind_its_count_and_back(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        await Filed.CasesAsync(app, 2);
        app.Clock.Advance(TimeSpan.FromDays(5));
        await Filed.CaseAsync(app);
        app.Clock.Advance(TimeSpan.FromDays(4));
        using var session = await SignedIn.AsAsync(app, StaffRole.Legal);
        var page = await session.OpenAsync("/staff/escalations");

        // Not the steps: the sweep may still climb while this looks.
        var facets = page.Document.QuerySelectorAll(".facets a").Where(link => !link.GetAttribute("href")!.Contains("step=", StringComparison.Ordinal)).ToList();
        Assert.True(facets.Count > 2, page.Text);

        foreach (var facet in facets)
        {
            var narrowed = await session.OpenAsync(facet.GetAttribute("href")!);
            Assert.Equal(facet.QuerySelector(".muted")!.TextContent, narrowed.Document.QuerySelectorAll("main tbody tr").Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal("/staff/escalations", narrowed.Find(".facets a[aria-current]").GetAttribute("href"));
        }
    }

    [Theory]
    [DatabaseData(StaffRole.Advocate)]
    [DatabaseData(StaffRole.Supervisor)]
    [DatabaseData(StaffRole.Legal)]
    public async Task A_case_on_the_minor_track_does_not_exist_without_clearance(DatabaseKind kind, StaffRole role)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var viewer = await SignedIn.HireAsync(app, role);
        var minor = await Filed.CaseAsync(app, Track.Minor);
        await Desk.NoticeAsync(app, minor, queued: false);
        app.Clock.Advance(TimeSpan.FromDays(4));
        using var session = SignedIn.As(app, viewer);

        foreach (var tab in Tabs)
        {
            var page = await session.OpenAsync("/staff/escalations?tab=" + tab);
            Assert.DoesNotContain(minor.Number.Value, page.Body, StringComparison.Ordinal);
            Assert.All(page.Document.QuerySelectorAll(".tabs .muted"), count => Assert.Equal("0", count.TextContent));
            Assert.Empty(page.Document.QuerySelectorAll(".facets"));
        }
    }

    [Theory]
    [DatabaseData]
    public async Task A_recused_colleague_sees_and_counts_nothing(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var viewer = await SignedIn.HireAsync(app, StaffRole.Supervisor, cleared: true);
        var filed = await Filed.CaseAsync(app);
        await Desk.NoticeAsync(app, filed, queued: false);
        await Filed.ChangeAsync(app, filed, (found, now) => found.Recuse(viewer.Staff, Actor.Console, now));
        app.Clock.Advance(TimeSpan.FromDays(4));
        using var session = SignedIn.As(app, viewer);

        foreach (var tab in Tabs)
        {
            var page = await session.OpenAsync("/staff/escalations?tab=" + tab);
            Assert.Empty(Desk.Numbers(page));
            Assert.All(page.Document.QuerySelectorAll(".tabs .muted"), count => Assert.Equal("0", count.TextContent));
        }
    }

    [Theory]
    [DatabaseData]
    public async Task A_page_takes_at_most_four_queries_beside_the_read_entry_and_is_logged(DatabaseKind kind)
    {
        var queries = new Queries();
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options(queries));
        var viewer = await SignedIn.HireAsync(app, StaffRole.Supervisor, cleared: true);
        var filed = await Filed.CaseAsync(app);
        await Desk.NoticeAsync(app, filed, queued: false);
        app.Clock.Advance(TimeSpan.FromDays(4));
        using var session = SignedIn.As(app, viewer);
        foreach (var tab in Tabs)
        {
            await session.OpenAsync("/staff/escalations?tab=" + tab);
            queries.Forget();
            await session.OpenAsync("/staff/escalations?tab=" + tab);

            Assert.InRange(queries.Asked.Count(query => !query.Contains("ledger_", StringComparison.Ordinal)), 2, 4);
            var shown = await TaskPageTests.ShownAsync(app, viewer, "escalations." + tab);
            Assert.Equal(tab is "overdue" or "drafted" ? [filed.Id.Value] : [], shown);
        }
    }

    [Theory]
    [DatabaseData]
    public async Task Nonsense_in_the_address_shows_the_list(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var viewer = await SignedIn.HireAsync(app, StaffRole.Supervisor);
        using var session = SignedIn.As(app, viewer, "fr");

        foreach (var query in new[] { "tab=7", "age=99&step=-1", "after=%00&before=zz", "platform=%3Cscript%3E", "skipped=perhaps" })
        {
            var page = await session.OpenAsync("/staff/escalations?" + query);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal("Escalades", page.Find("h1").TextContent);
        }
    }

    [Theory]
    [DatabaseData]
    public async Task Triage_and_administrators_get_no_escalations(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        foreach (var role in new[] { StaffRole.Triage, StaffRole.Admin })
        {
            using var session = await SignedIn.AsAsync(app, role);
            Assert.Equal(HttpStatusCode.Forbidden, (await session.GetAsync("/staff/escalations")).Status);
        }
    }
}
