using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Jobs.Sweeps;

namespace TakedownCases.Benchmarks.Runs;

/// <summary>
/// The app's own clock sweep, with nothing due and with many; against bare transactions that read, update and insert the
/// same rows.
/// </summary>
internal static class SweepRun
{
    private const double MostIdleMilliseconds = 5;
    private const double Budget = 50;

    public static async Task RunAsync(BenchDatabase bench, BenchOptions options, BenchReport report)
    {
        var idle = await Timing.MeasureAsync(20, 200, _ => SweepAsync(bench));
        report.AtMost($"sweep {bench.Provider}: nothing due, median", idle.Median(), "ms", MostIdleMilliseconds);

        bench.Clock.At = await UntilAsync(bench, options.Items);
        var ids = await DueAsync(bench, bench.Clock.At);
        var done = 0;
        using var commands = new CommandCount();
        var allocated = GC.GetTotalAllocatedBytes();
        var milliseconds = await Timing.OnceAsync(async () => done = await SweepAsync(bench));
        allocated = GC.GetTotalAllocatedBytes() - allocated;
        var (asked, answering) = (commands.Count, commands.Milliseconds);
        var bare = await BareAsync(bench, ids);
        report.Figure($"sweep {bench.Provider}: due clocks done", done, "");
        report.Figure($"sweep {bench.Provider}: a due case", milliseconds / ids.Length, "ms");
        report.Figure($"sweep {bench.Provider}: commands a due case", (double)asked / ids.Length, "");
        report.Figure($"sweep {bench.Provider}: in the database, a due case", answering / ids.Length, "ms");
        report.Figure($"sweep {bench.Provider}: allocated a due case", allocated / 1024.0 / ids.Length, "KB");
        report.Figure($"sweep {bench.Provider}: the same in bare transactions", bare.Average(), "ms");
        report.AtLeast($"sweep {bench.Provider}: rate against bare", 100 * bare.Average() * ids.Length / milliseconds, "%", Budget);
    }

    private static async Task<int> SweepAsync(BenchDatabase bench)
    {
        await using var scope = bench.Services.CreateAsyncScope();
        var sweep = ActivatorUtilities.CreateInstance<ClockSweep>(scope.ServiceProvider);
        return (await sweep.RunAsync(CancellationToken.None)).Done;
    }

    private static async Task<CaseId[]> DueAsync(BenchDatabase bench, DateTimeOffset now)
    {
        await using var scope = bench.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        return await db.Clocks.AsNoTracking().Where(clock => clock.NextAt <= now).Select(clock => clock.CaseId).Distinct().ToArrayAsync();
    }

    /// <summary>The instant at which so many clocks are due.</summary>
    private static async Task<DateTimeOffset> UntilAsync(BenchDatabase bench, int items)
    {
        await using var scope = bench.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        return await db.Clocks.AsNoTracking().Where(clock => clock.NextAt != null).OrderBy(clock => clock.NextAt)
            .Skip(items - 1).Select(clock => clock.NextAt).FirstOrDefaultAsync()
            ?? throw new InvalidOperationException($"The database has fewer than {items} deadlines to come: ask for fewer, or seed more cases.");
    }

    /// <summary>On copies of the three tables, so that no history is touched.</summary>
    private static async Task<double[]> BareAsync(BenchDatabase bench, CaseId[] cases)
    {
        await using var connection = await bench.ConnectAsync();
        var bytes = bench.IsSqlite ? "BLOB" : "bytea";
        await connection.ExecuteAsync($"CREATE TABLE bench_head (scope {bytes} PRIMARY KEY, seq bigint NOT NULL, hash {bytes} NOT NULL)");
        await connection.ExecuteAsync($"CREATE TABLE bench_clock (case_id {bytes} PRIMARY KEY, warned_at bigint, next_at bigint)");
        await connection.ExecuteAsync($"CREATE TABLE bench_entry (scope {bytes}, seq bigint, body {bytes}, hash {bytes}, PRIMARY KEY (scope, seq))");
        var (body, hash) = (new byte[320], new byte[32]);
        foreach (var caseId in cases)
        {
            var id = caseId.Value.ToByteArray(bigEndian: true);
            await ScalarAsync(connection, null, "INSERT INTO bench_head VALUES (@id, 9, @hash)", id, ("@hash", hash));
            await ScalarAsync(connection, null, "INSERT INTO bench_clock VALUES (@id, NULL, 1)", id);
        }

        var times = await Timing.MeasureAsync(0, cases.Length, async number =>
        {
            var id = cases[number].Value.ToByteArray(bigEndian: true);
            await using var transaction = await connection.BeginTransactionAsync();
            await ScalarAsync(connection, transaction, "SELECT next_at FROM bench_clock WHERE case_id = @id", id);
            await ScalarAsync(connection, transaction, "SELECT seq FROM bench_head WHERE scope = @id", id);
            await ScalarAsync(connection, transaction, "UPDATE bench_clock SET warned_at = 1, next_at = 2 WHERE case_id = @id", id);
            await ScalarAsync(connection, transaction, "INSERT INTO bench_entry VALUES (@id, 10, @body, @hash)", id, ("@body", body), ("@hash", hash));
            await ScalarAsync(connection, transaction, "UPDATE bench_head SET seq = 10, hash = @hash WHERE scope = @id AND seq = 9", id, ("@hash", hash));
            await transaction.CommitAsync();
        });
        await connection.ExecuteAsync("DROP TABLE bench_head; DROP TABLE bench_clock; DROP TABLE bench_entry;");
        return times;
    }

    private static async Task<object?> ScalarAsync(
        DbConnection connection, DbTransaction? transaction, string statement, object id, params (string Name, object Value)[] more)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the statements stand above
        command.CommandText = statement;
#pragma warning restore CA2100
        command.Transaction = transaction;
        foreach (var (name, value) in more.Where(pair => statement.Contains(pair.Name, StringComparison.Ordinal)).Prepend(("@id", id)))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return await command.ExecuteScalarAsync();
    }
}
