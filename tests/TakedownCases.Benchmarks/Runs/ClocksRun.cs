using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;

namespace TakedownCases.Benchmarks.Runs;

/// <summary>
/// How many running clocks a seeded database has of each basis, the most first: what a changed rule would have counted again.
/// A million cases have some hundred thousand of the commonest.
/// </summary>
internal static class ClocksRun
{
    private const int MostBases = 8;

    public static async Task RunAsync(BenchDatabase bench, BenchReport report)
    {
        await using var scope = bench.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        var bases = await db.Clocks.AsNoTracking().Where(clock => clock.EndedAt == null)
            .GroupBy(clock => new { clock.Basis, clock.BasisVersion })
            .Select(group => new { group.Key.Basis, group.Key.BasisVersion, Count = group.Count() })
            .OrderByDescending(group => group.Count).Take(MostBases).ToListAsync();
        foreach (var basis in bases)
        {
            report.Figure($"clocks {bench.Provider}: running under {basis.Basis}@{basis.BasisVersion}", basis.Count, "");
        }
    }
}
