using Microsoft.Extensions.Options;
using TakedownCases.Data;
using TakedownCases.Data.Sql;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Commands;

/// <summary>Applies what is missing of the schema, makes or opens the keys, and grants the app's role its rights.</summary>
internal sealed class MigrateCommand(DatabaseMigrator migrator, TakedownDbContext db, IOptions<DatabaseOptions> options) : Command
{
    public override async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var applied = await migrator.MigrateAsync(cancellationToken);
        foreach (var migration in applied)
        {
            call.Say($"Applied {migration}.");
        }

        if (options.Value is { Provider: DatabaseProvider.Postgres, AppRole: { Length: > 0 } role })
        {
            await AppRole.GrantAsync(db, role, cancellationToken);
            call.Say($"Granted the role {role} what the app needs.");
        }

        call.Say($"The database is up to date.");
    }
}
