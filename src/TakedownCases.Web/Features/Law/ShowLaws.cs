using TakedownCases.Data;
using TakedownCases.Data.Law;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Web.Features.Law;

/// <summary>What the list of laws is narrowed to; what cannot be read is passed over.</summary>
public sealed record LawAsk
{
    public string? Country { get; init; }

    /// <summary>"adult" or "minor".</summary>
    public string? Track { get; init; }

    /// <summary>"runs", "informs" or "policy".</summary>
    public string? Does { get; init; }
}

/// <summary>One basis as the list shows it: the version that holds, or the latest where none does.</summary>
public sealed record LawLine(LegalBasis Basis, bool IsInForce, bool IsLocal)
{
    public bool Runs => IsInForce && Basis.RunsClocks;

    public string? InformsBecause => Runs ? null : Basis.InformsBecause ?? "not-in-force";
}

/// <summary>The list of laws.</summary>
public sealed record LawsPage(LawAsk Ask, IReadOnlyList<LawLine> Lines, IReadOnlyList<string> Countries, int All, IReadOnlyList<RuleFault> Faults);

/// <summary>Lists the bases.</summary>
public sealed class ShowLaws(LawInForce law, TimeProvider clock)
{
    public LawsPage Read(LawAsk ask)
    {
        var now = clock.Now();
        var lines = law.Bases.All.GroupBy(basis => basis.Id, StringComparer.Ordinal).Select(versions =>
        {
            var holds = law.Bases.VersionAt(versions.Key, now);
            return new LawLine(holds ?? versions.Last(), holds is not null, !ShippedRules.All.Any(rule => rule.Kind == RuleKind.Basis && rule.RuleId == versions.Key));
        }).OrderBy(line => line.Basis.Jurisdiction, StringComparer.Ordinal).ThenBy(line => line.Basis.Id, StringComparer.Ordinal).ToList();
        return new LawsPage(
            ask,
            [.. lines.Where(line => IsAsked(line, ask))],
            [.. lines.Select(line => line.Basis.Jurisdiction).Distinct(StringComparer.Ordinal)],
            lines.Count,
            law.Faults);
    }

    private static bool IsAsked(LawLine line, LawAsk ask)
        => (string.IsNullOrEmpty(ask.Country) || line.Basis.Jurisdiction == ask.Country)
            && ask.Track switch
            {
                "adult" => line.Basis.Track != TrackScope.Minor,
                "minor" => line.Basis.Track != TrackScope.Adult,
                _ => true,
            }
            && ask.Does switch
            {
                "runs" => line.Runs,
                "informs" => !line.Runs,
                "policy" => line.Basis.IsPolicy,
                _ => true,
            };
}
