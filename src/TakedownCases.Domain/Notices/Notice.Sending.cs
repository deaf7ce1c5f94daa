using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Notices;

/// <summary>What the outbox does with a frozen notice: each step is in the ledger before the next is taken.</summary>
public sealed partial class Notice
{
    /// <summary>A worker is about to speak with the mail server. The intent is saved before the first byte leaves.</summary>
    public Outcome BeginSending(int attempt, DateTimeOffset now)
    {
        if (State != NoticeState.Queued)
        {
            return NoticeVerbRefusals.NotWaiting;
        }

        State = NoticeState.Sending;
        return Record(new NoticeSending(Actor.System, now, Id, attempt));
    }

    /// <summary>It waits, because the recipient has had enough from us for now.</summary>
    public Outcome HoldBack(DateTimeOffset until, DateTimeOffset now)
        => State == NoticeState.Queued ? Record(new NoticeHeldBack(Actor.System, now, Id, until)) : NoticeVerbRefusals.NotWaiting;

    /// <summary>The archive was searched and does not hold it; it is searched once more.</summary>
    public Outcome MissInArchive(DateTimeOffset nextAt, DateTimeOffset now)
        => State == NoticeState.Unknown ? Record(new NoticeNotInArchive(Actor.System, now, Id, nextAt)) : NoticeVerbRefusals.NotWaiting;

    /// <summary>The server took it; <paramref name="reply"/> is its last answer, kept as proof.</summary>
    public Outcome Accept(int attempt, string reply, SentHow how, Actor by, DateTimeOffset acceptedAt, DateTimeOffset now)
    {
        if (State is not (NoticeState.Sending or NoticeState.Unknown))
        {
            return NoticeVerbRefusals.NotWaiting;
        }

        (State, LeftAt, Receipt) = (NoticeState.Sent, acceptedAt, SealedText.Of(reply));
        return Record(new NoticeSent(by, now, Id, attempt, how, acceptedAt, Receipt));
    }

    /// <summary>Nothing was taken and the server, or the way to it, may be better later.</summary>
    public Outcome Defer(int attempt, string reply, DateTimeOffset nextAt, DateTimeOffset now)
    {
        if (State != NoticeState.Sending)
        {
            return NoticeVerbRefusals.NotWaiting;
        }

        State = NoticeState.Queued;
        return Record(new NoticeDeferred(Actor.System, now, Id, attempt, nextAt, SealedText.Of(reply)));
    }

    /// <summary>The server refuses it for good.</summary>
    public Outcome Reject(int attempt, string reply, DateTimeOffset now)
    {
        if (State != NoticeState.Sending)
        {
            return NoticeVerbRefusals.NotWaiting;
        }

        (State, Receipt) = (NoticeState.Rejected, SealedText.Of(reply));
        return Record(new NoticeRejected(Actor.System, now, Id, attempt, Receipt));
    }

    /// <summary>The line broke after the last dot, or the worker did: it may have left, or not.</summary>
    public Outcome LoseSight(int attempt, string reply, DateTimeOffset now)
    {
        if (State != NoticeState.Sending)
        {
            return NoticeVerbRefusals.NotWaiting;
        }

        State = NoticeState.Unknown;
        return Record(new NoticeUnknown(Actor.System, now, Id, attempt, SealedText.Of(reply)));
    }

    /// <summary>The database was put back to an earlier moment: what waited then, or was on its way, may have left since.</summary>
    public Outcome DoubtAfterRestore(int attempt, Actor by, DateTimeOffset now)
    {
        if (State is not (NoticeState.Queued or NoticeState.Sending))
        {
            return NoticeVerbRefusals.NotWaiting;
        }

        State = NoticeState.Unknown;
        var why = SealedText.Of("The database was restored from a backup. The notice had not left by then; it may have left since.");
        return Record(new NoticeUnknown(by, now, Id, attempt, why));
    }

    /// <summary>There is no archive to ask: a person finds out and decides.</summary>
    public Outcome LeaveToPerson(DateTimeOffset now)
        => State == NoticeState.Unknown ? Record(new NoticeLeftToPerson(Actor.System, now, Id)) : NoticeVerbRefusals.NotWaiting;

    /// <summary>It did not leave after all, by the archive's word or a person's: the same bytes go out again.</summary>
    public Outcome SendAgain(SentHow how, Actor by, DateTimeOffset now)
    {
        if (State is not (NoticeState.Unknown or NoticeState.Rejected))
        {
            return NoticeVerbRefusals.NotWaiting;
        }

        State = NoticeState.Queued;
        return Record(new NoticeSentAgain(by, now, Id, how));
    }
}

/// <summary>How we know whether a notice left.</summary>
public enum SentHow
{
    /// <summary>The server's own answer.</summary>
    Server,

    /// <summary>Our copy stands, or does not stand, in the archive mailbox.</summary>
    Archive,

    /// <summary>A person found out and decided.</summary>
    Person,
}
