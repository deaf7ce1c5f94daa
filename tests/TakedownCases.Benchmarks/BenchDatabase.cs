using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TakedownCases.Data;
using TakedownCases.Data.Sql;
using TakedownCases.Data.Vault;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Benchmarks;

/// <summary>The database a run works on, migrated, with its vault open and a clock that stands at the seeded instant.</summary>
internal sealed class BenchDatabase : IDisposable
{
    private readonly ServiceProvider _services;

    private BenchDatabase(BenchOptions options, string connectionString, ServiceProvider services, StandingClock clock)
    {
        Clock = clock;
        Provider = options.Provider;
        Place = options.Place;
        ConnectionString = connectionString;
        _services = services;
    }

    public StandingClock Clock { get; }

    public DatabaseProvider Provider { get; }

    public string Place { get; }

    public string ConnectionString { get; }

    public string KeyFile => Path.GetFullPath(Place + ".key");

    public bool IsSqlite => Provider == DatabaseProvider.Sqlite;

    public IServiceProvider Services => _services;

    public InstallationVault Vault => _services.GetRequiredService<InstallationVault>();

    public static async Task<BenchDatabase> OpenAsync(BenchOptions options)
    {
        var connectionString = options.Provider == DatabaseProvider.Sqlite
            ? new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(options.Place) }.ToString()
            : await PostgresAsync(options.Place);
        var keyFile = options.Place + ".key";
        var key = File.Exists(keyFile) ? InstallationKeyFile.Read(keyFile) : InstallationKeyFile.Create(keyFile);
        var services = new ServiceCollection();
        var clock = new StandingClock { At = options.At };
        services.AddSingleton<TimeProvider>(clock);
        services.AddMetrics().AddSingleton<TakedownMetrics>();
        services.AddLogging();
        services.AddSingleton(new InstallationVault(key));
        services.AddTakedownData(options.Provider, connectionString);
        var bench = new BenchDatabase(options, connectionString, services.BuildServiceProvider(validateScopes: true), clock);
        await using var scope = bench.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        return bench;
    }

    /// <summary>A connection without any of the app's layers, for the bare side of a ratio.</summary>
    public async Task<DbConnection> ConnectAsync()
    {
        DbConnection connection = IsSqlite ? new SqliteConnection(ConnectionString) : new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        if (IsSqlite)
        {
            await connection.ExecuteAsync("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;");
        }

        return connection;
    }

    public DbContext Model() => _services.CreateScope().ServiceProvider.GetRequiredService<TakedownDbContext>();

    public void Dispose() => _services.Dispose();

    private static async Task<string> PostgresAsync(string name)
    {
        var server = Environment.GetEnvironmentVariable("TDC_TEST_POSTGRES")
            ?? throw new InvalidOperationException("TDC_TEST_POSTGRES names no PostgreSQL.");
        var database = Path.GetFileName(name).Replace('-', '_');
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var exists = connection.CreateCommand();
        exists.CommandText = "SELECT 1 FROM pg_database WHERE datname = $1";
        exists.Parameters.AddWithValue(database);
        if (await exists.ExecuteScalarAsync() is null)
        {
            await connection.ExecuteAsync($"CREATE DATABASE \"{database}\"");
        }

        return new NpgsqlConnectionStringBuilder(server) { Database = database }.ToString();
    }
}
