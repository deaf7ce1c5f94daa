#pragma warning disable RS0030 // A command line works on the database as a whole.
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TakedownCases.Data;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Sql;
using TakedownCases.Data.Telling;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Commands;

/// <summary>
/// Puts a backup in place. A backup is older than some erasures: those are done again, through the aggregate and into the
/// ledger, before the copy may be served. It is also older than some sendings: what it shows as waiting is in doubt.
/// </summary>
internal sealed class RestoreCommand(
    TakedownDbContext db,
    ServerGuard guard,
    PostgresTools tools,
    InstallationVault vault,
    IOptions<DatabaseOptions> options,
    IConfiguration configuration,
    IHostEnvironment environment,
    TimeProvider clock,
    SchedulerTables? scheduler = null) : Command
{
    private string ConnectionString => Storage.ConnectionString(configuration, environment, options.Value.Provider);

    public override async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var file = Path.GetFullPath(call.Arguments[0]);
        if (!File.Exists(file))
        {
            throw new OperatorException($"There is no file {file}.");
        }

        var erased = ErasureList.Merge(
        [
            .. await ErasureList.ReadFolderAsync(Path.GetDirectoryName(file)!, cancellationToken),
            .. await ErasedInCurrentAsync(call, cancellationToken),
        ]);
        call.Say($"{erased.Count} cases are known to be erased.");
        var ready = options.Value.Provider == DatabaseProvider.Postgres
            ? await RestorePostgresAsync(file, erased, cancellationToken)
            : await RestoreSqliteAsync(file, erased, call, cancellationToken);
        call.Say($"Restored. {ready.Repeated} cases were erased again.");
        call.Say($"{ready.Doubted} notices had not left when the backup was made and may have left since: none is sent before the archive, or a person, says that it did not.");
        call.Say($"{ready.Mails} mails to staff had not left either: none of them is sent, and what they told is told anew.");
        call.Say($"Now run 'verify-ledger', then start the server.");
    }

    /// <summary>The database about to be replaced knows erasures no list has yet. It may also be lost; then the lists must do.</summary>
    private async Task<List<ErasedCase>> ErasedInCurrentAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (options.Value.Provider == DatabaseProvider.Sqlite && !File.Exists(SqliteFile()))
        {
            return [];
        }

        try
        {
            await guard.RequireStoppedAsync(cancellationToken);
            return await ErasureList.OfAsync(db, cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is SqliteException or Npgsql.PostgresException)
        {
            call.Say($"The present database cannot be read; only the lists beside the backup tell what was erased.");
            return [];
        }
    }

    private async Task<MadeReady> RestoreSqliteAsync(
        string file, IReadOnlyCollection<ErasedCase> erased, CommandCall call, CancellationToken cancellationToken)
    {
        if (!await SqliteCopy.IsWholeAsync(file, cancellationToken))
        {
            throw new OperatorException($"{file} is not a whole backup of this program. Nothing was changed.");
        }

        var target = SqliteFile();
        var copy = target + ".restoring";
        Remove(copy);
        File.Copy(file, copy);
        var copyString = new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString();
        await SqliteCopy.WriteAheadAsync(copyString, cancellationToken);
        var ready = await MakeReadyAsync(copyString, erased, cancellationToken);
        await SqliteCopy.CloseAsync(copyString, cancellationToken);
        await db.Database.CloseConnectionAsync();
        if (File.Exists(target))
        {
            var aside = $"{target}.before-{clock.Now():yyyyMMddHHmmss}";
            await SetAsideAsync(target, aside, cancellationToken);
            call.Say($"The database that stood here is kept as {aside}. Delete it when you no longer need it.");
        }

        Remove(target);
        File.Move(copy, target);
        return ready;
    }

    private async Task SetAsideAsync(string target, string aside, CancellationToken cancellationToken)
    {
        try
        {
            await SqliteCopy.CloseAsync(db.Database.GetConnectionString()!, cancellationToken);
        }
        catch (SqliteException)
        {
            // It is what we replace because it is broken; its bytes are kept as they are.
            SqliteConnection.ClearAllPools();
        }

        File.Move(target, aside);
    }

    private async Task<MadeReady> RestorePostgresAsync(string file, IReadOnlyCollection<ErasedCase> erased, CancellationToken cancellationToken)
    {
        await tools.RestoreAsync(file, cancellationToken);
        Npgsql.NpgsqlConnection.ClearAllPools();
        return await MakeReadyAsync(ConnectionString, erased, cancellationToken);
    }

    /// <summary>Brings the copy to this version, opens it with the installation's key, repeats the erasures in it and doubts what was to be sent.</summary>
    private async Task<MadeReady> MakeReadyAsync(string connectionString, IReadOnlyCollection<ErasedCase> erased, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection().AddSingleton(clock).AddSingleton(vault)
            .AddTakedownData(options.Value.Provider, connectionString);
        if (scheduler is not null)
        {
            // No backup carries them: what is due stands in our own tables.
            services.AddSingleton(scheduler);
        }

        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var copy = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        await scope.ServiceProvider.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
        if (options.Value is { Provider: DatabaseProvider.Postgres, AppRole: { Length: > 0 } role })
        {
            await AppRole.GrantAsync(copy, role, cancellationToken);
        }

        var repeated = 0;
        foreach (var one in erased)
        {
            repeated += await scope.ServiceProvider.GetRequiredService<CaseErasure>().RepeatAsync(one.Id, one.KeepsProof, cancellationToken) ? 1 : 0;
        }

        var doubted = await scope.ServiceProvider.GetRequiredService<RestoredOutbox>().DoubtAsync(Actor.Console, cancellationToken);
        var mails = await scope.ServiceProvider.GetRequiredService<StaffMails>().EndRestoredAsync(cancellationToken);
        copy.Record(LedgerStream.System, "system.restored", Actor.Console, clock.Now(), entry => entry.Number("count", repeated));
        await copy.SaveChangesAsync(cancellationToken);
        var alive = copy.Cases.Where(takedownCase => takedownCase.State == CaseState.Erased && !takedownCase.ErasureKeepsProof)
            .Join(copy.CaseDataKeys, takedownCase => takedownCase.Id, key => key.CaseId, (takedownCase, _) => takedownCase.Id);
        if (await alive.AnyAsync(cancellationToken))
        {
            throw new OperatorException("An erased case still has its key in the restored copy. Do not serve it; restore another backup.");
        }

        await scope.ServiceProvider.GetRequiredService<Leftovers>().ForgetOldPagesAsync(cancellationToken);
        return new MadeReady(repeated, doubted, mails);
    }

    /// <summary>How many cases were erased again, of how many notices nobody knows whether they left, and how many mails to staff were ended.</summary>
    private readonly record struct MadeReady(int Repeated, int Doubted, int Mails);

    private string SqliteFile() => Path.GetFullPath(new SqliteConnectionStringBuilder(ConnectionString).DataSource);

    private static void Remove(string database)
    {
        foreach (var path in new[] { database, database + "-wal", database + "-shm" })
        {
            File.Delete(path);
        }
    }
}
