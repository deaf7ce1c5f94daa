using System.Data.Common;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Benchmarks.Runs;

/// <summary>
/// For each case one transaction as a changed clock needs it: two reads, two updates, one insert. On copies of the three tables, so
/// that no history is touched.
/// </summary>
internal static class BareTransactions
{
    /// <summary>The milliseconds of each, sorted.</summary>
    public static async Task<double[]> MeasureAsync(BenchDatabase bench, CaseId[] cases)
    {
        await using var connection = await bench.ConnectAsync();
        var bytes = bench.IsSqlite ? "BLOB" : "bytea";
        await connection.ExecuteAsync($"CREATE TABLE bench_head (scope {bytes} PRIMARY KEY, seq bigint NOT NULL, hash {bytes} NOT NULL)");
        await connection.ExecuteAsync($"CREATE TABLE bench_clock (case_id {bytes} PRIMARY KEY, warned_at bigint, next_at bigint)");
        await connection.ExecuteAsync($"CREATE TABLE bench_entry (scope {bytes}, seq bigint, body {bytes}, hash {bytes}, PRIMARY KEY (scope, seq))");
        var (body, hash) = (new byte[320], new byte[32]);
        foreach (var caseId in cases)
        {
            var id = caseId.Value.ToByteArray(bigEndian: true);
            await ScalarAsync(connection, null, "INSERT INTO bench_head VALUES (@id, 9, @hash)", id, ("@hash", hash));
            await ScalarAsync(connection, null, "INSERT INTO bench_clock VALUES (@id, NULL, 1)", id);
        }

        var times = await Timing.MeasureAsync(0, cases.Length, async number =>
        {
            var id = cases[number].Value.ToByteArray(bigEndian: true);
            await using var transaction = await connection.BeginTransactionAsync();
            await ScalarAsync(connection, transaction, "SELECT next_at FROM bench_clock WHERE case_id = @id", id);
            await ScalarAsync(connection, transaction, "SELECT seq FROM bench_head WHERE scope = @id", id);
            await ScalarAsync(connection, transaction, "UPDATE bench_clock SET warned_at = 1, next_at = 2 WHERE case_id = @id", id);
            await ScalarAsync(connection, transaction, "INSERT INTO bench_entry VALUES (@id, 10, @body, @hash)", id, ("@body", body), ("@hash", hash));
            await ScalarAsync(connection, transaction, "UPDATE bench_head SET seq = 10, hash = @hash WHERE scope = @id AND seq = 9", id, ("@hash", hash));
            await transaction.CommitAsync();
        });
        await connection.ExecuteAsync("DROP TABLE bench_head; DROP TABLE bench_clock; DROP TABLE bench_entry;");
        return times;
    }

    private static async Task<object?> ScalarAsync(
        DbConnection connection, DbTransaction? transaction, string statement, object id, params (string Name, object Value)[] more)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the statements stand above
        command.CommandText = statement;
#pragma warning restore CA2100
        command.Transaction = transaction;
        foreach (var (name, value) in more.Where(pair => statement.Contains(pair.Name, StringComparison.Ordinal)).Prepend(("@id", id)))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return await command.ExecuteScalarAsync();
    }
}
