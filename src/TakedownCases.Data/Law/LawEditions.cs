using Microsoft.EntityFrameworkCore;

namespace TakedownCases.Data.Law;

/// <summary>Lays the editions that hold, or held, over what the build ships.</summary>
internal static class LawEditions
{
    /// <summary>Every edition that was activated, in the order in which that happened. Untracked.</summary>
    public static async Task<List<RuleEdition>> HeldAsync(TakedownDbContext db, CancellationToken cancellationToken)
        => await db.RuleEditions.AsNoTracking()
            .Where(edition => edition.State == RuleEditionState.Active || edition.State == RuleEditionState.Superseded)
            .OrderBy(edition => edition.DecidedAt).ThenBy(edition => edition.Version).ThenBy(edition => edition.Id).ToListAsync(cancellationToken);

    /// <summary>
    /// The rules with the editions. One that cannot be read here, because a time zone is gone or the build asks more of a
    /// record than an older one did, is left out and named: deadlines go on under what held before.
    /// </summary>
    public static (LawParts Parts, LawInForce Law) Overlay(IEnumerable<RuleEdition> editions)
    {
        var (parts, faults) = (LawParts.Shipped, new List<RuleFault>());
        var law = parts.ToLaw();
        foreach (var edition in editions)
        {
            try
            {
                var with = parts.With(edition.Kind, edition.Json);
                (parts, law) = (with, with.ToLaw());
            }
            catch (Exception fault) when (fault is InvalidDataException or ArgumentException or InvalidOperationException)
            {
                faults.Add(new RuleFault(edition.Id, edition.Kind, edition.RuleId, edition.Version, fault.Message));
            }
        }

        return (parts, law with { Faults = faults });
    }
}
