#pragma warning disable RS0030 // This room owns the raw database.
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data.Ledger;

namespace TakedownCases.Data.Sql;

/// <summary>Removes what has no ledger: drafts past their day, old mails to staff, and what SQLite still keeps of deleted rows.</summary>
public sealed class Leftovers(TakedownDbContext db, WriterGate gate)
{
    /// <summary>Deletes drafts that ended at or before <paramref name="now"/>; returns how many, and when the oldest ended.</summary>
    public async Task<(int Deleted, DateTimeOffset? Oldest)> DeleteDraftsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ended = db.FilingDrafts.Where(draft => draft.ExpiresAt <= now);
        var oldest = await ended.MinAsync(draft => (DateTimeOffset?)draft.ExpiresAt, cancellationToken);
        if (oldest is null)
        {
            return (0, null);
        }

        using var turn = gate.IsNeeded ? await gate.EnterAsync(cancellationToken) : null;
        return (await ended.ExecuteDeleteAsync(cancellationToken), oldest);
    }

    /// <summary>Deletes mails to staff that were settled and written before an instant, and what they told.</summary>
    public async Task DeleteStaffMailsAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var old = db.StaffMails.Where(mail => mail.WrittenAt < before && mail.NextAt == null);
        if (!await old.AnyAsync(cancellationToken))
        {
            return;
        }

        using var turn = gate.IsNeeded ? await gate.EnterAsync(cancellationToken) : null;
        await db.ToldTasks.Where(told => old.Any(mail => mail.Id == told.Mail)).ExecuteDeleteAsync(cancellationToken);
        await old.ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>
    /// Moves SQLite's write-ahead log into the file and empties it: until then it still holds pages as they were before an
    /// erasure. Does nothing on PostgreSQL, whose vacuum does the same in its own time.
    /// </summary>
    public async Task ForgetOldPagesAsync(CancellationToken cancellationToken)
    {
        if (!gate.IsNeeded)
        {
            return;
        }

        using var turn = await gate.EnterAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync(
            "PRAGMA busy_timeout = 2000; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout = 0;", cancellationToken);
    }
}
