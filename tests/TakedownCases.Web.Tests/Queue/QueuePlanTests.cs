#pragma warning disable RS0030 // A test that looks below the pages at the database itself.
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TakedownCases.Data;
using TakedownCases.Data.Queue;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Queue;

/// <summary>A page of a million cases costs what a page of fifty does only while every part is read along its index.</summary>
public sealed class QueuePlanTests
{
    [Theory]
    [DatabaseData(StaffRole.Supervisor, false, QueuePart.All, "ix_queue_track_due", 1)]
    [DatabaseData(StaffRole.Supervisor, true, QueuePart.All, "ix_queue_track_due", 2)]
    [DatabaseData(StaffRole.Supervisor, true, QueuePart.Minor, "ix_queue_track_due", 1)]
    [DatabaseData(StaffRole.Supervisor, true, QueuePart.Overdue, "ix_queue_track_due", 2)]
    [DatabaseData(StaffRole.Advocate, false, QueuePart.Mine, "ix_queue_assignee_due", 1)]
    [DatabaseData(StaffRole.Advocate, true, QueuePart.Mine, "ix_queue_assignee_due", 2)]
    [DatabaseData(StaffRole.Advocate, false, QueuePart.Free, "ix_queue_assignee_due", 1)]
    [DatabaseData(StaffRole.Advocate, true, QueuePart.Free, "ix_queue_assignee_due", 2)]
    [DatabaseData(StaffRole.Supervisor, true, QueuePart.Danger, "ix_queue_danger_due", 2)]
    [DatabaseData(StaffRole.Supervisor, true, QueuePart.Unchecked, "ix_queue_unchecked_due", 2)]
    [DatabaseData(StaffRole.Advocate, false, QueuePart.Unchecked, "ix_queue_unchecked_due", 1)]
    [DatabaseData(StaffRole.Supervisor, false, QueuePart.Quiet, "ix_queue_quiet", 1)]
    public async Task A_part_is_read_along_its_index_without_sorting(
        DatabaseKind kind, StaffRole role, bool cleared, QueuePart part, string index, int runs)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = TestApp.StartOn(database, SignedIn.Options());
        await FileAsync(app);
        app.Clock.Advance(TimeSpan.FromDays(10));
        await FileAsync(app);
        if (kind == DatabaseKind.Postgres && part == QueuePart.Mine)
        {
            // Track and holder are both worth nothing to a planner that knows no row: let it know these.
            await AnalyzeAsync(database);
        }

        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        var queue = scope.ServiceProvider.GetRequiredService<CaseQueue>();
        var viewer = new Viewer(StaffId.New(app.Clock.GetUtcNow()), role, cleared);
        var cursor = new QueueCursor(part == QueuePart.Quiet ? null : app.Clock.GetUtcNow(), CaseId.New(app.Clock.GetUtcNow()));
        foreach (var (from, backwards) in new (QueueCursor?, bool)[] { (null, false), (cursor, false), (cursor, true) })
        {
            var plan = await PlanAsync(db, kind, queue.Rows(viewer, part, QueueFilter.None, from, backwards));

            Assert.True(Count(plan, index) == runs, $"{index} should be used {runs} times:\n{plan}");
            Assert.DoesNotContain("SCAN t USING INDEX", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("Seq Scan on takedown_case", plan, StringComparison.Ordinal);
            var sorts = Count(plan, kind == DatabaseKind.Sqlite ? "USE TEMP B-TREE FOR ORDER BY" : "Sort Key");

            // SQLite merges by sorting what each run has already cut to one page; PostgreSQL sorts once, or merges.
            Assert.True(sorts <= (runs == 1 ? 0 : kind == DatabaseKind.Sqlite ? runs : 1), $"Only the merge may sort:\n{plan}");
        }
    }

    private static async Task FileAsync(TestApp app)
    {
        await Filed.CasesAsync(app, 3);
        await Filed.CasesAsync(app, 3, Track.Minor);
    }

    private static async Task AnalyzeAsync(TestDatabase database)
    {
        await using var owner = new NpgsqlConnection(database.ConnectionString);
        await owner.OpenAsync();
        await RunAsync(owner, "ANALYZE takedown_case");
    }

    private static async Task<string> PlanAsync(TakedownDbContext db, DatabaseKind kind, IQueryable<QueueRow> query)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = query.CreateDbCommand();
        if (kind == DatabaseKind.Postgres)
        {
            // Three cases fit one page of the disk, so that no index would be worth it: ask what is possible.
            await RunAsync(command.Connection!, "SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off");
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

    private static async Task RunAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static int Count(string plan, string word) => plan.Split(word).Length - 1;
}
