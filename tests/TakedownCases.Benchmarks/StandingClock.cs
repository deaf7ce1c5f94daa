namespace TakedownCases.Benchmarks;

/// <summary>Stands at the instant a database was made for; its timers run in real time.</summary>
internal sealed class StandingClock : TimeProvider
{
    public DateTimeOffset At { get; set; }

    public override DateTimeOffset GetUtcNow() => At;
}
