using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Law;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Benchmarks.Runs;

/// <summary>
/// Two people change the promise under which most clocks run, and the sweep counts all of those again, each case in its own
/// transaction; against bare transactions that read, update and insert the same rows.
/// </summary>
internal static class RecountRun
{
    private const int BareCases = 2_000;
    private const double Budget = 50;

    private static readonly Actor One = Actor.OfStaff(new StaffId(Guid.Parse("01000000-0000-7000-8000-000000000001")), "legal");

    private static readonly Actor Other = Actor.OfStaff(new StaffId(Guid.Parse("01000000-0000-7000-8000-000000000002")), "admin");

    public static async Task RunAsync(BenchDatabase bench, BenchReport report)
    {
        await bench.Services.GetRequiredService<CurrentLaw>().ReloadAsync(CancellationToken.None);
        var policy = await CommonestPolicyAsync(bench);
        var running = await WithAsync(bench, (TakedownDbContext db) => Running(db, policy).CountAsync());
        await ChangeAsync(bench, policy);
        bench.Clock.At += RuleRecount.FirstPassAfter;
        var looked = 0;
        var first = await Timing.OnceAsync(async () => looked = await PassAsync(bench));
        bench.Clock.At += RuleRecount.SecondPassAfter;
        var second = await Timing.OnceAsync(() => PassAsync(bench));
        var tally = await WithAsync(bench, (TakedownDbContext db) => db.RuleRecounts.AsNoTracking().OrderByDescending(row => row.NotBefore).FirstAsync());
        if (looked < running || tally.FinishedAt is null || tally.Changed < running)
        {
            throw new InvalidOperationException($"Of {running} clocks {looked} were looked at and {tally.Changed} counted again.");
        }

        var cases = await WithAsync(bench, (TakedownDbContext db) => Running(db, policy).Select(clock => clock.CaseId).Distinct().Take(BareCases).ToArrayAsync());
        var bare = (await BareTransactions.MeasureAsync(bench, cases)).Average();
        report.Figure($"recount {bench.Provider}: clocks of {policy} counted again", running, "");
        report.Figure($"recount {bench.Provider}: all of them", first / 1000, "s");
        report.Figure($"recount {bench.Provider}: one of them", first / running, "ms");
        report.Figure($"recount {bench.Provider}: a hundred thousand at that rate", first / running * 100, "s");
        report.Figure($"recount {bench.Provider}: second pass, nothing to change", second / 1000, "s");
        report.Figure($"recount {bench.Provider}: the same in bare transactions, one", bare, "ms");
        report.AtLeast($"recount {bench.Provider}: rate against bare", 100 * bare * running / first, "%", Budget);
    }

    private static IQueryable<CaseClock> Running(TakedownDbContext db, string policy)
        => db.Clocks.AsNoTracking().Where(clock => clock.Basis == policy && clock.EndedAt == null);

    private static async Task<string> CommonestPolicyAsync(BenchDatabase bench)
    {
        var policies = bench.Services.GetRequiredService<CurrentLaw>().Now.Policies.All.Select(policy => policy.Id).ToHashSet(StringComparer.Ordinal);
        var bases = await WithAsync(bench, (TakedownDbContext db) => db.Clocks.AsNoTracking().Where(clock => clock.EndedAt == null)
            .GroupBy(clock => clock.Basis).Select(group => new { group.Key, Count = group.Count() }).OrderByDescending(group => group.Count).ToListAsync());
        return bases.First(basis => policies.Contains(basis.Key)).Key;
    }

    private static async Task ChangeAsync(BenchDatabase bench, string policy)
    {
        var record = JsonNode.Parse(ShippedRules.All.Single(rule => rule.Kind == RuleKind.Policy && rule.RuleId == policy).Json)!.AsObject();
        record["version"] = bench.Clock.At.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        record["warnPercents"] = new JsonArray(40, 70);
        var proposed = await WithAsync(bench, (RuleChanges changes) => changes.ProposeAsync(
            RuleKind.Policy, null, record.ToJsonString(), "a benchmark", One, CancellationToken.None));
        var done = proposed.IsDone
            ? await WithAsync(bench, (RuleChanges changes) => changes.ActivateAsync(proposed.Value.Id, Other, CancellationToken.None))
            : proposed.Refusal;
        if (!done.IsDone)
        {
            throw new InvalidOperationException($"The change was refused: {done.Refusal?.Message} Seed anew to measure again.");
        }
    }

    private static Task<int> PassAsync(BenchDatabase bench)
        => WithAsync(bench, async (Recounting recounting) => (await recounting.RunAsync(CancellationToken.None)).Looked);

    private static async Task<T> WithAsync<TService, T>(BenchDatabase bench, Func<TService, Task<T>> act)
        where TService : notnull
    {
        await using var scope = bench.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
