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
        var bare = await BareTransactions.MeasureAsync(bench, ids);
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
}
