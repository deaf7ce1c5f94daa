using Microsoft.EntityFrameworkCore;

namespace TakedownCases.Data.Vault;

/// <summary>The installation's keys while the program runs: the installation key, and its secrets once opened.</summary>
public sealed class InstallationVault(InstallationKey key) : IDisposable
{
    private InstallationSecrets? _secrets;

    public InstallationKey Key { get; } = key;

    public InstallationSecrets Secrets
        => _secrets ?? throw new InvalidOperationException("The installation's secrets were not opened at start.");

    public bool IsOpen => _secrets is not null;

    /// <summary>Opens the secrets; makes them once, in a database that has none yet and no case either.</summary>
    public async Task OpenAsync(TakedownDbContext db, CancellationToken cancellationToken)
    {
        var rows = await db.InstallationSecrets.AsNoTracking().ToListAsync(cancellationToken);
        if (rows.Count == 0 && !await db.CaseDataKeys.AnyAsync(cancellationToken))
        {
            var made = InstallationSecretBundle.CreateNew();
            db.InstallationSecrets.AddRange(InstallationSecretBundle.Wrap(made, Key).Select(Row));
            await db.SaveChangesAsync(cancellationToken);
            _secrets = made;
            return;
        }

        var wrapped = rows.ConvertAll(row => new WrappedSecret(row.Name, row.KeyVersion, row.Wrapped));
        _secrets = InstallationSecretBundle.Unwrap(wrapped, Key);
    }

    public void Dispose() => Key.Dispose();

    private static InstallationSecretRow Row(WrappedSecret secret)
        => new() { Name = secret.Name, KeyVersion = secret.KeyVersion, Wrapped = secret.Wrapped };
}
