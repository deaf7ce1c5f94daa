using Microsoft.Extensions.Options;
using TakedownCases.Data;
using TakedownCases.Data.Sql;
using TakedownCases.Data.Vault;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Commands;

/// <summary>Says whether the program could serve with these settings, and what an operator should mend though it could.</summary>
internal sealed class CheckConfigCommand(
    DatabaseMigrator migrator,
    TakedownDbContext db,
    InstallationVault vault,
    IOptions<DatabaseOptions> database,
    IOptions<ProxyOptions> proxy,
    IHostEnvironment environment) : Command
{
    public override async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        call.Say($"Settings: good ({environment.EnvironmentName}, {database.Value.Provider}).");
        if (!await migrator.CanConnectAsync(cancellationToken))
        {
            throw new OperatorException("Database: it cannot be reached. Check ConnectionStrings__Takedown; a new database is made by 'migrate'.");
        }

        if (await migrator.HasPendingAsync(cancellationToken))
        {
            throw new OperatorException("Database: not up to date. Run the command 'migrate'.");
        }

        call.Say($"Database: reached, up to date.");
        await vault.OpenAsync(db, cancellationToken);
        call.Say($"Keys: open (version {vault.Key.Current}).");
        if (environment.IsProduction() && await DemoMarker.IsSetAsync(db, cancellationToken))
        {
            throw new OperatorException("Database: it holds the invented cases of the demo. Production needs a database of its own.");
        }

        foreach (var warning in vault.Key.Warnings)
        {
            call.Say($"Mend this: {warning.Message}");
        }

        if (vault.Key.Versions.Count > 1)
        {
            call.Say($"Mend this: a key rotation was not finished. Run 'rotate-key' again.");
        }

        if (environment.IsProduction() && proxy.Value.Networks().Count == 0)
        {
            call.Say($"Mend this, if a reverse proxy stands in front: Proxy__KnownNetworks is not set, so everybody shares one rate limit.");
        }
    }
}
