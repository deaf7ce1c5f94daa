using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Referrals;

/// <summary>Somebody wants to pass a case on without consent; a second person must agree.</summary>
public sealed record ReferralProposed(
    Actor By,
    DateTimeOffset At,
    ReferralId Referral,
    ReferralReference Reference,
    string Authority,
    ReferralGround Ground,
    string? Duty,
    SealedText Text,
    SealedText Reason,
    SealedText? Whom) : CaseEvent(By, At)
{
    public override string Kind => "referral.proposed";

    public override void Describe(EventFields fields) => fields
        .Id("referral", Referral.Value)
        .Code("referral-reference", Reference.Value)
        .Code("authority", Authority)
        .Code<ReferralGround>("ground", Ground)
        .Code("duty", Duty)
        .Secret("text", Text)
        .Secret("reason", Reason)
        .Secret("recipient", Whom);
}

/// <summary>A second person agreed that exactly this text may be handed over; nobody has done so yet.</summary>
public sealed record ReferralAgreed(Actor By, DateTimeOffset At, ReferralId Referral, StaffId? ProposedBy, SealedText Text) : CaseEvent(By, At)
{
    public override string Kind => "referral.agreed";

    public override void Describe(EventFields fields) => fields
        .Id("referral", Referral.Value).Id("second-staff", ProposedBy?.Value).Secret("text", Text);
}

/// <summary>Only the person can turn to them: we told the person of it.</summary>
public sealed record ReferralMentioned(
    Actor By, DateTimeOffset At, ReferralId Referral, ReferralReference Reference, string Authority, DateTimeOffset ToldAt) : CaseEvent(By, At)
{
    public override string Kind => "referral.mentioned";

    public override void Describe(EventFields fields) => fields
        .Id("referral", Referral.Value).Code("referral-reference", Reference.Value).Code("authority", Authority).Instant("at", ToldAt);
}

/// <summary>A case was handed to somebody outside; what was passed on is committed to here.</summary>
public sealed record ReferralMade(
    Actor By,
    DateTimeOffset At,
    ReferralId Referral,
    ReferralReference Reference,
    string Authority,
    ReferralGround Ground,
    string? Duty,
    StaffId? Second,
    string Items,
    DateTimeOffset MadeAt,
    IReadOnlyList<PlaceId> Places,
    SealedText Text,
    SealedText? Theirs,
    SealedText? Reason) : CaseEvent(By, At)
{
    public override string Kind => "referral.made";

    public override void Describe(EventFields fields) => fields
        .Id("referral", Referral.Value)
        .Code("referral-reference", Reference.Value)
        .Code("authority", Authority)
        .Code<ReferralGround>("ground", Ground)
        .Code("duty", Duty)
        .Id("second-staff", Second?.Value)
        .Code("passed-on", Items.Length == 0 ? null : Items)
        .Instant("at", MadeAt)
        .Ids("places", [.. Places.Select(place => place.Value)])
        .Secret("text", Text)
        .Secret("reference", Theirs)
        .Secret("reason", Reason);
}

/// <summary>What they did, as somebody told us.</summary>
public sealed record ReferralMoved(
    Actor By, DateTimeOffset At, ReferralId Referral, ReferralState From, ReferralState To, DateTimeOffset HappenedAt, SealedText? Theirs, SealedText? Words)
    : CaseEvent(By, At)
{
    public override string Kind => "referral.moved";

    public override Certainty Certainty => Certainty.Reported;

    public override void Describe(EventFields fields) => fields
        .Id("referral", Referral.Value)
        .Code<ReferralState>("from", From)
        .Code<ReferralState>("to", To)
        .Instant("at", HappenedAt)
        .Secret("reference", Theirs)
        .Secret("text", Words);
}

/// <summary>A referral was taken back, or a second person did not agree.</summary>
public sealed record ReferralWithdrawn(Actor By, DateTimeOffset At, ReferralId Referral, ReferralState From, string ReasonCode, SealedText? Words)
    : CaseEvent(By, At)
{
    public override string Kind => "referral.withdrawn";

    public override void Describe(EventFields fields) => fields
        .Id("referral", Referral.Value).Code<ReferralState>("from", From).Code("reason-code", ReasonCode).Secret("text", Words);
}

/// <summary>The words of a referral went with its case.</summary>
public sealed record ReferralErased(Actor By, DateTimeOffset At, ReferralId Referral) : CaseEvent(By, At)
{
    public override string Kind => "referral.erased";

    public override Certainty Certainty => Certainty.Computed;

    public override void Describe(EventFields fields) => fields.Id("referral", Referral.Value);
}
