using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Sql;
using TakedownCases.Data.Vault;
using TakedownCases.Web.Jobs;

namespace TakedownCases.Testing;

/// <summary>Migrates the template of all test databases the way the command 'migrate' does, roles included.</summary>
internal static class TestMigration
{
    [ModuleInitializer]
    internal static void Register()
    {
        // Each app would watch its settings files for changes, and a machine has few such watches.
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        TestDatabase.MigrateWith(MigrateAsync);
    }

    private static async Task MigrateAsync(TestDatabase database)
    {
        await using var services = TestData.Services(database, database.ConnectionString, new ManualTimeProvider());
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseMigrator>().ApplyAsync(CancellationToken.None);
        if (Scheduler.TablesOn(Enum.Parse<DatabaseProvider>(database.Provider), database.ConnectionString) is { } tables)
        {
            await tables.InstallAsync(CancellationToken.None);
        }

        if (database.Kind == DatabaseKind.Postgres)
        {
            var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
            await AppRole.GrantAsync(db, PostgresServer.AppRole, CancellationToken.None);
        }
    }
}
