using Microsoft.EntityFrameworkCore;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;

namespace TakedownCases.Data.Filing;

/// <summary>
/// Drafts as rows sealed under the key in a browser's cookie: without that cookie a row is noise. Windows of one browser,
/// and the sweep that deletes what has expired, may all be at the same row.
/// </summary>
public sealed class DraftRows(TakedownDbContext db, DraftCipher cipher, TimeProvider clock)
{
    private const int MostTries = 5;

    /// <summary>The row and what it says; null when there is none, when its time is over, or when the cookie does not open it.</summary>
    public async Task<(FilingDraft Row, byte[] Content)?> FindAsync(CookieSeal seal, CancellationToken cancellationToken)
    {
        if (await db.FilingDrafts.SingleOrDefaultAsync(draft => draft.Id == seal.Id, cancellationToken) is not { } row)
        {
            return null;
        }

        if (row.ExpiresAt <= clock.Now())
        {
            await TryDeleteAsync(row, cancellationToken);
            return null;
        }

        try
        {
            return (row, cipher.Open(seal, row.Content));
        }
        catch (SealedFieldException)
        {
            return null;
        }
    }

    /// <summary>A new row, in the database with its first save.</summary>
    public FilingDraft Add(CookieSeal seal, DateTimeOffset expiresAt)
    {
        var row = new FilingDraft(seal.Id, [], expiresAt);
        db.FilingDrafts.Add(row);
        return row;
    }

    /// <summary>False when another window was first; then the context is empty, and the row has to be found again.</summary>
    public async Task<bool> TrySaveAsync(CookieSeal seal, FilingDraft row, byte[] content, CancellationToken cancellationToken)
    {
        row.Keep(cipher.Seal(seal, content));
        return await TrySaveAsync(cancellationToken);
    }

    /// <summary>Deletes it. Somebody may be saving in another window at this moment: the deletion wins.</summary>
    public async Task DeleteAsync(CookieSeal seal, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            db.ChangeTracker.Clear();
            if (await db.FilingDrafts.SingleOrDefaultAsync(draft => draft.Id == seal.Id, cancellationToken) is not { } row
                || await TryDeleteAsync(row, cancellationToken))
            {
                return;
            }
        }
    }

    private Task<bool> TryDeleteAsync(FilingDraft row, CancellationToken cancellationToken)
    {
        db.FilingDrafts.Remove(row);
        return TrySaveAsync(cancellationToken);
    }

    private async Task<bool> TrySaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
