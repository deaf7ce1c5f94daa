using Npgsql;
using TakedownCases.Data.Postgres;

namespace TakedownCases.Testing;

/// <summary>The PostgreSQL cluster that tests/run.sh starts; it is known by two connection strings in the environment.</summary>
internal static class PostgresServer
{
    public const string MissingMessage =
        "There is no PostgreSQL: TDC_TEST_POSTGRES is not set. Run the tests with `sh tests/run.sh`, which starts one.";

    private static readonly SemaphoreSlim Creating = new(2);

    public static bool IsConfigured => !string.IsNullOrEmpty(OwnerString);

    public static bool MayBeMissing => Environment.GetEnvironmentVariable("TDC_ALLOW_NO_POSTGRES") == "1";

    private static string? OwnerString => Environment.GetEnvironmentVariable("TDC_TEST_POSTGRES");

    private static string? AppString => Environment.GetEnvironmentVariable("TDC_TEST_POSTGRES_APP");

    /// <summary>The name of the role the app runs under.</summary>
    public static string AppRole
        => new NpgsqlConnectionStringBuilder(AppString ?? OwnerString).Username ?? throw new InvalidOperationException(MissingMessage);

    public static string ForOwner(string database) => For(OwnerString, database);

    public static string ForApp(string database) => For(AppString ?? OwnerString, database);

    public static async Task CreateAsync(string database, string? template)
    {
        // Two at a time: each copies a template's files, and more only queue inside the server.
        await Creating.WaitAsync();
        try
        {
            await ExecuteAsync(template is null
                ? $"CREATE DATABASE {database}"
                : $"CREATE DATABASE {database} TEMPLATE {template}");
        }
        finally
        {
            Creating.Release();
        }
    }

    /// <summary>A vacuum that runs in the database just now belongs to the server and cannot be ended by the owner: ask again.</summary>
    public static async Task DropAsync(string database)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await ExecuteAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
                return;
            }
            catch (PostgresException refused) when (tries < 20 && refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>Closes what is open and idle: the app's connections, and those a test made with the bare string.</summary>
    public static void ForgetConnections(string connectionString)
    {
        foreach (var known in new[] { connectionString, PreparedStatements.In(connectionString) })
        {
            using var connection = new NpgsqlConnection(known);
            NpgsqlConnection.ClearPool(connection);
        }
    }

    private static string For(string? connectionString, string database)
    {
        if (string.IsNullOrEmpty(connectionString))
        {
            throw new InvalidOperationException(MissingMessage);
        }

        return new NpgsqlConnectionStringBuilder(connectionString) { Database = database, MaxPoolSize = 20 }.ConnectionString;
    }

    private static async Task ExecuteAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(For(OwnerString, "postgres"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the names are made in TestDatabase, of letters and digits
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
