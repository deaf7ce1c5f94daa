using System.Diagnostics;
using System.Threading.Channels;

namespace TakedownCases.Benchmarks.Seeding;

/// <summary>Fills a database: workers make cases, writers bring them in through the quickest way each database has.</summary>
internal static class Seeder
{
    private const int BatchSize = 500;

    public static async Task RunAsync(BenchDatabase bench, BenchOptions options, BenchReport report)
    {
        var started = Stopwatch.GetTimestamp();
        var batches = Channel.CreateBounded<List<MadeCase>>(8);
        var tables = new BulkTables(bench.Model());
        var next = -1;
        var made = 0L;
        var writers = bench.IsSqlite ? 1 : 2;
        var workers = Enumerable.Range(0, bench.IsSqlite ? 2 : 1).Select(_ => Task.Run(async () =>
        {
            var maker = new CaseMaker(options, bench.Vault, bench.Services);
            for (var batch = Interlocked.Increment(ref next); batch * BatchSize < options.Cases; batch = Interlocked.Increment(ref next))
            {
                var from = batch * BatchSize;
                var cases = new List<MadeCase>(BatchSize);
                for (var number = from; number < Math.Min(from + BatchSize, options.Cases); number++)
                {
                    cases.Add(maker.Make(number));
                }

                await batches.Writer.WriteAsync(cases);
                if (Interlocked.Add(ref made, cases.Count) % 50_000 < BatchSize)
                {
                    Console.Error.WriteLine($"made {made:N0} after {Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s");
                }
            }
        })).ToList();
        var writing = Enumerable.Range(0, writers)
            .Select(_ => Task.Run(() => WriteAsync(bench, tables, batches))).ToList();
        await Task.WhenAll(workers);
        batches.Writer.TryComplete();
        var rows = (await Task.WhenAll(writing)).Sum();
        await FinishAsync(bench);

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        report.Figure($"seed {bench.Provider}: cases", options.Cases, "");
        report.Figure($"seed {bench.Provider}: rows", rows, "");
        report.Figure($"seed {bench.Provider}: time", seconds, "s");
        report.Figure($"seed {bench.Provider}: rows per second", rows / seconds, "1/s");
    }

    private static async Task<long> WriteAsync(BenchDatabase bench, BulkTables tables, Channel<List<MadeCase>> batches)
    {
        try
        {
            return await (bench.IsSqlite
                ? SqliteBulk.WriteAsync(bench, tables, batches.Reader) : PostgresBulk.WriteAsync(bench, tables, batches.Reader));
        }
        catch (Exception error)
        {
            // Whoever waits for room in the channel would wait for ever.
            batches.Writer.TryComplete(error);
            throw;
        }
    }

    private static async Task FinishAsync(BenchDatabase bench)
    {
        await using var connection = await bench.ConnectAsync();
        await connection.ExecuteAsync(bench.IsSqlite ? "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);" : "VACUUM (ANALYZE, FREEZE)");
    }
}
