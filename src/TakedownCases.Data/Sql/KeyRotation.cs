#pragma warning disable RS0030 // This room owns the raw database.
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Sql;

/// <summary>
/// Wraps the installation's secrets and every case's key again under the current version of the installation key. What is
/// inside never changes. Each batch is a transaction: after a crash the next call goes on with what is left.
/// </summary>
public sealed class KeyRotation(TakedownDbContext db)
{
    public const int BatchSize = 500;

    /// <summary>Returns how many secrets were wrapped again.</summary>
    public async Task<int> RewrapSecretsAsync(InstallationKey key, CancellationToken cancellationToken)
    {
        var rows = await db.InstallationSecrets.Where(row => row.KeyVersion != key.Current).ToListAsync(cancellationToken);
        var wrapped = rows.ConvertAll(row => new WrappedSecret(row.Name, row.KeyVersion, row.Wrapped));
        foreach (var secret in InstallationSecretBundle.Rewrap(wrapped, key))
        {
            var row = rows.Single(row => row.Name == secret.Name);
            (row.KeyVersion, row.Wrapped) = (secret.KeyVersion, secret.Wrapped);
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return rows.Count;
    }

    /// <summary>Wraps the keys of one batch of cases after <paramref name="after"/>.</summary>
    public async Task<RotatedBatch> RewrapCasesAsync(InstallationKey key, CaseId after, CancellationToken cancellationToken)
    {
        var rows = await BatchAsync(after, cancellationToken);
        var old = rows.Where(row => InstallationKey.VersionOf(row.Wrapped) != key.Current).ToList();
        foreach (var row in old)
        {
            row.Wrapped = key.Rewrap(row.Wrapped, KeyPurpose.Case(row.CaseId.Value, CaseVault.KeyVersion));
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return new RotatedBatch(rows.Count, old.Count, rows.Count == 0 ? after : rows[^1].CaseId);
    }

    /// <summary>How many secrets and case keys still need another version than the current one.</summary>
    public async Task<int> CountOldAsync(InstallationKey key, CancellationToken cancellationToken)
    {
        var wrapped = await db.InstallationSecrets.AsNoTracking().Select(row => row.Wrapped).ToListAsync(cancellationToken);
        var old = wrapped.Count(blob => InstallationKey.VersionOf(blob) != key.Current);
        await foreach (var blob in db.CaseDataKeys.AsNoTracking().Select(row => row.Wrapped).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            old += InstallationKey.VersionOf(blob) == key.Current ? 0 : 1;
        }

        return old;
    }

    // The order of ids is the database's own, and EF cannot compare our id types.
    private Task<List<CaseDataKey>> BatchAsync(CaseId after, CancellationToken cancellationToken)
        => (db.Database.IsNpgsql()
                ? db.CaseDataKeys.FromSql(
                    $"SELECT * FROM case_data_key WHERE case_id > {after.Value} ORDER BY case_id LIMIT {BatchSize}")
                : db.CaseDataKeys.FromSql(
                    $"SELECT * FROM case_data_key WHERE case_id > {after.Value.ToByteArray(true)} ORDER BY case_id LIMIT {BatchSize}"))
            .ToListAsync(cancellationToken);
}

/// <summary>What one batch of a rotation did: rows seen, rows wrapped again, and where it ended.</summary>
public sealed record RotatedBatch(int Seen, int Rewrapped, CaseId Last);
