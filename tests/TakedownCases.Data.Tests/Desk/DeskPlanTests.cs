#pragma warning disable RS0030 // A test that looks below the lists at the database itself.
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Desk;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Desk;

/// <summary>A page costs the same however many cases there are only while each list is read along its index.</summary>
public sealed class DeskPlanTests
{
    [Theory]
    [DatabaseData("overdue", "ix_clock_running")]
    [DatabaseData("danger", "ix_clock_running")]
    [DatabaseData("supervisors", "ix_task_open")]
    [DatabaseData("supervisors of a thin house", "ix_task_open")]
    [DatabaseData("outbox", "ix_notice_state")]
    public async Task A_list_is_read_along_its_index_without_sorting(DatabaseKind kind, string list, string index)
    {
        await using var world = await DeskWorld.StartAsync(kind);
        var (me, other) = (await world.HireAsync(StaffRole.Supervisor, cleared: true), await world.HireAsync(StaffRole.Advocate));
        var id = await world.FileAsync(me);
        await world.AskAsync(id);
        await using var scope = world.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var cursor = new DeskCursor(world.Now, Guid.CreateVersion7());
        foreach (var (from, backwards) in new (DeskCursor?, bool)[] { (null, false), (cursor, false), (cursor, true) })
        {
            IQueryable query = list switch
            {
                "overdue" => services.GetRequiredService<OverdueList>().Rows(me, OverdueFilter.None, danger: false, from, backwards),
                "danger" => services.GetRequiredService<OverdueList>().Rows(me, OverdueFilter.None, danger: true, from, backwards),
                "supervisors" => services.GetRequiredService<TaskList>().Rows(me, DeskWorld.NobodyAway, [], from, backwards),
                "supervisors of a thin house" => services.GetRequiredService<TaskList>().Rows(
                    me, DeskWorld.NobodyAway with { Off = [other.Staff], Uncleared = [other.Staff] }, [(id, TaskId.New(world.Now))], from, backwards),
                _ => services.GetRequiredService<NoticeList>().Rows(me, NoticeShelf.Sent, from, backwards),
            };
            var plan = await PlanAsync(services.GetRequiredService<TakedownDbContext>(), kind, query);

            Assert.Contains(index, plan, StringComparison.Ordinal);
            foreach (var table in new[] { "case_clock", "notice", "staff_task" })
            {
                Assert.DoesNotContain($"Seq Scan on {table} ", plan, StringComparison.Ordinal);
            }

            // What a row says of its last step is sorted within one clock; runs are merged after each was cut to one page.
            var sorts = plan.Split(kind == DatabaseKind.Sqlite ? "USE TEMP B-TREE FOR ORDER BY" : "Sort Key").Length - 1;
            Assert.True(sorts <= list switch { "outbox" => 0, "supervisors" => 3, "supervisors of a thin house" => 6, _ => 2 }, $"Only what is within a row, and the merge, may sort:\n{plan}");
            Assert.DoesNotContain("Sort Key: c.due_at", plan, StringComparison.Ordinal);
        }
    }

    private static async Task<string> PlanAsync(TakedownDbContext db, DatabaseKind kind, IQueryable query)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = query.CreateDbCommand();
        if (kind == DatabaseKind.Postgres)
        {
            // A few rows fit one page of the disk, so that no index would be worth it: ask what is possible.
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
}
