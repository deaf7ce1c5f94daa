using System.Globalization;

namespace TakedownCases.Domain.Deadlines;

/// <summary>One count of one clock, with the trace it writes on the way.</summary>
internal sealed class ClockCount(DateTimeOffset start, string startedBy, ClockSpan span, TraceLine? source)
{
    private readonly DateTimeOffset _start = Instants.Cut(start);
    private readonly List<TraceLine> _lines = [];

    public ClockTrace Run(WorkingCalendar? calendar, string? timeZone, IReadOnlyList<Pause> pauses, DateTimeOffset? now)
    {
        if (pauses.Count > 0 && span.Unit is ClockUnit.Calendar or ClockUnit.Business)
        {
            throw new ArgumentException("Time counted in days and months never pauses.", nameof(pauses));
        }

        var due = span.Unit switch
        {
            ClockUnit.Elapsed => Elapsed(pauses, now),
            ClockUnit.Working => Working(Needed(calendar, nameof(calendar)), pauses, now),
            ClockUnit.Calendar => Calendar(Needed(timeZone, nameof(timeZone))),
            ClockUnit.Business => Business(Needed(calendar, nameof(calendar))),
            _ => throw new InvalidOperationException($"Unknown unit {span.Unit}."),
        };
        due = Instants.Cut(due);
        _lines.Add(TraceLine.Of("clock.due", ("at", TraceLine.At(due))));
        return new ClockTrace(_start, due, _lines);
    }

    private DateTimeOffset Elapsed(IReadOnlyList<Pause> pauses, DateTimeOffset? now)
    {
        Begin(TraceLine.Of("span.elapsed", ("hours", TraceLine.Hours(span.Time))));
        return new PausedTimeline(null, PausedTimeline.Merge(pauses, now)).Add(_start, span.Time, _lines);
    }

    private DateTimeOffset Working(WorkingCalendar calendar, IReadOnlyList<Pause> pauses, DateTimeOffset? now)
    {
        Begin(TraceLine.Of(
            "span.working", ("hours", TraceLine.Hours(span.Time)), ("calendar", calendar.Id), ("zone", calendar.TimeZone)));
        var due = new PausedTimeline(calendar, PausedTimeline.Merge(pauses, now)).Add(_start, span.Time, _lines);
        SayWhereHolidaysEnd(calendar, due);
        return due;
    }

    // The day of the event is not counted and the wall-clock time stays (design section 4, law 7). A month that is too
    // short counts to the end of its last day (Regulation 1182/71 Art. 3(2)(c)): with the wall-clock time, who wrote on the
    // morning of the 31st would be due before who wrote on the evening of the 30th.
    private DateTimeOffset Calendar(string timeZone)
    {
        Begin(TraceLine.Of(
            "span.calendar", ("months", TraceLine.Number(span.Months)), ("days", TraceLine.Number(span.Days)), ("zone", timeZone)));
        var clock = LocalClock.In(timeZone);
        var from = clock.WallClockOf(_start);
        var inMonth = from.AddMonths(span.Months);
        if (inMonth.Day != from.Day)
        {
            _lines.Add(TraceLine.Of(
                "month.clamped", ("day", TraceLine.Number(from.Day)), ("date", TraceLine.On(DateOnly.FromDateTime(inMonth)))));
            inMonth = inMonth.Date.AddDays(1);
        }

        return InstantOf(clock, timeZone, inMonth.AddDays(span.Days));
    }

    private DateTimeOffset Business(WorkingCalendar calendar)
    {
        Begin(TraceLine.Of(
            "span.business", ("days", TraceLine.Number(span.Days)), ("calendar", calendar.Id), ("zone", calendar.TimeZone)));
        var clock = LocalClock.In(calendar.TimeZone);
        var from = clock.WallClockOf(_start);
        var day = DateOnly.FromDateTime(from);
        for (var left = span.Days; left > 0;)
        {
            day = day.AddDays(1);
            if (calendar.IsBusinessDay(day))
            {
                left--;
            }
            else
            {
                _lines.Add(calendar.Holidays.TryGetValue(day, out var name) ? TraceLine.Holiday(day, name) : TraceLine.ClosedDay(day));
            }
        }

        var due = InstantOf(clock, calendar.TimeZone, EndOf(calendar, day, from));
        SayWhereHolidaysEnd(calendar, due);
        return due;
    }

    // After a closed day the last day counts in full: with the wall-clock time of a Sunday morning, who wrote then would
    // be due before who wrote on Friday evening.
    private DateTime EndOf(WorkingCalendar calendar, DateOnly last, DateTime from)
    {
        var first = DateOnly.FromDateTime(from);
        if (calendar.IsBusinessDay(first))
        {
            return last.ToDateTime(TimeOnly.FromDateTime(from));
        }

        _lines.Add(TraceLine.Of("day.whole", ("date", TraceLine.On(first)), ("last", TraceLine.On(last))));
        return last.AddDays(1).ToDateTime(TimeOnly.MinValue);
    }

    private DateTimeOffset InstantOf(LocalClock clock, string timeZone, DateTime wallClock)
    {
        var found = clock.InstantOf(wallClock, laterWhenTwice: true);
        if (found.Case != WallClockCase.Once)
        {
            _lines.Add(TraceLine.Of(
                found.Case == WallClockCase.Twice ? "local.twice" : "local.skipped",
                ("local", wallClock.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
                ("zone", timeZone)));
        }

        return found.Instant;
    }

    private void Begin(TraceLine length)
    {
        _lines.Add(length);
        _lines.Add(TraceLine.Of("clock.started", ("by", startedBy), ("at", TraceLine.At(_start))));
        if (source is not null)
        {
            _lines.Add(source);
        }
    }

    private void SayWhereHolidaysEnd(WorkingCalendar calendar, DateTimeOffset due)
    {
        if (calendar.HolidaysKnownUntil is { } until && LocalClock.In(calendar.TimeZone).DateOf(due) > until)
        {
            _lines.Add(TraceLine.Of("calendar.unknown", ("calendar", calendar.Id), ("until", TraceLine.On(until))));
        }
    }

    private static T Needed<T>(T? value, string name)
        where T : class
        => value ?? throw new ArgumentException("This unit of time cannot be counted without it.", name);
}
