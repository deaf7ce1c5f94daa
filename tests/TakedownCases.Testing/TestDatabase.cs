using System.Globalization;
using Microsoft.Data.Sqlite;

namespace TakedownCases.Testing;

/// <summary>
/// A fresh database for one test (or one class), gone when disposed. It is a copy of a template that is migrated once per
/// run of a test program, by what <see cref="MigrateWith"/> was given; without that it is empty.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lock TemplatesLock = new();
    private static readonly Dictionary<DatabaseKind, Task<TestDatabase>> Templates = [];
    private static Func<TestDatabase, Task>? _migrate;
    private static int _count;

    private readonly string _place;

    private TestDatabase(DatabaseKind kind, string place)
    {
        Kind = kind;
        _place = place;
        ConnectionString = kind == DatabaseKind.Postgres
            ? PostgresServer.ForOwner(place)
            : new SqliteConnectionStringBuilder { DataSource = place }.ConnectionString;
        AppConnectionString = kind == DatabaseKind.Postgres ? PostgresServer.ForApp(place) : ConnectionString;
    }

    public DatabaseKind Kind { get; }

    /// <summary>The value of the setting <c>Database__Provider</c>.</summary>
    public string Provider => Kind.ToString();

    /// <summary>As the owner of the tables: migrates, and tampers where a test plays the attacker.</summary>
    public string ConnectionString { get; }

    /// <summary>As the role the app runs under on PostgreSQL; on SQLite the same as the owner's.</summary>
    public string AppConnectionString { get; }

    /// <summary>Called once, from a module initialiser, before the first database is made.</summary>
    public static void MigrateWith(Func<TestDatabase, Task> migrate) => _migrate = migrate;

    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        if (_migrate is null)
        {
            return await CreateEmptyAsync(kind);
        }

        Task<TestDatabase> making;
        lock (TemplatesLock)
        {
            if (!Templates.TryGetValue(kind, out making!))
            {
                making = Templates[kind] = CreateTemplateAsync(kind, _migrate);
            }
        }

        var template = await making;
        return await CreateAsync(kind, template);
    }

    /// <summary>Without tables, for tests of the migrations themselves.</summary>
    public static Task<TestDatabase> CreateEmptyAsync(DatabaseKind kind) => CreateAsync(kind, template: null);

    public async ValueTask DisposeAsync()
    {
        if (Kind == DatabaseKind.Postgres)
        {
            PostgresServer.ForgetConnections(ConnectionString);
            PostgresServer.ForgetConnections(AppConnectionString);
            await PostgresServer.DropAsync(_place);
            return;
        }

        using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        foreach (var file in new[] { _place, _place + "-wal", _place + "-shm", _place + "-journal" })
        {
            File.Delete(file);
        }
    }

    private static async Task<TestDatabase> CreateTemplateAsync(DatabaseKind kind, Func<TestDatabase, Task> migrate)
    {
        var template = await CreateEmptyAsync(kind);
        await migrate(template);
        if (kind == DatabaseKind.Postgres)
        {
            PostgresServer.ForgetConnections(template.ConnectionString);
            return template;
        }

        await using var connection = new SqliteConnection(template.ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
        SqliteConnection.ClearPool(new SqliteConnection(template.ConnectionString));
        return template;
    }

    private static async Task<TestDatabase> CreateAsync(DatabaseKind kind, TestDatabase? template)
    {
        var number = Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);
        if (kind == DatabaseKind.Postgres)
        {
            var name = $"tdc_{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}_{number}";
            var database = new TestDatabase(kind, name);
            await PostgresServer.CreateAsync(name, template?._place);
            return database;
        }

        var file = Path.Combine(Scratch.Folder, $"database-{number}.db");
        if (template is not null)
        {
            File.Copy(template._place, file);
        }

        return new TestDatabase(kind, file);
    }
}
