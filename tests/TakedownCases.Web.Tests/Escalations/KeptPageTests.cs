#pragma warning disable RS0030 // A test that looks below the pages at the database itself.
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Desk;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;
using TakedownCases.Web.Features.Escalations.Kept;
using TakedownCases.Web.Tests.Jobs;
using TakedownCases.Web.Tests.Queue;

namespace TakedownCases.Web.Tests.Escalations;

/// <summary>Deadlines kept, by week and platform: what is counted, for whom, and at what cost.</summary>
public sealed class KeptPageTests
{
    private const string Address = "/staff/escalations/kept";

    [Theory, DatabaseData]
    public async Task Weeks_and_platforms_are_counted_from_what_fell_due_and_the_picture_says_what_the_table_says(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, Pages());
        await ReviewedAsync(app, 11);
        await Filed.CaseAsync(app);
        app.Clock.Advance(TimeSpan.FromDays(7));
        var noticed = await NoticeJourneyTests.FileAsync(app);
        await NoticeJourneyTests.ApproveAsync(app, noticed);
        await app.SweepAsync(Web.Jobs.JobTable.Sending);
        app.Clock.Advance(TimeSpan.FromDays(5));
        using var session = await SignedIn.AsAsync(app, StaffRole.Supervisor);

        var page = await session.OpenAsync(Address);

        var ours = Cells(page, "Us");
        Assert.Matches("^[0-9]+ % \\([0-9]+ of [0-9]+\\)$", ours[7]);
        var listed = Cells(page, "example.org");
        Assert.Equal(["none", "0 of 3"], listed.Skip(7));
        Assert.Equal("0 of 3", listed[0]);
        Assert.Equal(8 + 1, ours.Count);
        foreach (var picture in page.Document.QuerySelectorAll(".card svg[role=img]"))
        {
            var names = picture.GetAttribute("aria-labelledby")!.Split(' ').Select(id => page.Document.GetElementById(id)!.TextContent);
            Assert.All(names, Assert.NotEmpty);
        }

        var narrowed = await session.OpenAsync(Address + "?platform=example.org");
        Assert.Contains("By week: example.org", narrowed.Text, StringComparison.Ordinal);
        Assert.Equal(["0", "0/3"], Counts(narrowed).Skip(6));
        Assert.Equal(Counts(page).Count, Counts(await session.OpenAsync(Address + "?platform=%3Cscript%3E")).Count);
        Assert.DoesNotContain(Filed.Canary, page.Body, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task What_was_done_in_time_is_kept_what_was_late_is_missed_and_what_was_stopped_is_neither(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, Pages());
        await ReviewedAsync(app, 1);
        var (late, open, stopped) = (await Filed.CaseAsync(app), await Filed.CaseAsync(app), await Filed.CaseAsync(app));
        await Filed.ChangeAsync(app, stopped, (found, now) => found.Withdraw(Actor.Survivor, now));
        app.Clock.Advance(TimeSpan.FromDays(2));
        await Filed.ChangeAsync(app, late, (found, now) => found.Review(Filed.Clocks(app), Actor.System, now));
        await using var scope = app.Services.CreateAsyncScope();
        var deadlines = scope.ServiceProvider.GetRequiredService<KeptDeadlines>();
        var boss = await SignedIn.HireAsync(app, StaffRole.Supervisor);
        var from = app.Clock.GetUtcNow().AddDays(-7);

        var read = await deadlines.ReadAsync(boss, from, 100, CancellationToken.None);

        Assert.Equal((1, 2), (read.Count(one => one.Kept), read.Count(one => !one.Kept)));
        Assert.Equal(read.OrderByDescending(one => one.DueAt).Take(2), await deadlines.ReadAsync(boss, from, 2, CancellationToken.None));
        Assert.Empty(await deadlines.ReadAsync(boss, app.Clock.GetUtcNow(), 100, CancellationToken.None));
        await Filed.ChangeAsync(app, open, (found, now) => found.Recuse(boss.Staff, Actor.Console, now));
        Assert.Equal(2, (await deadlines.ReadAsync(boss, from, 100, CancellationToken.None)).Count);
    }

    [Theory]
    [DatabaseData(StaffRole.Advocate)]
    [DatabaseData(StaffRole.Supervisor)]
    [DatabaseData(StaffRole.Legal)]
    public async Task The_minor_track_is_in_no_count_without_clearance(DatabaseKind kind, StaffRole role)
    {
        await using var app = await TestApp.StartAsync(kind, Pages());
        var (without, with) = (await SignedIn.HireAsync(app, role), await SignedIn.HireAsync(app, role, cleared: true));
        await Desk.HeldAsync(app, with, Track.Minor);
        app.Clock.Advance(TimeSpan.FromDays(4));
        using var uncleared = SignedIn.As(app, without);
        using var cleared = SignedIn.As(app, with);

        Assert.Contains("No deadline fell due", (await uncleared.OpenAsync(Address)).Text, StringComparison.Ordinal);
        Assert.NotEmpty(Cells(await cleared.OpenAsync(Address), "Us"));
    }

