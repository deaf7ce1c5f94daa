using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Data.Law;

/// <summary>One version of a rule: shipped with the build, or an edition that holds, held or is proposed.</summary>
public sealed record RuleVersion(RuleKind Kind, string RuleId, string Version, string Json, RuleEdition? Edition)
{
    public bool IsShipped => Edition is null;

    public bool HasHeld => Edition is null or { HasHeld: true };
}

/// <summary>Everything that is known of one rule over time, oldest first. Untracked.</summary>
public sealed class RuleVersions(TakedownDbContext db)
{
    public async Task<IReadOnlyList<RuleVersion>> OfAsync(RuleKind kind, string ruleId, CancellationToken cancellationToken)
    {
        var editions = await db.RuleEditions.AsNoTracking()
            .Where(edition => edition.Kind == kind && edition.RuleId == ruleId).OrderBy(edition => edition.Id).ToListAsync(cancellationToken);
        return
        [
            .. ShippedRules.All.Where(rule => rule.Kind == kind && rule.RuleId == ruleId)
                .Select(rule => new RuleVersion(kind, ruleId, rule.Version, rule.Json, null)),
            .. editions.Select(edition => new RuleVersion(kind, ruleId, edition.Version, edition.Json, edition)),
        ];
    }

    /// <summary>
    /// The version that holds: of a basis the one in force at the instant, or its latest where none is; of the others the last one.
    /// </summary>
    public static RuleVersion? Holding(IReadOnlyList<RuleVersion> versions, LegalBasisCatalogue bases, DateTimeOffset now)
    {
        var held = versions.Where(version => version.HasHeld).OrderBy(version => version.Version, StringComparer.Ordinal).ToList();
        return held.Count > 0 && held[0].Kind == RuleKind.Basis && bases.VersionAt(held[0].RuleId, now) is { } basis
            ? held.LastOrDefault(version => version.Version == basis.Version)
            : held.LastOrDefault();
    }

    /// <summary>A version for a change made on that day: the day, with a letter where it is taken.</summary>
    public static string Next(IEnumerable<string> taken, DateOnly today)
    {
        var latest = taken.Where(version => version.Length > 0).Max(StringComparer.Ordinal) ?? "";
        var plain = today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var day = string.CompareOrdinal(latest, plain) < 0 ? plain : latest[..10];
        return Enumerable.Range('a', 26).Select(letter => $"{day}{(char)letter}").Prepend(day)
            .FirstOrDefault(version => string.CompareOrdinal(version, latest) > 0) ?? "";
    }
}
