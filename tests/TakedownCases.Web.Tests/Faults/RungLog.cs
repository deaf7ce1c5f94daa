using Npgsql;
using TakedownCases.Domain;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Faults;

/// <summary>Notes, inside PostgreSQL and by its own clock, when a rung at a first review's deadline was written. The program knows nothing of it.</summary>
internal sealed class RungLog
{
    private readonly string _connectionString;

    private RungLog(string connectionString) => _connectionString = connectionString;

    public static async Task<RungLog> PutIntoAsync(TestDatabase database)
    {
        var log = new RungLog(database.ConnectionString);
        await using var connection = await log.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            CREATE TABLE rung_log (clock uuid NOT NULL, rung text NOT NULL, at bigint NOT NULL);
            CREATE FUNCTION note_rung() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
            BEGIN
              IF NEW.rung LIKE 'internal-due%' AND EXISTS (
                SELECT 1 FROM case_clock WHERE case_id = NEW.case_id AND id = NEW.clock AND kind = 'FirstReview') THEN
                INSERT INTO rung_log VALUES (NEW.clock, NEW.rung, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint);
              END IF;
              RETURN NEW;
            END $$;
            CREATE TRIGGER note_rung AFTER INSERT ON climbed_rung FOR EACH ROW EXECUTE FUNCTION note_rung();
            """;
        await command.ExecuteNonQueryAsync();
        return log;
    }

    /// <summary>The database's time.</summary>
    public async Task<DateTimeOffset> NowAsync()
        => Instants.FromUnixMicroseconds(await NumberAsync("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint"));

    public Task<long> CountAsync() => NumberAsync("SELECT count(*) FROM rung_log");

    public async Task<List<(Guid Clock, string Rung, DateTimeOffset At)>> ReadAsync()
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT clock, rung, at FROM rung_log";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<(Guid, string, DateTimeOffset)>();
        while (await reader.ReadAsync())
        {
            rows.Add((reader.GetGuid(0), reader.GetString(1), Instants.FromUnixMicroseconds(reader.GetInt64(2))));
        }

        return rows;
    }

    private async Task<long> NumberAsync(string query)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        return connection;
    }
}
