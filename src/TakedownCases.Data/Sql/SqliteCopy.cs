#pragma warning disable RS0030 // This room owns the raw database.
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TakedownCases.Data.Sql;

/// <summary>Copies of a SQLite database: written while others write, and checked before one is put in place.</summary>
public static class SqliteCopy
{
    /// <summary>One consistent moment, without free pages: nothing that was erased comes along.</summary>
    public static async Task WriteAsync(TakedownDbContext db, string file, CancellationToken cancellationToken)
    {
        var timeout = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {file}", cancellationToken);
        db.Database.SetCommandTimeout(timeout);
    }

    /// <summary>True when the file is a whole database with a ledger in it.</summary>
    public static async Task<bool> IsWholeAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            await connection.OpenAsync(cancellationToken);
            await using var check = connection.CreateCommand();
            check.CommandText = "PRAGMA integrity_check(1)";
            var whole = (string?)await check.ExecuteScalarAsync(cancellationToken) == "ok";
            await using var ledger = connection.CreateCommand();
            ledger.CommandText = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'ledger_entry'";
            return whole && (long?)await ledger.ExecuteScalarAsync(cancellationToken) == 1;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    /// <summary>A copy comes out with a rollback journal; the app opens databases that write ahead.</summary>
    public static Task WriteAheadAsync(string connectionString, CancellationToken cancellationToken)
        => SayAsync(connectionString, "PRAGMA journal_mode = WAL", cancellationToken);

    /// <summary>Brings everything into the one file and lets go of it, so that it can be moved.</summary>
    public static Task CloseAsync(string connectionString, CancellationToken cancellationToken)
        => SayAsync(connectionString, "PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);

    private static async Task SayAsync(string connectionString, string pragma, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the two pragmas above
        command.CommandText = pragma;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
        SqliteConnection.ClearPool(connection);
    }
}
