using System.Net;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.Queue;

namespace TakedownCases.Web.Tests.Escalations;

public sealed class OutboxPageTests
{
    private static readonly string[] Shelves = ["waiting", "deferred", "sending", "unknown", "rejected", "stopped", "sent"];

    [Theory]
    [DatabaseData]
    public async Task A_queued_notice_is_shown_without_its_recipient_or_a_word_of_it(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var me = await SignedIn.HireAsync(app, StaffRole.Advocate);
        var filed = await Desk.HeldAsync(app, me);
        var (reference, messageId) = await Desk.NoticeAsync(app, filed, queued: true);
        using var session = SignedIn.As(app, me);

        var page = await session.OpenAsync("/staff/outbox");

        Assert.Equal([filed.Number.Value], Desk.Numbers(page));
        Assert.Contains(reference.Value, page.Text, StringComparison.Ordinal);
        Assert.Contains("as soon as a worker is free", page.Text, StringComparison.Ordinal);
        Assert.Equal("Queued 1", Desk.Tabs(page)[0]);
        foreach (var word in new[] { Filed.Canary, Desk.Recipient, messageId.Trim('<', '>') })
        {
            Assert.DoesNotContain(word, page.Body, StringComparison.Ordinal);
        }

        Assert.Equal([filed.Id.Value], await TaskPageTests.ShownAsync(app, me, "outbox.waiting"));
    }

    [Theory]
    [DatabaseData]
    public async Task Others_see_neither_row_nor_count(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var holder = await SignedIn.HireAsync(app, StaffRole.Advocate, cleared: true);
        await Desk.NoticeAsync(app, await Desk.HeldAsync(app, holder, Track.Minor), queued: true);
        foreach (var (role, cleared) in new[] { (StaffRole.Advocate, true), (StaffRole.Supervisor, false), (StaffRole.Legal, false) })
        {
            using var session = await SignedIn.AsAsync(app, role, cleared);
            foreach (var shelf in Shelves)
            {
                var page = await session.OpenAsync("/staff/outbox?shelf=" + shelf);
                Assert.Empty(Desk.Numbers(page));
                Assert.All(page.Document.QuerySelectorAll(".tabs .muted"), count => Assert.Equal("0", count.TextContent));
            }
        }
    }

    [Theory]
    [DatabaseData]
    public async Task An_administrator_gets_counts_and_no_case(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var (adult, minor) = (await Filed.CaseAsync(app), await Filed.CaseAsync(app, Track.Minor));
        await Desk.NoticeAsync(app, adult, queued: true);
        await Desk.NoticeAsync(app, minor, queued: true);
        using var session = await SignedIn.AsAsync(app, StaffRole.Admin);

        foreach (var shelf in Shelves)
        {
            var page = await session.OpenAsync("/staff/outbox?shelf=" + shelf);
            Assert.Equal("1", page.Find("dl.facts dd").TextContent);
            Assert.Empty(page.Document.QuerySelectorAll("main table, main a"));
            Assert.DoesNotContain(adult.Number.Value, page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(minor.Number.Value, page.Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [DatabaseData]
    public async Task A_page_takes_two_queries_beside_the_read_entry(DatabaseKind kind)
    {
        var queries = new Queries();
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options(queries));
        await Desk.NoticeAsync(app, await Filed.CaseAsync(app), queued: true);
        using var session = await SignedIn.AsAsync(app, StaffRole.Supervisor);
        await session.OpenAsync("/staff/outbox?shelf=waiting");
        queries.Forget();

        await session.OpenAsync("/staff/outbox?shelf=waiting");

        Assert.Equal(2, queries.Asked.Count(query => !query.Contains("ledger_", StringComparison.Ordinal)));
    }

    [Theory]
    [DatabaseData]
    public async Task Triage_gets_no_outbox_and_nonsense_shows_the_first_shelf(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        using var triage = await SignedIn.AsAsync(app, StaffRole.Triage);
        using var supervisor = await SignedIn.AsAsync(app, StaffRole.Supervisor);

        Assert.Equal(HttpStatusCode.Forbidden, (await triage.GetAsync("/staff/outbox")).Status);
        foreach (var query in new[] { "shelf=drafted", "shelf=99", "shelf=waiting&after=zz", "before=%00" })
        {
            var page = await supervisor.OpenAsync("/staff/outbox?" + query);
            Assert.Equal("Queued 0", Desk.Tabs(page)[0]);
        }
    }
}
