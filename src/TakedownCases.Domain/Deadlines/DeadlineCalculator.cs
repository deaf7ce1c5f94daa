namespace TakedownCases.Domain.Deadlines;

/// <summary>
/// Finds when a clock is due from its history alone, so that counting again gives the same instant (design section 4,
/// law 7; conventions in docs/deadlines.md). Instants come back in UTC, cut to microseconds.
/// </summary>
public static class DeadlineCalculator
{
    /// <summary>A statutory or other legal clock. It never pauses. Throws when the basis may not run clocks.</summary>
    /// <param name="start">The earliest proof of what the basis says starts it.</param>
    /// <param name="startedBy">A code for that proof, such as "acknowledgement", "server-acceptance" or "sending".</param>
    /// <param name="basis">The version in force at the start.</param>
    /// <param name="businessCalendar">The basis's business calendar, when it counts business days.</param>
    public static ClockTrace Compute(
        DateTimeOffset start, string startedBy, LegalBasis basis, WorkingCalendar? businessCalendar = null)
    {
        if (!basis.RunsClocks || basis.Span is not { } span)
        {
            throw new ArgumentException($"Legal basis '{basis.Id}' must not run a clock.", nameof(basis));
        }

        if (span.Unit == ClockUnit.Business && businessCalendar?.Id != basis.BusinessCalendarId)
        {
            throw new ArgumentException($"Legal basis '{basis.Id}' counts on '{basis.BusinessCalendarId}'.", nameof(businessCalendar));
        }

        var source = basis.IsPolicy
            ? TraceLine.Of("basis.policy", ("id", basis.Id), ("version", basis.Version))
            : TraceLine.Of("basis.legal", ("id", basis.Id), ("version", basis.Version), ("citation", basis.Citation));
        return new ClockCount(start, startedBy, span, source)
            .Run(businessCalendar, basis.JurisdictionTimeZone, [], now: null);
    }

    /// <summary>An internal clock. Pauses count only where the policy lets them.</summary>
    public static ClockTrace Compute(
        DateTimeOffset start,
        string startedBy,
        SlaPolicy policy,
        WorkingCalendar? calendar,
        IReadOnlyList<Pause> pauses,
        DateTimeOffset? now = null)
    {
        if (policy.Span.Unit is ClockUnit.Working or ClockUnit.Calendar && calendar?.Id != policy.CalendarId)
        {
            throw new ArgumentException($"Policy '{policy.Id}' counts on '{policy.CalendarId}'.", nameof(calendar));
        }

        var source = TraceLine.Of("basis.policy", ("id", policy.Id), ("version", policy.Version));
        return new ClockCount(start, startedBy, policy.Span, source)
            .Run(calendar, calendar?.TimeZone, policy.PausesWhileWaiting ? pauses : [], now);
    }

    /// <summary>
    /// A bare length of time. Working and business time need the calendar, calendar time a zone (the calendar's, unless
    /// one is named). Only elapsed and working time may pause; an open pause needs `now`. Throws ArgumentException.
    /// </summary>
    public static ClockTrace Compute(
        DateTimeOffset start,
        string startedBy,
        ClockSpan span,
        WorkingCalendar? calendar = null,
        string? timeZone = null,
        IReadOnlyList<Pause>? pauses = null,
        DateTimeOffset? now = null)
        => new ClockCount(start, startedBy, span, source: null).Run(calendar, timeZone ?? calendar?.TimeZone, pauses ?? [], now);

    /// <summary>
    /// The instant at which so many percent of the time between start and due have passed: working time where the
    /// calendar of a working-time clock is given, elapsed time otherwise, pauses left out of both.
    /// </summary>
    public static DateTimeOffset WarnAt(
        DateTimeOffset start,
        DateTimeOffset due,
        int percent,
        WorkingCalendar? calendar = null,
        IReadOnlyList<Pause>? pauses = null,
        DateTimeOffset? now = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        var timeline = new PausedTimeline(calendar, PausedTimeline.Merge(pauses ?? [], now));
        var whole = timeline.TimeBetween(start, due);
        var part = TimeSpan.FromTicks((long)((Int128)whole.Ticks * percent / 100));
        return Instants.Cut(timeline.Add(start, part, trace: null));
    }
}
