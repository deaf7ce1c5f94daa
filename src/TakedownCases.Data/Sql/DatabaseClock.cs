using Npgsql;
using TakedownCases.Domain;

namespace TakedownCases.Data.Sql;

/// <summary>Reads the database's own time, in microseconds since 1970.</summary>
public delegate Task<long> ReadDatabaseTime(CancellationToken cancellationToken);

/// <summary>
/// The time of the PostgreSQL server, so that several machines agree on it (security 2.3). Between two measurements it
/// runs with this machine's monotonic timer, which nobody can set.
/// </summary>
public sealed class DatabaseClock(TimeProvider machine, ReadDatabaseTime read) : TimeProvider
{
    /// <summary>What a busy network may cost; less than this is not a step of the clock.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(500);

    /// <summary>A clock that is put right by a second or two is no step that anybody must look at.</summary>
    private static readonly TimeSpan MostForward = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _machine = machine;
    private Anchor? _anchor;

    public override long TimestampFrequency => _machine.TimestampFrequency;

    /// <summary>A clock on the server behind a connection string.</summary>
    public static DatabaseClock On(string connectionString, TimeProvider machine)
        => new(machine, cancellationToken => ReadAsync(connectionString, cancellationToken));

    /// <summary>The machine's own time until the first measurement, which is made before anything is served.</summary>
    public override DateTimeOffset GetUtcNow()
        => _anchor is { } anchor ? anchor.At + _machine.GetElapsedTime(anchor.Timestamp) : _machine.GetUtcNow();

    public override long GetTimestamp() => _machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => _machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>Asks the database for its time and follows it from here; says how far it had moved by itself.</summary>
    public async Task<ClockMeasurement> MeasureAsync(CancellationToken cancellationToken)
    {
        var started = _machine.GetTimestamp();
        var microseconds = await read(cancellationToken);
        var roundTrip = _machine.GetElapsedTime(started);
        var measured = Instants.FromUnixMicroseconds(microseconds) + (roundTrip / 2);
        var expected = _anchor is null ? measured : GetUtcNow();
        _anchor = new Anchor(measured, _machine.GetTimestamp());
        var back = expected - measured;
        return new ClockMeasurement(
            WentBackBy: back > Tolerance + roundTrip ? back : TimeSpan.Zero,
            WentForwardBy: -back > MostForward + roundTrip ? -back : TimeSpan.Zero,
            FromMachine: measured - _machine.GetUtcNow());
    }

    private static async Task<long> ReadAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint";
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private sealed record Anchor(DateTimeOffset At, long Timestamp);
}

/// <summary>
/// One comparison of clocks: how far the database's was set back or forward since the last one, by this machine's timer, which nobody
/// can set. Positive <paramref name="FromMachine"/>: the database is ahead of this machine.
/// </summary>
public sealed record ClockMeasurement(TimeSpan WentBackBy, TimeSpan WentForwardBy, TimeSpan FromMachine);
