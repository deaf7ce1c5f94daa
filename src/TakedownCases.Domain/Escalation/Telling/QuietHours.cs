using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Escalation.Telling;

/// <summary>
/// The hours of each day, in a person's own wall-clock time, in which they are left alone; 20:00 to 07:00 passes midnight.
/// Throws when both are the same: nobody is unreachable all day.
/// </summary>
public sealed record QuietHours
{
    public QuietHours(TimeOnly from, TimeOnly to)
    {
        if (from == to)
        {
            throw new ArgumentException("Quiet hours must begin and end at different times.", nameof(to));
        }

        (From, To) = (from, to);
    }

    public TimeOnly From { get; }

    public TimeOnly To { get; }

    // Where the clocks go back, the hours take in both passages; where they go on, they end with the first instant after the gap.
    internal DateTimeOffset? EndFrom(DateTimeOffset now, LocalClock clock)
    {
        var today = clock.DateOf(now);
        foreach (var day in new[] { today.AddDays(-1), today })
        {
            var begins = clock.InstantOf(day.ToDateTime(From), laterWhenTwice: false).Instant;
            var ends = clock.InstantOf((To > From ? day : day.AddDays(1)).ToDateTime(To), laterWhenTwice: true).Instant;
            if (begins <= now && now < ends)
            {
                return ends;
            }
        }

        return null;
    }
}
