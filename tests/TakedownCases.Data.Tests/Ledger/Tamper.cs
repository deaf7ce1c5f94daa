using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Ledger;

/// <summary>Plays whoever owns the database: past triggers and past the app.</summary>
internal static class Tamper
{
    private const string Sqlite =
        """
        DROP TRIGGER IF EXISTS ledger_entry_no_update; DROP TRIGGER IF EXISTS ledger_entry_no_delete;
        DROP TRIGGER IF EXISTS ledger_head_no_delete; DROP TRIGGER IF EXISTS ledger_head_forward;
        """;

    private const string Postgres =
        "ALTER TABLE ledger_entry DISABLE TRIGGER USER; ALTER TABLE ledger_head DISABLE TRIGGER USER;";

    /// <summary>Runs statements; <c>{id}</c> stands for the scope in the database's own way of writing ids.</summary>
    public static async Task RunAsync(TestDatabase database, Guid scope, string sql)
    {
        var isSqlite = database.Kind == DatabaseKind.Sqlite;
        var id = isSqlite ? $"x'{Convert.ToHexString(scope.ToByteArray(bigEndian: true))}'" : $"'{scope}'";
        await using DbConnection connection = isSqlite
            ? new SqliteConnection(database.ConnectionString)
            : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = (isSqlite ? Sqlite : Postgres) + sql.Replace("{id}", id, StringComparison.Ordinal);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The SQL that changes one byte of a column of bytes, in each database's words.</summary>
    public static string OneByte(DatabaseKind kind, string column) => kind == DatabaseKind.Sqlite
        ? $"{column} = CAST(substr({column}, 1, 60) || CASE WHEN substr({column}, 61, 1) = x'00' THEN x'01' ELSE x'00' END || substr({column}, 62) AS BLOB)"
        : $"{column} = set_byte({column}, 60, (get_byte({column}, 60) + 1) % 256)";
}
