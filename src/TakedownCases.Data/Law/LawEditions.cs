using Microsoft.EntityFrameworkCore;

namespace TakedownCases.Data.Law;

/// <summary>Lays the editions that hold, or held, over what the build ships.</summary>
internal static class LawEditions
{
    /// <summary>
    /// Every edition that was activated: calendars, laws, then what is counted on them, each by version. When they were decided
    /// says nothing: a machine's clock may have been set back in between. Untracked.
    /// </summary>
    public static async Task<List<RuleEdition>> HeldAsync(TakedownDbContext db, CancellationToken cancellationToken)
        => [.. (await db.RuleEditions.AsNoTracking()
            .Where(edition => edition.State == RuleEditionState.Active || edition.State == RuleEditionState.Superseded).ToListAsync(cancellationToken))
            .OrderBy(Turn).ThenBy(edition => edition.Version, StringComparer.Ordinal).ThenBy(edition => edition.Id)];

    /// <summary>
    /// The rules with the editions. One that cannot be read here, because a time zone is gone or the build asks more of a
    /// record than an older one did, is left out and named: deadlines go on under what held before.
    /// </summary>
    public static (LawParts Parts, LawInForce Law) Overlay(IEnumerable<RuleEdition> editions)
    {
        var (parts, faults, held) = (LawParts.Shipped, new List<RuleFault>(), new HashSet<Guid>());
        var law = parts.ToLaw();
        foreach (var edition in editions)
        {
            try
            {
                var with = parts.With(edition.Kind, edition.Json);
                (parts, law) = (with, with.ToLaw());
                held.Add(edition.Id);
            }
            catch (Exception fault) when (fault is InvalidDataException or ArgumentException or InvalidOperationException)
            {
                faults.Add(new RuleFault(edition.Id, edition.Kind, edition.RuleId, edition.Version, fault.Message));
            }
        }

        return (parts, law with { Faults = faults, Editions = held });
    }

    private static int Turn(RuleEdition edition) => edition.Kind switch
    {
        RuleKind.Calendar => 0,
        RuleKind.Basis => edition.Json.Contains("\"local-policy\"", StringComparison.Ordinal) ? 2 : 1,
        _ => 3,
    };
}
