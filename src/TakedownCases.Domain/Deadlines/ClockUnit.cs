namespace TakedownCases.Domain.Deadlines;

/// <summary>
/// How a length of time is counted: elapsed hours, the days and months of a local calendar, business days of a
/// calendar, or hours in which an office works.
/// </summary>
public enum ClockUnit
{
    Elapsed,
    Calendar,
    Business,
    Working,
}
