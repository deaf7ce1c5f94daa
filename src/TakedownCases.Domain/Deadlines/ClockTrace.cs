namespace TakedownCases.Domain.Deadlines;

/// <summary>When a clock started, when it is due, and line by line why.</summary>
public sealed record ClockTrace(DateTimeOffset Start, DateTimeOffset Due, IReadOnlyList<TraceLine> Lines)
{
    /// <summary>
    /// Whether the clock stands still now. Its due instant then holds only for the `now` it was computed with and moves
    /// on until the pause ends, so a sweep must not call it overdue.
    /// </summary>
    public bool IsPaused => Lines.Any(line => line.Code == "pause.open");

    /// <summary>Of a clock that cannot be counted here: a person entered its end, or its basis is in no book any more.</summary>
    public static ClockTrace Uncounted(DateTimeOffset start, DateTimeOffset due, string? lostBasis, string version) => new(
        start,
        due,
        [
            lostBasis is null
                ? TraceLine.Of("entered.by-hand", ("at", TraceLine.At(start)))
                : TraceLine.Of("basis.lost", ("id", lostBasis), ("version", version)),
            TraceLine.Of("clock.due", ("at", TraceLine.At(due))),
        ]);

    /// <summary>The trace in one English line, for logs and tests.</summary>
    public string ToText() => string.Join("; ", Lines.Select(line => line.ToText()));
}
