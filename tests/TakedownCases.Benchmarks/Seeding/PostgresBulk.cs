using System.Threading.Channels;
using Npgsql;

namespace TakedownCases.Benchmarks.Seeding;

/// <summary>PostgreSQL: binary COPY, one transaction for each batch, several connections beside each other.</summary>
internal static class PostgresBulk
{
    public static async Task<long> WriteAsync(BenchDatabase bench, BulkTables tables, ChannelReader<List<MadeCase>> batches)
    {
        await using var connection = (NpgsqlConnection)await bench.ConnectAsync();
        await connection.ExecuteAsync("SET synchronous_commit = off");
        var written = 0L;
        await foreach (var cases in batches.ReadAllAsync())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var (table, rows) in tables.Group(cases))
            {
                await using var copy = await connection.BeginBinaryImportAsync($"COPY {table.Name} ({table.ColumnList}) FROM STDIN (FORMAT binary)");
                foreach (var row in rows)
                {
                    await copy.WriteRowAsync(CancellationToken.None, row);
                }

                await copy.CompleteAsync();
                written += rows.Count;
            }

            await transaction.CommitAsync();
        }

        return written;
    }
}
