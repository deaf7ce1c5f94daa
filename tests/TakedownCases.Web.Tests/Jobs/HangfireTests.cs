using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TakedownCases.Data.Sql;
using TakedownCases.Testing;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Jobs;
using TakedownCases.Web.Tests.Commands;

namespace TakedownCases.Web.Tests.Jobs;

/// <summary>What only Hangfire brings: tables in our database. Compiled with Stack=full alone.</summary>
[Trait("Kind", "Contract")]
public sealed class HangfireTests
{
    [Fact]
    public async Task Its_tables_belong_to_the_owner_and_the_app_may_make_none()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        var owner = new NpgsqlConnectionStringBuilder(database.ConnectionString).Username!;
        var app = new NpgsqlConnectionStringBuilder(database.AppConnectionString).Username!;

        var owners = await ColumnAsync(database, "SELECT DISTINCT relowner::regrole::text FROM pg_class WHERE relnamespace = 'hangfire'::regnamespace");
        var mayMake = await ColumnAsync(database, $"SELECT has_schema_privilege('{app}', 'hangfire', 'CREATE')::text");

        Assert.NotEqual(owner, app);
        Assert.Equal([owner], owners);
        Assert.Equal(["false"], mayMake);
    }

    [Fact]
    public async Task A_database_without_its_tables_is_served_only_after_migrate()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await ColumnAsync(database, "DROP SCHEMA hangfire CASCADE");
        var probes = new Probes();
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:Takedown"] = database.ConnectionString,
            ["Database:AppRole"] = new NpgsqlConnectionStringBuilder(database.AppConnectionString).Username!,
            ["Installation:KeyFile"] = Path.Combine(Scratch.NewFolder("keys"), "installation.key"),
        };

        var refused = Assert.Throws<OperatorException>(() => TestApp.StartOn(database));
        var migrated = await OperatorConsole.RunAsync(database, settings, "migrate");
        var again = await OperatorConsole.RunAsync(database, settings, "migrate");

        Assert.Contains("'migrate'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Applied the tables of the scheduler.", migrated.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("Applied", again.Said, StringComparison.Ordinal);
        await using var app = TestApp.StartOn(database, new TestAppOptions
        {
            Services = probes.TakeOver,
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Installation:KeyFile"] = settings["Installation:KeyFile"] },
        });
        await JobWorld.UntilAsync(() => Task.FromResult(probes.FirstProbe.Ended >= 1 && probes.OtherProbe.Ended >= 1));
    }

    [Fact]
    public async Task What_it_keeps_names_sweeps_and_nothing_else_and_goes_after_an_hour()
    {
        var probes = new Probes
        {
            FirstProbe = new Probe((run, _) => run % 2 == 1 ? throw new InvalidOperationException(JobWorld.Canary) : Task.CompletedTask),
        };
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        string id;
        await using (var app = TestApp.StartOn(database, new TestAppOptions { Services = probes.TakeOver }))
        {
            id = (await app.FileAsync()).Value.ToString();
            await JobWorld.UntilAsync(() => Task.FromResult(probes.FirstProbe.Ended >= 4));
        }

        var tables = await ColumnAsync(database, "SELECT quote_ident(relname) FROM pg_class WHERE relnamespace = 'hangfire'::regnamespace AND relkind = 'r'");
        var everything = new List<string>();
        foreach (var table in tables)
        {
            everything.AddRange(await ColumnAsync(database, $"SELECT row_to_json(kept)::text FROM hangfire.{table} AS kept"));
        }

        Assert.Contains(everything, row => row.Contains(Probes.First, StringComparison.Ordinal));
        Assert.DoesNotContain(everything, row => row.Contains(JobWorld.Canary, StringComparison.Ordinal)
            || row.Contains(id, StringComparison.Ordinal) || row.Contains("Exception", StringComparison.Ordinal));
        Assert.Equal(
            ["[\"\\\"first\\\"\", null]", "[\"\\\"other\\\"\", null]"],
            await ColumnAsync(database, "SELECT DISTINCT arguments::text FROM hangfire.job ORDER BY 1"));
        Assert.Equal(
            ["Succeeded"],
            await ColumnAsync(database, "SELECT DISTINCT statename FROM hangfire.job WHERE statename NOT IN ('Enqueued', 'Processing')"));
        Assert.Equal(
            ["true"],
            await ColumnAsync(database, "SELECT DISTINCT (expireat <= createdat + interval '62 minutes')::text FROM hangfire.job WHERE statename = 'Succeeded'"));
    }

    [Fact]
    public async Task A_call_that_cannot_be_made_is_deleted_and_not_kept_for_ever()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var app = TestApp.StartOn(database, new TestAppOptions
        {
            Services = services => services.AddSingleton<HangfireJob>(_ => throw new InvalidOperationException("cannot be made")),
        });

        await JobWorld.UntilAsync(async () => (await ColumnAsync(
            database, "SELECT statename FROM hangfire.job WHERE statename NOT IN ('Enqueued', 'Processing')")).Count >= JobTable.All.Count);

        Assert.Equal(["Deleted"], await ColumnAsync(
            database, "SELECT DISTINCT statename FROM hangfire.job WHERE statename NOT IN ('Enqueued', 'Processing')"));
        Assert.Empty(await ColumnAsync(database, "SELECT statename FROM hangfire.job WHERE statename = 'Deleted' AND expireat IS NULL"));
    }

    [Fact]
    public async Task A_sweep_that_the_table_no_longer_has_is_taken_out()
    {
        var probes = new Probes();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        Dictionary<string, string> keys;
        await using (var before = TestApp.StartOn(database, new TestAppOptions { Services = probes.TakeOver }))
        {
            keys = Keys.Of(before);
            await JobWorld.UntilAsync(() => Task.FromResult(probes.FirstProbe.Ended >= 1));
        }

        await using var app = TestApp.StartOn(database, new TestAppOptions { Settings = keys });
        await JobWorld.UntilAsync(() => app.ReadAsync(db => db.Heartbeats.AnyAsync(beat => beat.Sweep == JobTable.Clocks.Id)));

        Assert.Equal(
            JobTable.All.Select(job => job.Id).Order(),
            await ColumnAsync(database, "SELECT value FROM hangfire.set WHERE key = 'recurring-jobs' ORDER BY 1"));
    }

    private static async Task<List<string>> ColumnAsync(TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the names in it come from the database itself
        command.CommandText = sql;
#pragma warning restore CA2100
        var values = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
