namespace TakedownCases.Domain;

/// <summary>
/// Instants are UTC and cut to microseconds before anything is hashed or saved: both databases keep exactly that, so
/// what was hashed is what is read back (docs/adr/0005).
/// </summary>
public static class Instants
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMillisecond / 1000;

    /// <summary>The same instant in UTC with everything below a microsecond dropped.</summary>
    public static DateTimeOffset Cut(DateTimeOffset instant)
        => new(instant.UtcTicks - (instant.UtcTicks % TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>The minute it lies in: what a person types has no seconds, and is compared with what has some.</summary>
    public static DateTimeOffset Minute(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);

    /// <summary>Microseconds since 1970-01-01T00:00:00Z; negative before.</summary>
    public static long ToUnixMicroseconds(DateTimeOffset instant)
        => (instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TicksPerMicrosecond;

    public static DateTimeOffset FromUnixMicroseconds(long microseconds)
        => new(DateTimeOffset.UnixEpoch.UtcTicks + (microseconds * TicksPerMicrosecond), TimeSpan.Zero);
}
