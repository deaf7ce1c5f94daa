using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Notices;

/// <summary>A notice was begun.</summary>
public sealed record NoticeDrafted(
    Actor By,
    DateTimeOffset At,
    NoticeId Notice,
    NoticeKind NoticeKind,
    NoticeReference Reference,
    string Platform,
    string Channel,
    IReadOnlyList<PlaceId> Places) : CaseEvent(By, At)
{
    public override string Kind => "notice.drafted";

    public override void Describe(EventFields fields) => fields
        .Id("notice", Notice.Value)
        .Code<NoticeKind>("notice-kind", NoticeKind)
        .Code("notice-reference", Reference.Value)
        .Code("platform", Platform)
        .Code("channel", Channel)
        .Ids("places", [.. Places.Select(place => place.Value)]);
}

/// <summary>The choices of a draft changed.</summary>
public sealed record NoticeChanged(Actor By, DateTimeOffset At, NoticeId Notice, string Channel, IReadOnlyList<PlaceId> Places)
    : CaseEvent(By, At)
{
    public override string Kind => "notice.changed";

    public override void Describe(EventFields fields) => fields
        .Id("notice", Notice.Value).Code("channel", Channel).Ids("places", [.. Places.Select(place => place.Value)]);
}

/// <summary>One person says it can go; a second must say so too.</summary>
public sealed record NoticeProposed(Actor By, DateTimeOffset At, NoticeId Notice) : CaseEvent(By, At)
{
    public override string Kind => "notice.proposed";

    public override void Describe(EventFields fields) => fields.Id("notice", Notice.Value);
}

/// <summary>A notice was frozen: what it says, byte for byte, is committed to here (design law 6).</summary>
public sealed record NoticeApproved(
    Actor By,
    DateTimeOffset At,
    NoticeId Notice,
    NoticeState To,
    StaffId? ComposedBy,
    string? MessageId,
    string Bases,
    IReadOnlyList<PlaceId> Places,
    SealedText Frozen,
    SealedText? Mime) : CaseEvent(By, At)
{
    public override string Kind => "notice.approved";

    public override void Describe(EventFields fields) => fields
        .Id("notice", Notice.Value)
        .Code<NoticeState>("to", To)
        .Id("second-staff", ComposedBy == By.Staff ? null : ComposedBy?.Value)
        .Code("message-id", MessageId)
        .Code("basis", Bases.Length == 0 ? null : Bases)
        .Ids("places", [.. Places.Select(place => place.Value)])
        .Secret("text", Frozen)
        .Secret("mime", Mime);
}

/// <summary>A person put the notice into the platform's form.</summary>
public sealed record NoticeFiled(Actor By, DateTimeOffset At, NoticeId Notice, DateTimeOffset FiledAt, SealedText? Reference)
    : CaseEvent(By, At)
{
    public override string Kind => "notice.filed";

    public override Certainty Certainty => Certainty.Reported;

    public override void Describe(EventFields fields) => fields
        .Id("notice", Notice.Value).Instant("left-at", FiledAt).Secret("reference", Reference);
}

/// <summary>A notice was stopped before it left.</summary>
public sealed record NoticeStopped(Actor By, DateTimeOffset At, NoticeId Notice, StopReason Reason) : CaseEvent(By, At)
{
    public override string Kind => "notice.stopped";

    public override void Describe(EventFields fields) => fields.Id("notice", Notice.Value).Code<StopReason>("reason-code", Reason);
}

/// <summary>The words of a notice went with its case.</summary>
public sealed record NoticeErased(Actor By, DateTimeOffset At, NoticeId Notice, NoticeState To) : CaseEvent(By, At)
{
    public override string Kind => "notice.erased";

    public override Certainty Certainty => Certainty.Computed;

    public override void Describe(EventFields fields) => fields.Id("notice", Notice.Value).Code<NoticeState>("to", To);
}
