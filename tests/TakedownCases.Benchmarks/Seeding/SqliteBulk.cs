using System.Data.Common;
using System.Globalization;
using System.Threading.Channels;
using TakedownCases.Data.Ledger;

namespace TakedownCases.Benchmarks.Seeding;

/// <summary>SQLite: one writer, prepared statements, few large transactions; durability comes back with the last of them.</summary>
internal static class SqliteBulk
{
    private const int CasesPerTransaction = 20_000;

    public static async Task<long> WriteAsync(BenchDatabase bench, BulkTables tables, ChannelReader<List<MadeCase>> batches)
    {
        await using var connection = await bench.ConnectAsync();
        await connection.ExecuteAsync("PRAGMA synchronous = OFF; PRAGMA cache_size = -600000; PRAGMA foreign_keys = OFF;");
        var statements = new Dictionary<BulkTable, DbCommand>();
        var position = await PositionAsync(bench, connection);
        var (rows, pending) = (0L, 0);
        var transaction = await connection.BeginTransactionAsync();
        await foreach (var cases in batches.ReadAllAsync())
        {
            foreach (var row in cases.SelectMany(made => made.Rows()))
            {
                if (row is LedgerEntryRow entry)
                {
                    entry.Position = ++position;
                }

                Insert(connection, transaction, statements, tables.Of(row), row);
                rows++;
            }

            pending += cases.Count;
            if (pending >= CasesPerTransaction)
            {
                pending = 0;
                await transaction.CommitAsync();
                await transaction.DisposeAsync();
                transaction = await connection.BeginTransactionAsync();
            }
        }

        await transaction.CommitAsync();
        await transaction.DisposeAsync();
        foreach (var statement in statements.Values)
        {
            await statement.DisposeAsync();
        }

        return rows;
    }

    public static DbCommand Prepare(DbConnection connection, BulkTable table)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // names come from the model
        command.CommandText = $"INSERT INTO {table.Name} ({table.ColumnList}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"))})";
#pragma warning restore CA2100
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static void Insert(
        DbConnection connection, DbTransaction transaction, Dictionary<BulkTable, DbCommand> statements, BulkTable table, object row)
    {
        if (!statements.TryGetValue(table, out var statement))
        {
            statements[table] = statement = Prepare(connection, table);
        }

        statement.Transaction = transaction;
        var values = table.Row(row);
        for (var i = 0; i < values.Length; i++)
        {
            statement.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        statement.ExecuteNonQuery();
    }

    /// <summary>The last position in the ledger; always 0 on PostgreSQL, which has none.</summary>
    public static async Task<long> PositionAsync(BenchDatabase bench, DbConnection connection, DbTransaction? transaction = null)
    {
        if (!bench.IsSqlite)
        {
            return 0;
        }

        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT coalesce(max(position), 0) FROM ledger_entry";
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
