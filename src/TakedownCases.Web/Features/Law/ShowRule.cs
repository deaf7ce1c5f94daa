using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Law;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Law;

/// <summary>One rule with all its versions. The two compared are the last two, unless others were asked for.</summary>
public sealed record RulePage(
    RuleKind Kind,
    string RuleId,
    RuleVersion Holding,
    IReadOnlyList<RuleVersion> Versions,
    IReadOnlyDictionary<Guid, string> Names,
    ReachOfRule? Reach,
    LawLine? Law)
{
    public RuleVersion? Left { get; init; }

    public RuleVersion? Right { get; init; }

    public RuleVersion? Open => Versions.FirstOrDefault(version => version.Edition is { State: RuleEditionState.Proposed });

    /// <summary>By whom, for a version made here.</summary>
    public string? NameOf(Guid? staff) => staff is { } id ? Names.GetValueOrDefault(id) : null;
}

/// <summary>Shows one rule.</summary>
public sealed class ShowRule(TakedownDbContext db, RuleVersions versions, LawInForce law, RuleReach reach, StaffSession session, TimeProvider clock)
{
    public async Task<RulePage?> HandleAsync(RuleKind kind, string rule, string? a, string? b, CancellationToken cancellationToken)
    {
        var (now, all) = (clock.Now(), await versions.OfAsync(kind, rule, cancellationToken));
        if (RuleVersions.Holding(all, law.Bases, now) is not { } holding)
        {
            return null;
        }

        var staff = all.SelectMany(version => new[] { version.Edition?.ProposedBy.Value, version.Edition?.DecidedBy?.Value }).OfType<Guid>().Distinct().ToList();
        var names = staff.Count == 0
            ? []
            : await db.Users.AsNoTracking().Where(user => staff.Contains(user.Id))
                .ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken);
        var held = all.Where(version => version.HasHeld).ToList();
        var basis = kind == RuleKind.Basis ? law.Bases.Find(rule, holding.Version) : null;
        return new RulePage(kind, rule, holding, all, names, await reach.OfAsync(session.Viewer, kind, rule, cancellationToken), basis is null
            ? null
            : new LawLine(basis, basis.IsInForceAt(now), holding.IsShipped))
        {
            Left = Find(all, a) ?? (held.Count > 1 ? held[^2] : held[^1]),
            Right = Find(all, b) ?? (held.Count > 1 ? held[^1] : all[^1]),
        };
    }

    // A calendar's shipped version has no name of its own.
    private static RuleVersion? Find(IReadOnlyList<RuleVersion> all, string? version)
        => version is null ? null : all.LastOrDefault(one => one.Version == (version == "shipped" ? "" : version));
}