    [Theory, DatabaseData]
    public async Task A_page_takes_two_queries_and_one_for_its_tabs_beside_the_read_entry_along_their_indexes_and_is_logged(DatabaseKind kind)
    {
        var queries = new Queries();
        await using var app = await TestApp.StartAsync(kind, Pages(queries));
        var viewer = await SignedIn.HireAsync(app, StaffRole.Supervisor, cleared: true);
        await Filed.CasesAsync(app, 3);
        app.Clock.Advance(TimeSpan.FromDays(4));
        using var session = SignedIn.As(app, viewer);
        await session.OpenAsync(Address);
        queries.Forget();
        await session.OpenAsync(Address);

        Assert.Equal(3, queries.Asked.Count(query => query.Contains("case_clock", StringComparison.Ordinal)));
        Assert.InRange(queries.Asked.Count(query => !query.Contains("ledger_", StringComparison.Ordinal)), 3, 4);
        Assert.Equal([], await TaskPageTests.ShownAsync(app, viewer, "escalations.kept"));
        await using var scope = app.Services.CreateAsyncScope();
        var (db, deadlines) = (scope.ServiceProvider.GetRequiredService<TakedownDbContext>(), scope.ServiceProvider.GetRequiredService<KeptDeadlines>());
        var from = app.Clock.GetUtcNow().AddDays(-50);
        Assert.Contains("ix_clock_ended", await PlanAsync(db, kind, deadlines.Ended(viewer, from, 100)), StringComparison.Ordinal);
        Assert.Contains("ix_clock_running", await PlanAsync(db, kind, deadlines.Open(viewer, from, 100)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_is_rounded_down_and_of_few_there_is_none()
    {
        var almost = new KeptCount(999, 1000);
        Assert.Equal((99, 1, false), (almost.Share, almost.Missed, almost.IsFew));
        Assert.True(new KeptCount(9, 9).IsFew);
        Assert.Equal(0, KeptCount.None.Share);
        var chart = KeptChart.Upright([("a", new KeptCount(1, 1000), ""), ("b", new KeptCount(0, 0), ""), ("c", new KeptCount(2000, 2000), "")]);
        Assert.All(chart.Bars, bar => Assert.InRange(bar.Kept + bar.Missed, 0, KeptChart.Foot - 14));
        Assert.Equal((2, 0), (chart.Bars[0].Kept, chart.Bars[1].Kept));
    }

    // No sweep changes a case, or asks anything, while a test looks.
    private static TestAppOptions Pages(Queries? queries = null) => SignedIn.Options(queries) with
    {
        Services = services =>
        {
            SignedIn.Options(queries).Services!(services);
            SchedulerTests.Unscheduled(services);
        },
    };

    private static async Task ReviewedAsync(TestApp app, int count)
    {
        foreach (var filed in await Filed.CasesAsync(app, count))
        {
            await Filed.ChangeAsync(app, filed, (found, now) => found.Review(Filed.Clocks(app), Actor.System, now));
        }
    }

    private static List<string> Cells(WebPage page, string row)
        => [.. page.Document.QuerySelectorAll("tbody tr").Single(line => line.QuerySelector("th")!.TextContent.Trim() == row)
            .QuerySelectorAll("td").Select(cell => string.Join(' ', cell.TextContent.Split(':')[^1].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    /// <summary>What is written above the bars of the first picture.</summary>
    private static List<string> Counts(WebPage page)
        => [.. page.Find("svg[role=img]").QuerySelectorAll("text").Where((_, number) => number % 2 == 0).Select(text => text.TextContent)];

    private static async Task<string> PlanAsync(TakedownDbContext db, DatabaseKind kind, IQueryable<KeptDeadline> query)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = query.CreateDbCommand();
        if (kind == DatabaseKind.Postgres)
        {
            // A dozen rows fit one page of the disk, so that no index would be worth it: ask what is possible.
            await using var set = command.Connection!.CreateCommand();
            set.CommandText = "SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off; SET enable_hashjoin = off; SET enable_mergejoin = off";
            await set.ExecuteNonQueryAsync();
        }

        command.CommandText = (kind == DatabaseKind.Sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + command.CommandText;
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(kind == DatabaseKind.Sqlite ? 3 : 0));
        }

        return string.Join('\n', lines);
    }
}
