namespace TakedownCases.Domain.Deadlines;

/// <summary>
/// An internal promise as data: within what time one of our own clocks must be met on a track at a severity. Track and
/// severity are codes here ("adult", "minor"; "imminent", "urgent", "standard").
/// </summary>
public sealed record SlaPolicy
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    public required ClockKind Clock { get; init; }

    public required string TrackCode { get; init; }

    public required string SeverityCode { get; init; }

    /// <summary>Elapsed or working time; days, months and years where a case or data is kept.</summary>
    public required ClockSpan Span { get; init; }

    /// <summary>When to warn, in percent of the time, in rising order.</summary>
    public required IReadOnlyList<int> WarnPercents { get; init; }

    /// <summary>Whether the clock stands still while we wait for the survivor.</summary>
    public required bool PausesWhileWaiting { get; init; }

    /// <summary>The calendar that working time is counted on, or in whose zone days are; null for elapsed time.</summary>
    public string? CalendarId { get; init; }
}
