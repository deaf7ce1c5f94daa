using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Sql;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Commands;

/// <summary>
/// A new version of the installation key, everything wrapped again under it, then the old version dropped. After a crash
/// both versions are in the file and everything opens; running it again finishes the work.
/// </summary>
internal sealed class RotateKeyCommand(
    KeyRotation rotation, TakedownDbContext db, ServerGuard guard, TimeProvider clock, IConfiguration configuration, IHostEnvironment environment)
    : Command
{
    public override async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        await guard.RequireStoppedAsync(cancellationToken);
        var path = Storage.KeyPath(configuration, environment);
        using var key = Begin(path, call);
        var done = await rotation.RewrapSecretsAsync(key, cancellationToken);
        done += await RewrapCasesAsync(key, call, cancellationToken);
        if (await rotation.CountOldAsync(key, cancellationToken) is > 0 and var old)
        {
            throw new OperatorException(
                $"{old} keys still need the old version, which stays. Is a server running? Stop every server and run 'rotate-key' again.");
        }

        db.Record(LedgerStream.System, "system.key-rotated", Actor.Console, clock.Now(), entry => entry.Number("count", done));
        await db.SaveChangesAsync(cancellationToken);
        InstallationKeyFile.KeepCurrentOnly(path);
        call.Say($"The installation key is version {key.Current}; {done} keys were wrapped again and the old version is gone.");
        call.Say($"Copy the new key file to where you keep it. Older backups of the database still need the old key: keep it as long as them.");
    }

    private static InstallationKey Begin(string path, CommandCall call)
    {
        using var found = InstallationKeyFile.Read(path);
        if (found.Versions.Count > 1)
        {
            call.Say($"Going on with a rotation to version {found.Current} that was not finished.");
        }
        else
        {
            call.Say($"Made version {InstallationKeyFile.AddVersion(path)} of the installation key.");
        }

        return InstallationKeyFile.Read(path);
    }

    private async Task<int> RewrapCasesAsync(InstallationKey key, CommandCall call, CancellationToken cancellationToken)
    {
        var (seen, rewrapped, last) = (0, 0, default(CaseId));
        while (true)
        {
            var batch = await rotation.RewrapCasesAsync(key, last, cancellationToken);
            if (batch.Seen == 0)
            {
                return rewrapped;
            }

            (seen, rewrapped, last) = (seen + batch.Seen, rewrapped + batch.Rewrapped, batch.Last);
            call.Say($"{seen} cases looked at, {rewrapped} wrapped again.");
        }
    }
}
