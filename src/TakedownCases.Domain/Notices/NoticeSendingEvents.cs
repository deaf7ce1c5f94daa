using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Notices;

/// <summary>A worker is about to speak with the mail server.</summary>
public sealed record NoticeSending(Actor By, DateTimeOffset At, NoticeId Notice, int Attempt) : CaseEvent(By, At)
{
    public override string Kind => "notice.sending";

    public override void Describe(EventFields fields) => fields.Id("notice", Notice.Value).Number("attempt", Attempt);
}

/// <summary>A queued notice waits, because its recipient has had enough from us for now.</summary>
public sealed record NoticeHeldBack(Actor By, DateTimeOffset At, NoticeId Notice, DateTimeOffset Until) : CaseEvent(By, At)
{
    public override string Kind => "notice.held-back";

    public override void Describe(EventFields fields) => fields.Id("notice", Notice.Value).Instant("until", Until);
}

/// <summary>The archive mailbox was searched and does not hold the notice yet.</summary>
public sealed record NoticeNotInArchive(Actor By, DateTimeOffset At, NoticeId Notice, DateTimeOffset NextAt) : CaseEvent(By, At)
{
    public override string Kind => "notice.not-in-archive";

    public override void Describe(EventFields fields) => fields.Id("notice", Notice.Value).Instant("until", NextAt);
}

/// <summary>The mail server took the notice, or proof turned up that it had.</summary>
public sealed record NoticeSent(
    Actor By, DateTimeOffset At, NoticeId Notice, int Attempt, SentHow How, DateTimeOffset AcceptedAt, SealedText Reply)
    : CaseEvent(By, At)
{
    public override string Kind => "notice.sent";

    public override Certainty Certainty => How == SentHow.Person ? Certainty.Reported : Certainty.Observed;

    public override void Describe(EventFields fields) => fields
        .Id("notice", Notice.Value)
        .Number("attempt", Attempt)
        .Code<SentHow>("source", How)
        .Instant("left-at", AcceptedAt)
        .Secret("reply", Reply);
}

/// <summary>Nothing was taken; it is tried again.</summary>
public sealed record NoticeDeferred(
    Actor By, DateTimeOffset At, NoticeId Notice, int Attempt, DateTimeOffset NextAt, SealedText Reply) : CaseEvent(By, At)
{
    public override string Kind => "notice.deferred";

    public override void Describe(EventFields fields) => fields
        .Id("notice", Notice.Value).Number("attempt", Attempt).Instant("until", NextAt).Secret("reply", Reply);
}

/// <summary>The mail server refused the notice for good.</summary>
public sealed record NoticeRejected(Actor By, DateTimeOffset At, NoticeId Notice, int Attempt, SealedText Reply) : CaseEvent(By, At)
{
    public override string Kind => "notice.rejected";

    public override void Describe(EventFields fields) => fields
        .Id("notice", Notice.Value).Number("attempt", Attempt).Secret("reply", Reply);
}

/// <summary>Nobody knows whether the notice left.</summary>
public sealed record NoticeUnknown(Actor By, DateTimeOffset At, NoticeId Notice, int Attempt, SealedText Reply) : CaseEvent(By, At)
{
    public override string Kind => "notice.unknown";

    public override void Describe(EventFields fields) => fields
        .Id("notice", Notice.Value).Number("attempt", Attempt).Secret("reply", Reply);
}

/// <summary>There is no archive to ask: a person finds out whether the notice left.</summary>
public sealed record NoticeLeftToPerson(Actor By, DateTimeOffset At, NoticeId Notice) : CaseEvent(By, At)
{
    public override string Kind => "notice.left-to-person";

    public override void Describe(EventFields fields) => fields.Id("notice", Notice.Value);
}

/// <summary>It did not leave; the same bytes go out again.</summary>
public sealed record NoticeSentAgain(Actor By, DateTimeOffset At, NoticeId Notice, SentHow How) : CaseEvent(By, At)
{
    public override string Kind => "notice.sent-again";

    public override void Describe(EventFields fields) => fields.Id("notice", Notice.Value).Code<SentHow>("source", How);
}
