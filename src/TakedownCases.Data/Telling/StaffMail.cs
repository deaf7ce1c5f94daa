using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Escalation.Telling;

namespace TakedownCases.Data.Telling;

/// <summary>Where a mail to staff stands.</summary>
public enum StaffMailState
{
    Queued,
    Sending,
    Sent,

    /// <summary>The server may have it or not. It is never sent again.</summary>
    Unknown,

    /// <summary>It certainly did not arrive. It is tried again only where there is nobody else to tell.</summary>
    Failed,
}

/// <summary>A mail to one member of staff, written with the decision that they are told: counts, and where they stand.</summary>
public sealed class StaffMail
{
    /// <summary>What was said in such a mail counts as not told: it is somebody else's to hear, in a mail or in their digest.</summary>
    internal static readonly StaffMailState[] LostStates = [StaffMailState.Unknown, StaffMailState.Failed];

    private StaffMail()
    {
    }

    internal StaffMail(Guid id, StaffId staff, DateOnly? digestDay, bool countsOnly, TaskCounts counts, DateTimeOffset now)
    {
        Id = id;
        Staff = staff;
        DigestDay = digestDay;
        CountsOnly = countsOnly;
        (Danger, Overdue, DueToday) = (counts.Danger, counts.Overdue, counts.DueToday);
        (ToApprove, Unknown, Others) = (counts.ToApprove, counts.Unknown, counts.Others);
        WrittenAt = now;
        NextAt = now;
    }

    public Guid Id { get; private set; }

    public StaffId Staff { get; private set; }

    /// <summary>The person's own day whose digest this is; null for a mail between digests. One a person and day.</summary>
    public DateOnly? DigestDay { get; private set; }

    /// <summary>To an administrator, because nobody is there who may open what waits.</summary>
    public bool CountsOnly { get; private set; }

    public int Danger { get; private set; }

    public int Overdue { get; private set; }

    public int DueToday { get; private set; }

    public int ToApprove { get; private set; }

    public int Unknown { get; private set; }

    public int Others { get; private set; }

    public TaskCounts Counts => new(Danger, Overdue, DueToday, ToApprove, Unknown, Others);

    public StaffMailState State { get; private set; }

    /// <summary>It did not arrive, or nobody knows.</summary>
    public bool IsLost => LostStates.Contains(State);

    public DateTimeOffset WrittenAt { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>When a worker looks: to send, or to see that the one who sends has gone silent. Null when nothing is left to do.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>Who has it in hand: a later worker's answer is not taken for an earlier one's.</summary>
    public Guid? Owner { get; private set; }

    internal void Take(Guid owner, DateTimeOffset leaseUntil)
    {
        Attempts++;
        (State, Owner, NextAt) = (StaffMailState.Sending, owner, leaseUntil);
    }

    internal void Wait(DateTimeOffset until) => (State, Owner, NextAt) = (StaffMailState.Queued, null, until);

    /// <summary>It did not arrive, and there is nobody else to tell: once more. Until it arrives it stays failed.</summary>
    internal void TryAgain(DateTimeOffset at)
    {
        if (State == StaffMailState.Failed)
        {
            NextAt ??= at;
        }
    }

    internal void End(StaffMailState state) => (State, Owner, NextAt) = (state, null, null);
}
