using System.Data.Common;

namespace TakedownCases.Benchmarks;

/// <summary>Statements of the bare side; all are written out in this program.</summary>
internal static class RawSql
{
    public static async Task ExecuteAsync(this DbConnection connection, string statement, DbTransaction? transaction = null)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // no statement comes from outside
        command.CommandText = statement;
#pragma warning restore CA2100
        command.Transaction = transaction;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
