using Microsoft.Extensions.Options;
using TakedownCases.Data;
using TakedownCases.Data.Sql;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Commands;

/// <summary>Writes a copy of the database as it is at one moment, while pages are served, and the list of erasures beside it.</summary>
internal sealed class BackupCommand(
    TakedownDbContext db, PostgresTools tools, IOptions<DatabaseOptions> options, IServiceProvider scope, TimeProvider clock) : Command
{
    public override async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var file = Path.GetFullPath(call.Arguments[0]);
        if (File.Exists(file) || File.Exists(file + ErasureList.Ending))
        {
            throw new OperatorException($"There is already a file {file}. A backup never overwrites another; choose a new name.");
        }

        await Storage.OpenAsync(scope, cancellationToken);
        if (options.Value.Provider == DatabaseProvider.Postgres)
        {
            await tools.DumpAsync(file, cancellationToken);
        }
        else
        {
            await SqliteCopy.WriteAsync(db, file, cancellationToken);
        }

        var erased = await ErasureList.OfAsync(db, cancellationToken);
        await ErasureList.WriteAsync(file + ErasureList.Ending, erased, cancellationToken);
        db.Record(LedgerStream.System, "system.backed-up", Actor.Console, clock.Now(), entry => entry.Number("count", erased.Count));
        await db.SaveChangesAsync(cancellationToken);
        call.Say($"Wrote {file} ({new FileInfo(file).Length} bytes) and {Path.GetFileName(file)}{ErasureList.Ending}, the cases erased so far ({erased.Count}). Keep both together.");
        call.Say($"The installation key is NOT in it, and without that key nothing in it can be read. Keep a copy of the key somewhere else.");
    }
}
