#pragma warning disable RS0030 // This room owns the raw database.
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using TakedownCases.Data.Vault;

namespace TakedownCases.Data.Sql;

/// <summary>Brings a database to this version's schema, and says whether it is there.</summary>
public sealed class DatabaseMigrator(TakedownDbContext db, InstallationVault vault, SchedulerTables? scheduler = null)
{
    /// <summary>Applies what is missing, then makes or opens the installation's secrets. Returns the migrations applied.</summary>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        var pending = await ApplyAsync(cancellationToken);
        await vault.OpenAsync(db, cancellationToken);
        return pending;
    }

    /// <summary>The schema alone, without touching keys.</summary>
    public async Task<IReadOnlyList<string>> ApplyAsync(CancellationToken cancellationToken)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        await db.Database.MigrateAsync(cancellationToken);
        if (scheduler is not null && await scheduler.AreMissingAsync(cancellationToken))
        {
            await scheduler.InstallAsync(cancellationToken);
            pending.Add("the tables of the scheduler");
        }

        return pending;
    }

    public async Task<bool> HasPendingAsync(CancellationToken cancellationToken)
        => (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()
            || (scheduler is not null && await scheduler.AreMissingAsync(cancellationToken));

    public Task<bool> CanConnectAsync(CancellationToken cancellationToken) => db.Database.CanConnectAsync(cancellationToken);
}
