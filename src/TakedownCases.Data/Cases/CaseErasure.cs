using Microsoft.EntityFrameworkCore;
using TakedownCases.Data.Sql;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Data;

/// <summary>
/// Destroys what a person said, in one transaction: the words, the openings of the ledger's commitments, and the key of
/// the case. The entries stay and still verify (design law 5, practice P13).
/// </summary>
public sealed class CaseErasure(TakedownDbContext db, CaseStore cases, TimeProvider clock)
{
    /// <summary>Erases a case whose waiting time is over. False when it is not due, or another worker was first.</summary>
    public Task<bool> EraseAsync(CaseId id, CancellationToken cancellationToken)
        => TryAsync(id, static (takedownCase, now) => takedownCase.Erase(Actor.System, now).IsDone, cancellationToken);

    /// <summary>Erases again a case that an older backup brought back.</summary>
    public Task<bool> RepeatAsync(CaseId id, bool keepProof, CancellationToken cancellationToken)
        => TryAsync(
            id,
            (takedownCase, now) => takedownCase.RequestErasure(keepProof, now, Actor.Console, now).IsDone
                && takedownCase.Erase(Actor.Console, now).IsDone,
            cancellationToken);

    private async Task<bool> TryAsync(CaseId id, Func<TakedownCase, DateTimeOffset, bool> erase, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (await cases.LoadWholeAsync(id, cancellationToken) is not { } takedownCase || !erase(takedownCase, clock.Now()))
        {
            return false;
        }

        await DropSecretsAsync(takedownCase, cancellationToken);
        db.Approvals.RemoveRange(await db.Approvals.Where(approval => approval.CaseId == id).ToListAsync(cancellationToken));
        if (!takedownCase.ErasureKeepsProof)
        {
            db.CaseDataKeys.RemoveRange(await db.CaseDataKeys.Where(key => key.CaseId == id).ToListAsync(cancellationToken));
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException conflict) when (DatabaseErrors.IsConflict(conflict))
        {
            // Somebody wrote into the case meanwhile, perhaps to undo the erasure: the next run decides again.
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task DropSecretsAsync(TakedownCase takedownCase, CancellationToken cancellationToken)
    {
        var scope = takedownCase.Id.Value;
        var secrets = await db.LedgerSecrets.Where(secret => secret.Scope == scope).ToListAsync(cancellationToken);
        var kept = takedownCase.ErasureKeepsProof ? await ProofAsync(scope, cancellationToken) : [];
        db.LedgerSecrets.RemoveRange(secrets.Where(secret => secret.Lane != LedgerLane.Case || !kept.Contains(secret.Seq)));
    }

    /// <summary>Where was it, and what did we send: what proves that the platform knew (mission S5).</summary>
    private async Task<HashSet<long>> ProofAsync(Guid scope, CancellationToken cancellationToken)
    {
        var rows = await db.LedgerEntries.AsNoTracking()
            .Where(entry => entry.Scope == scope && entry.Lane == LedgerLane.Case).ToListAsync(cancellationToken);
        return [.. rows.Where(row => IsProof(CanonicalForm.Read(row.Body).Kind)).Select(row => row.Seq)];
    }

    private static bool IsProof(string kind)
        => kind.StartsWith("place.", StringComparison.Ordinal) || kind.StartsWith("notice.", StringComparison.Ordinal);
}
