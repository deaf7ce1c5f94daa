using TakedownCases.Data.Sql;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Data.Law;

/// <summary>How many open clocks another edition of a rule would touch, said before anybody activates it.</summary>
public sealed class RuleReach(OpenClocks clocks, LawInForce law, TimeProvider clock)
{
    /// <summary>More are not counted.</summary>
    public const int Most = 1000;

    /// <summary>
    /// Those that are counted under a basis, a promise or a calendar; of a ladder those of its track. No more than <see cref="Most"/> and one;
    /// null where a rule is of the minor track alone, and the viewer is not cleared for that (design law 1).
    /// </summary>
    public async Task<ReachOfRule?> OfAsync(Viewer viewer, RuleKind kind, string rule, CancellationToken cancellationToken)
    {
        if (IsOfMinorsAlone(kind, rule) && !viewer.ClearedForMinors)
        {
            return null;
        }

        if (kind != RuleKind.Ladder)
        {
            return new ReachOfRule(kind, await clocks.CountAsync(law.BasesUnder(kind, rule), Most + 1, cancellationToken), Passed: 0);
        }

        return law.Ladders.All.FirstOrDefault(ladder => ladder.Id == rule) is { } ladder
            ? new ReachOfRule(
                kind,
                await clocks.CountAsync(ladder.Track, passedBy: null, Most + 1, cancellationToken),
                await clocks.CountAsync(ladder.Track, passedBy: clock.GetUtcNow(), Most + 1, cancellationToken))
            : new ReachOfRule(kind, 0, 0);
    }

    private bool IsOfMinorsAlone(RuleKind kind, string rule) => kind switch
    {
        RuleKind.Ladder => law.Ladders.All.Any(ladder => ladder.Id == rule && ladder.Track == Track.Minor),
        RuleKind.Policy => law.Policies.All.Any(policy => policy.Id == rule && policy.TrackCode == "minor"),
        RuleKind.Basis => law.Bases.All.Any(basis => basis.Id == rule && basis.Track == TrackScope.Minor),
        _ => false,
    };
}

/// <summary>Open clocks under one rule, and, of a ladder, those whose deadline has passed: what is new on it they climb at once.</summary>
public sealed record ReachOfRule(RuleKind Kind, int Open, int Passed);
