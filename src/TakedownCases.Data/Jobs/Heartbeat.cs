namespace TakedownCases.Data.Jobs;

/// <summary>One sweep's sign of life: when it last ran to its end, and how far behind it was.</summary>
public sealed class Heartbeat(string sweep)
{
    public string Sweep { get; private set; } = sweep;

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset FinishedAt { get; private set; }

    /// <summary>Microseconds between the oldest thing due and when it was done, in the last run.</summary>
    public long LatenessMicroseconds { get; private set; }

    public int Done { get; private set; }

    /// <summary>When something of what it sends was last taken by a mail server; null for a sweep that sends nothing.</summary>
    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>The sweep ran to its end. <paramref name="lateness"/> is how late the oldest thing was that it did.</summary>
    public void Beat(DateTimeOffset startedAt, DateTimeOffset finishedAt, TimeSpan lateness, int done, bool delivered = false)
    {
        StartedAt = startedAt;
        FinishedAt = finishedAt;
        LatenessMicroseconds = lateness.Ticks / TimeSpan.TicksPerMicrosecond;
        Done = done;
        DeliveredAt = delivered ? finishedAt : DeliveredAt;
    }
}
