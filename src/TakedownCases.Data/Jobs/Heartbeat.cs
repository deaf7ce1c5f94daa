namespace TakedownCases.Data.Jobs;

/// <summary>One sweep's sign of life: when it last ran to its end, and how far behind it was.</summary>
public sealed class Heartbeat
{
    public required string Sweep { get; init; }

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset FinishedAt { get; set; }

    /// <summary>Microseconds between the oldest thing due and when it was done, in the last run.</summary>
    public long LatenessMicroseconds { get; set; }

    public int Done { get; set; }
}
