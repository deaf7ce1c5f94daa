using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>Who looked, as the ledger knows it: a visit with a key, or our team on one day, without names.</summary>
public sealed record Opening(string Who, DateTimeOffset At, int Times);

/// <summary>Reads the last openings of a case back out of the ledger's own bytes (practice P14).</summary>
public sealed class RecentOpenings(TakedownDbContext db)
{
    private const int MostEntries = 400;
    private const int Shown = 10;

    // Pages opened one after another are one visit.
    private static readonly TimeSpan Visit = TimeSpan.FromMinutes(30);

    public async Task<IReadOnlyList<Opening>> ListAsync(CaseId caseId, KeyRights rights, CancellationToken cancellationToken)
    {
        var bodies = await db.LedgerEntries.AsNoTracking()
            .Where(row => row.Scope == caseId.Value && row.Lane == LedgerLane.Read)
            .OrderByDescending(row => row.Seq).Take(MostEntries).Select(row => row.Body).ToListAsync(cancellationToken);
        var list = new List<Opening>();
        foreach (var body in bodies)
        {
            if (CanonicalForm.TryRead(body, out var entry, out _) && WhoOf(entry, rights) is { } who)
            {
                Add(list, who, entry.At);
            }
        }

        return [.. list.Take(Shown)];
    }

    /// <summary>The places that came by other hands than the filer's since the survivor has a key.</summary>
    public async Task<IReadOnlySet<Guid>> PlacesOfSurvivorAsync(
        CaseId caseId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var bodies = await db.LedgerEntries.AsNoTracking()
            .Where(row => row.Scope == caseId.Value && row.Lane == LedgerLane.Case)
            .OrderBy(row => row.Seq).Select(row => row.Body).ToListAsync(cancellationToken);
        var places = new HashSet<Guid>();
        foreach (var body in bodies)
        {
            if (CanonicalForm.TryRead(body, out var entry, out _) && entry.Kind == "place.added"
                && entry.At >= since && entry.Find(LedgerTag.ActorKind)?.AsText() != "filer" && entry.Find(LedgerTag.Place) is { } place)
            {
                places.Add(place.AsGuid());
            }
        }

        return places;
    }

    // Newest first: an entry joins the line above it when it belongs to the same visit or the same day of the team.
    private static void Add(List<Opening> list, string who, DateTimeOffset at)
    {
        var last = list.FindLastIndex(line => line.Who == who);
        var joins = last >= 0 && (who == "team" ? list[last].At.UtcDateTime.Date == at.UtcDateTime.Date : list[last].At - at <= Visit);
        if (!joins)
        {
            list.Add(new Opening(who, at, 1));
        }
        else
        {
            list[last] = list[last] with { At = who == "team" ? list[last].At : at, Times = list[last].Times + 1 };
        }
    }

    private static string? WhoOf(LedgerEntry entry, KeyRights rights) => entry.Find(LedgerTag.ActorKind)?.AsText() switch
    {
        "survivor" => rights.IsFiler ? null : "own",
        "filer" => rights.IsFiler ? "own" : "filer",
        "staff" => rights.SeesStatus ? "team" : null,
        _ => null,
    };
}
