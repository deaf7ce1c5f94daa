using System.Runtime.InteropServices;

namespace TakedownCases.Domain.Deadlines;

/// <summary>Time that counts: all of it, or the working time of a calendar, less the pauses, which are merged and in order.</summary>
internal sealed class PausedTimeline(WorkingCalendar? calendar, IReadOnlyList<PausedTimeline.Stretch> pauses)
{
    /// <summary>A pause with an end. While it is open its end is the instant of counting.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Stretch(DateTimeOffset From, DateTimeOffset To, bool IsOpen);

    /// <summary>Pauses in order, those that touch made one. Throws when one ends before it begins or is open without now.</summary>
    public static IReadOnlyList<Stretch> Merge(IReadOnlyList<Pause> pauses, DateTimeOffset? now)
    {
        var merged = new List<Stretch>();
        foreach (var next in pauses.Select(pause => Closed(pause, now)).OrderBy(stretch => stretch.From))
        {
            if (merged.Count > 0 && merged[^1] is var last && next.From <= last.To)
            {
                merged[^1] = new Stretch(last.From, next.To > last.To ? next.To : last.To, last.IsOpen || next.IsOpen);
            }
            else
            {
                merged.Add(next);
            }
        }

        return merged;
    }

    /// <summary>The first instant by which so much time has counted since the start.</summary>
    public DateTimeOffset Add(DateTimeOffset start, TimeSpan time, ICollection<TraceLine>? trace)
    {
        var (cursor, remaining) = (start, time);
        foreach (var pause in pauses.Where(pause => pause.To > start || pause.IsOpen))
        {
            var counted = Between(cursor, pause.From);
            if (remaining <= counted)
            {
                break;
            }

            if (counted > TimeSpan.Zero)
            {
                remaining -= counted;
                Advance(cursor, counted, trace);
            }

            trace?.Add(TraceLine.Of(
                pause.IsOpen ? "pause.open" : "pause.closed", ("from", TraceLine.At(pause.From)), ("to", TraceLine.At(pause.To))));
            cursor = pause.To > cursor ? pause.To : cursor;
        }

        return Advance(cursor, remaining, trace);
    }

    /// <summary>Time that counts from one instant to a later one.</summary>
    public TimeSpan TimeBetween(DateTimeOffset from, DateTimeOffset to)
    {
        var (cursor, total) = (from, TimeSpan.Zero);
        foreach (var pause in pauses.Where(pause => pause.To > from && pause.From < to))
        {
            total += Between(cursor, pause.From);
            cursor = pause.To > cursor ? pause.To : cursor;
        }

        return total + Between(cursor, to);
    }

    private static Stretch Closed(Pause pause, DateTimeOffset? now)
    {
        if (pause.To is { } to)
        {
            return to >= pause.From
                ? new Stretch(pause.From, to, IsOpen: false)
                : throw new ArgumentException("A pause cannot end before it begins.", nameof(pause));
        }

        var until = now ?? throw new ArgumentException("A pause that is still open needs now.", nameof(now));
        return new Stretch(pause.From, until > pause.From ? until : pause.From, IsOpen: true);
    }

    private TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
        => to <= from ? TimeSpan.Zero : calendar?.WorkingTimeBetween(from, to) ?? to - from;

    private DateTimeOffset Advance(DateTimeOffset from, TimeSpan time, ICollection<TraceLine>? trace)
        => calendar is null ? from + time : calendar.AddWorkingTime(from, time, trace);
}
