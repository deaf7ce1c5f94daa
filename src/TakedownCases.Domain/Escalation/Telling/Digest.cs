namespace TakedownCases.Domain.Escalation.Telling;

/// <summary>What a digest says: counts and nothing else, so that it may stand in a mail (law 9). Throws on a count below zero.</summary>
public sealed record Digest
{
    public Digest(int overdue, int dueToday, int waitingForApproval, int unknownSendings)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(overdue);
        ArgumentOutOfRangeException.ThrowIfNegative(dueToday);
        ArgumentOutOfRangeException.ThrowIfNegative(waitingForApproval);
        ArgumentOutOfRangeException.ThrowIfNegative(unknownSendings);
        (Overdue, DueToday, WaitingForApproval, UnknownSendings) = (overdue, dueToday, waitingForApproval, unknownSendings);
    }

    /// <summary>Deadlines that have passed while open.</summary>
    public int Overdue { get; }

    /// <summary>Deadlines that pass before the person's midnight.</summary>
    public int DueToday { get; }

    /// <summary>Notices and drafts that a second person must look at.</summary>
    public int WaitingForApproval { get; }

    /// <summary>Sendings of which nobody knows whether they arrived.</summary>
    public int UnknownSendings { get; }

    /// <summary>Nothing to say: no mail.</summary>
    public bool IsEmpty => this is { Overdue: 0, DueToday: 0, WaitingForApproval: 0, UnknownSendings: 0 };
}
