using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Data;

/// <summary>
/// Marks a database that holds invented cases. The mark is a ledger stream of its own, so it can neither be taken off nor
/// be put on unseen; Production refuses such a database.
/// </summary>
public static class DemoMarker
{
    private static readonly LedgerStream Stream = new(new Guid("0de30000-0000-7000-8000-000000000000"), LedgerLane.System);

    /// <summary>Marks the database with the next save.</summary>
    public static void Record(TakedownDbContext db, DateTimeOffset now)
        => db.Record(Stream, "system.demo-seeded", Actor.System, now, static _ => { });

    public static Task<bool> IsSetAsync(TakedownDbContext db, CancellationToken cancellationToken)
        => db.LedgerHeads.AsNoTracking()
            .AnyAsync(head => head.Scope == Stream.Scope && head.Lane == Stream.Lane, cancellationToken);
}
