namespace TakedownCases.Domain.Cases;

/// <summary>One rung that one clock has climbed: the key that makes each happen once, whoever looks (design law 8).</summary>
public sealed class ClimbedRung
{
    private ClimbedRung()
    {
        Rung = null!;
    }

    internal ClimbedRung(CaseId caseId, ClockId clock, RungStep step, DateTimeOffset climbedAt)
    {
        CaseId = caseId;
        Clock = clock;
        Rung = step.Rung;
        DueAt = step.DueAt;
        ClimbedAt = climbedAt;
        SkippedBecause = step.SkippedBecause;
    }

    public CaseId CaseId { get; private set; }

    public ClockId Clock { get; private set; }

    /// <summary>The rung's id in its ladder.</summary>
    public string Rung { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset ClimbedAt { get; private set; }

    /// <summary>Code of why it could do nothing; null when it did what it says.</summary>
    public string? SkippedBecause { get; private set; }
}

/// <summary>
/// A rung about to be climbed: its id and the ladder's, when it was due, what it does, and the task it raises, if any.
/// </summary>
public sealed record RungStep(
    string Rung, string Ladder, string Action, DateTimeOffset DueAt, string? SkippedBecause = null, NewTask? Task = null);
