using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Tracking;

/// <summary>A ledger that takes no more read entries, as its owner can make it.</summary>
internal static class BrokenLedger
{
    private const int ReadLane = 2;

    public static async Task RefuseReadsAsync(TestDatabase database)
    {
        await using DbConnection connection = database.Kind == DatabaseKind.Sqlite
            ? new SqliteConnection(database.ConnectionString)
            : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = database.Kind == DatabaseKind.Sqlite
            ? $"CREATE TRIGGER no_reads BEFORE INSERT ON ledger_entry WHEN NEW.lane = {ReadLane} BEGIN SELECT RAISE(ABORT, 'no'); END"
            : $"ALTER TABLE ledger_entry ADD CONSTRAINT no_reads CHECK (lane <> {ReadLane}) NOT VALID";
        await command.ExecuteNonQueryAsync();
    }
}
