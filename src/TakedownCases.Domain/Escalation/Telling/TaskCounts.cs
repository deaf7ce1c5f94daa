using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Escalation.Telling;

/// <summary>What a mail to staff says: counts and nothing else, so that it may leave the house (law 9). Throws on a count below zero.</summary>
public sealed record TaskCounts
{
    public static TaskCounts None { get; } = new(0, 0, 0, 0, 0, 0);

    public TaskCounts(int danger, int overdue, int dueToday, int toApprove, int unknown, int others)
    {
        foreach (var count in new[] { danger, overdue, dueToday, toApprove, unknown, others })
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(danger));
        }

        (Danger, Overdue, DueToday, ToApprove, Unknown, Others) = (danger, overdue, dueToday, toApprove, unknown, others);
    }

    /// <summary>Of cases in which danger is imminent, whatever else is asked.</summary>
    public int Danger { get; }

    /// <summary>Their deadline has passed.</summary>
    public int Overdue { get; }

    /// <summary>Their deadline passes before the person's midnight.</summary>
    public int DueToday { get; }

    /// <summary>Something waits for a second person.</summary>
    public int ToApprove { get; }

    /// <summary>Nobody knows whether something left, or it was refused.</summary>
    public int Unknown { get; }

    public int Others { get; }

    public int All => Danger + Overdue + DueToday + ToApprove + Unknown + Others;

    /// <summary>The same and one task more, counted once: by the gravest of what is true of it.</summary>
    public TaskCounts With(TaskKind kind, Severity severity, DateTimeOffset raisedAt, DateTimeOffset dueAt, DateTimeOffset now, DateTimeOffset endOfDay)
    {
        var hasDeadline = TaskKinds.HasDeadline(kind, raisedAt, dueAt);
        return severity == Severity.Imminent ? Plus(danger: 1)
            : hasDeadline && dueAt <= now ? Plus(overdue: 1)
            : kind == TaskKind.ApproveNotice ? Plus(toApprove: 1)
            : kind is TaskKind.UnknownSending or TaskKind.SendingRejected ? Plus(unknown: 1)
            : hasDeadline && dueAt < endOfDay ? Plus(dueToday: 1)
            : Plus(others: 1);
    }

    private TaskCounts Plus(int danger = 0, int overdue = 0, int dueToday = 0, int toApprove = 0, int unknown = 0, int others = 0)
        => new(Danger + danger, Overdue + overdue, DueToday + dueToday, ToApprove + toApprove, Unknown + unknown, Others + others);
}
