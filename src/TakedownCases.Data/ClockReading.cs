using TakedownCases.Domain;

namespace TakedownCases.Data;

/// <summary>Reads the clock once per operation, as both databases keep it.</summary>
public static class ClockReading
{
    public static DateTimeOffset Now(this TimeProvider clock) => Instants.Cut(clock.GetUtcNow());
}
