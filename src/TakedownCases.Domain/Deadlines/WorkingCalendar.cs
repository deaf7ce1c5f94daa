using System.Runtime.InteropServices;

namespace TakedownCases.Domain.Deadlines;

/// <summary>
/// When somebody works: weekly windows in local time of one IANA zone, less the holidays. A holiday takes away the
/// windows that begin on it; hours are counted as they pass, so a day on which the clocks change is shorter or longer.
/// </summary>
public sealed record WorkingCalendar
{
    // Longer than any run of holidays: past it the calendar has no working time and counting would never end.
    private const int DaysToLookAhead = 400;

    private readonly LocalClock _clock;
    private readonly ILookup<DayOfWeek, WorkingWindow> _windows;

    /// <summary>Throws when the zone is unknown or no window is given.</summary>
    public WorkingCalendar(
        string id,
        string timeZone,
        IReadOnlyList<WorkingWindow> windows,
        IReadOnlyDictionary<DateOnly, string> holidays,
        DateOnly? holidaysKnownUntil = null)
    {
        if (windows.Count == 0)
        {
            throw new ArgumentException($"Working calendar '{id}' has no working window.", nameof(windows));
        }

        (Id, TimeZone, Windows, Holidays, HolidaysKnownUntil) = (id, timeZone, windows, holidays, holidaysKnownUntil);
        _clock = LocalClock.In(timeZone);
        _windows = windows.OrderBy(w => w.From).ToLookup(w => w.Day);
    }

    public string Id { get; }

    /// <summary>IANA name of the time zone.</summary>
    public string TimeZone { get; }

    public IReadOnlyList<WorkingWindow> Windows { get; }

    public IReadOnlyDictionary<DateOnly, string> Holidays { get; }

    /// <summary>Last day for which the holidays are known; null where the calendar has none to know.</summary>
    public DateOnly? HolidaysKnownUntil { get; }

    public bool IsBusinessDay(DateOnly day) => !Holidays.ContainsKey(day) && _windows.Contains(day.DayOfWeek);

    public bool IsWorking(DateTimeOffset instant) => NextWorkingInstant(instant) == instant;

    /// <summary>The instant itself while working, else the next opening. A window's end is no longer in it.</summary>
    public DateTimeOffset NextWorkingInstant(DateTimeOffset instant) => Openings(instant, trace: null).First().From;

    /// <summary>
    /// The first instant by which so much working time has passed since the start; the start itself for none. Adds to
    /// the trace a line for each stretch counted, each closed day and each holiday on the way.
    /// </summary>
    public DateTimeOffset AddWorkingTime(DateTimeOffset start, TimeSpan time, ICollection<TraceLine>? trace = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        if (time == TimeSpan.Zero)
        {
            return start;
        }

        var remaining = time;
        foreach (var opening in Openings(start, trace))
        {
            var counted = opening.To - opening.From < remaining ? opening.To - opening.From : remaining;
            remaining -= counted;
            trace?.Add(TraceLine.WorkCounted(opening.From, opening.From + counted, counted));
            if (remaining == TimeSpan.Zero)
            {
                return opening.From + counted;
            }
        }

        throw new InvalidOperationException($"Working calendar '{Id}' has no working time left to count.");
    }

    /// <summary>Working time that passes from one instant to a later one; nothing when it is not later.</summary>
    public TimeSpan WorkingTimeBetween(DateTimeOffset from, DateTimeOffset to)
    {
        var total = TimeSpan.Zero;
        if (to <= from)
        {
            return total;
        }

        foreach (var opening in Openings(from, trace: null))
        {
            if (opening.From >= to)
            {
                break;
            }

            total += (opening.To < to ? opening.To : to) - opening.From;
        }

        return total;
    }

    private IEnumerable<Opening> Openings(DateTimeOffset from, ICollection<TraceLine>? trace)
    {
        var cursor = from.ToUniversalTime();
        var first = _clock.DateOf(from);
        var lastOpen = first;

        // A window that began the day before may still be open.
        for (var day = first.AddDays(-1); day.DayNumber - lastOpen.DayNumber <= DaysToLookAhead; day = day.AddDays(1))
        {
            if (day >= first && !IsBusinessDay(day))
            {
                trace?.Add(Holidays.TryGetValue(day, out var name) ? TraceLine.Holiday(day, name) : TraceLine.ClosedDay(day));
            }

            foreach (var window in Holidays.ContainsKey(day) ? [] : _windows[day.DayOfWeek])
            {
                var (opens, closes) = InstantsOf(window, day);
                if (closes > cursor && closes > opens)
                {
                    yield return new Opening(opens > cursor ? opens : cursor, closes);
                    (cursor, lastOpen) = (closes, day);
                }
            }
        }

        throw new InvalidOperationException($"Working calendar '{Id}' has no working time in {DaysToLookAhead} days.");
    }

    // Where the clocks go back, a window takes in both passages of the hour: it opens at the first and closes at the second.
    private (DateTimeOffset Opens, DateTimeOffset Closes) InstantsOf(WorkingWindow window, DateOnly day)
        => (_clock.InstantOf(day.ToDateTime(window.From), laterWhenTwice: false).Instant,
            _clock.InstantOf((window.To > window.From ? day : day.AddDays(1)).ToDateTime(window.To), laterWhenTwice: true).Instant);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Opening(DateTimeOffset From, DateTimeOffset To);
}
