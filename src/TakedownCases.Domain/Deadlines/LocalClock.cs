using System.Runtime.InteropServices;

namespace TakedownCases.Domain.Deadlines;

/// <summary>
/// Wall-clock time of one IANA zone. A wall-clock time that a change of offset skips becomes the first instant after the
/// gap; one that happens twice is the caller's choice, the earlier or the later. Throws TimeZoneNotFoundException.
/// </summary>
internal readonly record struct LocalClock(TimeZoneInfo Zone)
{
    public static LocalClock In(string zoneId) => new(TimeZoneInfo.FindSystemTimeZoneById(zoneId));

    public DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(WallClockOf(instant));

    public DateTime WallClockOf(DateTimeOffset instant)
        => DateTime.SpecifyKind(instant.UtcDateTime + Zone.GetUtcOffset(instant), DateTimeKind.Unspecified);

    public LocalInstant InstantOf(DateTime wallClock, bool laterWhenTwice)
    {
        // Offsets a day before and a day after: no zone changes twice within two days, and no gap is longer than a day.
        var asUtc = new DateTimeOffset(DateTime.SpecifyKind(wallClock, DateTimeKind.Utc));
        var before = Zone.GetUtcOffset(asUtc.AddDays(-1));
        var after = Zone.GetUtcOffset(asUtc.AddDays(1));
        var early = asUtc - before;
        var late = asUtc - after;
        var earlyHolds = Zone.GetUtcOffset(early) == before;
        var lateHolds = Zone.GetUtcOffset(late) == after;
        if (earlyHolds && lateHolds)
        {
            return early == late
                ? new LocalInstant(early, WallClockCase.Once)
                : new LocalInstant(laterWhenTwice ? late : early, WallClockCase.Twice);
        }

        return earlyHolds || lateHolds
            ? new LocalInstant(earlyHolds ? early : late, WallClockCase.Once)
            : new LocalInstant(FirstInstantWith(after, late, early), WallClockCase.Skipped);
    }

    private DateTimeOffset FirstInstantWith(TimeSpan offset, DateTimeOffset without, DateTimeOffset with)
    {
        while (with - without > TimeSpan.FromTicks(1))
        {
            var middle = without + TimeSpan.FromTicks((with - without).Ticks / 2);
            (without, with) = Zone.GetUtcOffset(middle) == offset ? (without, middle) : (middle, with);
        }

        return with;
    }
}

/// <summary>What a change of offset does to a wall-clock time.</summary>
internal enum WallClockCase
{
    Once,
    Twice,
    Skipped,
}

/// <summary>The instant of a wall-clock time, and how it was found.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LocalInstant(DateTimeOffset Instant, WallClockCase Case);
