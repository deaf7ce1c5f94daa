using TakedownCases.Domain.Escalation;

namespace TakedownCases.Data.Desk;

/// <summary>How long a deadline has been over.</summary>
public enum OverdueAge
{
    Day,
    ThreeDays,
    Week,
    Older,
}

/// <summary>What overdue deadlines are narrowed to; null asks for everything.</summary>
public sealed record OverdueFilter
{
    /// <summary>Stands for the deadlines of ours, behind which there is no platform.</summary>
    public const string Ours = "ours";

    public static OverdueFilter None { get; } = new();

    public OverdueAge? Age { get; init; }

    /// <summary>A platform's id, or <see cref="Ours"/>.</summary>
    public string? Platform { get; init; }

    /// <summary>A step that was taken.</summary>
    public RungAction? Step { get; init; }

    /// <summary>Some step could not be taken.</summary>
    public bool Skipped { get; init; }

    /// <summary>From which instant on, and before which one, a deadline of this age ended.</summary>
    public static (DateTimeOffset? From, DateTimeOffset? Until) Bounds(OverdueAge age, DateTimeOffset now) => age switch
    {
        OverdueAge.Day => (now.AddDays(-1), null),
        OverdueAge.ThreeDays => (now.AddDays(-3), now.AddDays(-1)),
        OverdueAge.Week => (now.AddDays(-7), now.AddDays(-3)),
        _ => (null, now.AddDays(-7)),
    };

    public static OverdueAge AgeOf(DateTimeOffset dueAt, DateTimeOffset now)
        => Enum.GetValues<OverdueAge>().First(age => Bounds(age, now).From is not { } from || dueAt >= from);
}
