using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;

namespace TakedownCases.Data.Notices;

/// <summary>
/// A frozen notice on its way out, written with the decision that it goes. Where it stands is the notice's state; this row
/// says who works at it and when somebody must look next (design section 6).
/// </summary>
public sealed class OutboxItem
{
    private OutboxItem()
    {
        RecipientIndex = [];
    }

    internal OutboxItem(Notice notice, DateTimeOffset now)
    {
        CaseId = notice.CaseId;
        Notice = notice.Id;
        RecipientIndex = notice.RecipientIndex ?? throw new InvalidOperationException("A queued notice has a recipient.");
        NextAt = now;
    }

    public CaseId CaseId { get; private set; }

    public NoticeId Notice { get; private set; }

    /// <summary>Keyed hash of the recipient, for the cap on how much one of them is sent.</summary>
    public byte[] RecipientIndex { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>
    /// When a worker looks: to send, to see that the one who sends has gone silent, or to ask the archive. Null when nothing
    /// is left to do, or only a person can.
    /// </summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>Who has it in hand: a later worker's answer is not taken for an earlier one's.</summary>
    public Guid? Owner { get; private set; }

    /// <summary>When the first try began since somebody last said that it goes; patience with a server is counted from here.</summary>
    public DateTimeOffset? FirstTriedAt { get; private set; }

    /// <summary>When the last try began: where nobody saw it arrive, it left at this instant (design law 7).</summary>
    public DateTimeOffset? TriedAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>How often a searched archive did not hold it.</summary>
    public int NotInArchive { get; private set; }

    internal void Take(Guid owner, DateTimeOffset now, DateTimeOffset leaseUntil)
    {
        Attempts++;
        (Owner, NextAt, TriedAt) = (owner, leaseUntil, now);
        FirstTriedAt ??= now;
    }

    internal void Wait(DateTimeOffset until) => (Owner, NextAt) = (null, until);

    internal void MissInArchive(DateTimeOffset until)
    {
        NotInArchive++;
        Wait(until);
    }

    /// <summary>The same bytes go out again; patience begins anew only where a person said so.</summary>
    internal void SendAgain(DateTimeOffset now, SentHow saidBy)
    {
        (NotInArchive, FirstTriedAt) = (0, saidBy == SentHow.Person ? null : FirstTriedAt);
        Wait(now);
    }

    /// <summary>It may have left at any time since the backup: no earlier try says when.</summary>
    internal void Doubt(bool wasTrying, DateTimeOffset now)
    {
        TriedAt = wasTrying ? TriedAt : null;
        Wait(now);
    }

    internal void Leave(DateTimeOffset? sentAt) => (Owner, NextAt, SentAt) = (null, null, sentAt);
}
