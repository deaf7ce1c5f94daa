using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Cases;

/// <summary>A takedown request arrived and became a case.</summary>
public sealed record CaseFiled(
    Actor By,
    DateTimeOffset At,
    CaseNumber Number,
    Track Track,
    Severity Severity,
    string Language,
    string? Country,
    int PlaceCount,
    SealedText Details,
    SealedText? Contact,
    SealedText? Statement,
    Guid Command,
    bool IsUnchecked) : CaseEvent(By, At)
{
    public override string Kind => "case.filed";

    public override void Describe(EventFields fields) => fields
        .Code("number", Number.ToString())
        .Code<Track>("track", Track)
        .Code<Severity>("severity", Severity)
        .Code("language", Language)
        .Code("country", Country)
        .Number("count", PlaceCount)
        .Id("command", Command)
        .Code("unchecked", IsUnchecked ? "yes" : null)
        .Secret("details", Details)
        .Secret("contact", Contact)
        .Secret("statement", Statement);
}

/// <summary>A filing that came in an odd way was looked at by a person and goes to the others.</summary>
public sealed record FilingAccepted(Actor By, DateTimeOffset At) : CaseEvent(By, At)
{
    public override string Kind => "case.accepted";

    public override void Describe(EventFields fields) => fields.Code("outcome", "accepted");
}

/// <summary>A place joined the case, at filing or later.</summary>
public sealed record PlaceAdded(Actor By, DateTimeOffset At, PlaceId Place, string? Platform, SealedText Details, SealedText? Reach)
    : CaseEvent(By, At)
{
    public override string Kind => "place.added";

    public override Certainty Certainty => Certainty.Reported;

    public override void Describe(EventFields fields) => fields
        .Id("place", Place.Value)
        .Code("platform", Platform)
        .Secret("address", Details)
        .Secret("reach", Reach);
}

/// <summary>A person looked at a place's record and says it can be worked on.</summary>
public sealed record PlaceChecked(Actor By, DateTimeOffset At, PlaceId Place, string? Platform) : CaseEvent(By, At)
{
    public override string Kind => "place.checked";

    public override void Describe(EventFields fields) => fields.Id("place", Place.Value).Code("platform", Platform);
}

/// <summary>The survivor takes one place back: nothing more is sent about it.</summary>
public sealed record PlaceWithdrawn(Actor By, DateTimeOffset At, PlaceId Place) : CaseEvent(By, At)
{
    public override string Kind => "place.withdrawn";

    public override void Describe(EventFields fields) => fields.Id("place", Place.Value);
}

/// <summary>A consent was given for one action.</summary>
public sealed record ConsentGiven(Actor By, DateTimeOffset At, ConsentId Consent, ConsentAction Action) : CaseEvent(By, At)
{
    public override string Kind => "consent.given";

    public override void Describe(EventFields fields) => fields
        .Id("consent", Consent.Value).Code<ConsentAction>("to", Action);
}

/// <summary>A consent was taken back; it acts at once (practice P13).</summary>
public sealed record ConsentWithdrawn(Actor By, DateTimeOffset At, ConsentId Consent, ConsentAction Action) : CaseEvent(By, At)
{
    public override string Kind => "consent.withdrawn";

    public override void Describe(EventFields fields) => fields
        .Id("consent", Consent.Value).Code<ConsentAction>("to", Action);
}

/// <summary>A clock started.</summary>
public sealed record ClockStarted(
    Actor By,
    DateTimeOffset At,
    ClockId Clock,
    ClockKind ClockKind,
    string Basis,
    string BasisVersion,
    string StartedBy,
    DateTimeOffset StartedAt,
    DateTimeOffset DueAt,
    PlaceId? Place,
    NoticeId? Notice,
    SealedText? Words = null) : CaseEvent(By, At)
{
    public override string Kind => "clock.started";

    public override Certainty Certainty => Certainty.Computed;

    public override void Describe(EventFields fields) => fields
        .Id("clock", Clock.Value)
        .Code<ClockKind>("clock-kind", ClockKind)
        .Code("basis", Basis)
        .Code("basis-version", BasisVersion)
        .Code("started-by", StartedBy)
        .Instant("started-at", StartedAt)
        .Instant("due-at", DueAt)
        .Id("place", Place?.Value)
        .Id("notice", Notice?.Value)
        .Secret("reason", Words);
}

/// <summary>Part of a clock's time has gone and a warning was given.</summary>
public sealed record ClockWarned(Actor By, DateTimeOffset At, ClockId Clock, ClockKind ClockKind, int Percent, DateTimeOffset DueAt)
    : CaseEvent(By, At)
{
    public override string Kind => "clock.warned";

    public override Certainty Certainty => Certainty.Computed;

    public override void Describe(EventFields fields) => fields
        .Id("clock", Clock.Value)
        .Code<ClockKind>("clock-kind", ClockKind)
        .Number("warned-percent", Percent)
        .Instant("due-at", DueAt);
}

/// <summary>A deadline passed while open.</summary>
public sealed record ClockOverdue(Actor By, DateTimeOffset At, ClockId Clock, ClockKind ClockKind, DateTimeOffset DueAt)
    : CaseEvent(By, At)
{
    public override string Kind => "clock.overdue";

    public override Certainty Certainty => Certainty.Computed;

    public override void Describe(EventFields fields) => fields
        .Id("clock", Clock.Value).Code<ClockKind>("clock-kind", ClockKind).Instant("due-at", DueAt);
}

/// <summary>
/// A clock ended because what it waits for happened: at <paramref name="HappenedAt"/>, where that was before it was recorded.
/// </summary>
public sealed record ClockMet(
    Actor By, DateTimeOffset At, ClockId Clock, ClockKind ClockKind, DateTimeOffset DueAt, SealedText? Words = null, DateTimeOffset? HappenedAt = null)
    : CaseEvent(By, At)
{
    public override string Kind => "clock.met";

    public override void Describe(EventFields fields) => fields
        .Id("clock", Clock.Value).Code<ClockKind>("clock-kind", ClockKind).Instant("due-at", DueAt).Instant("at", HappenedAt).Secret("reason", Words);
}

/// <summary>A clock ended without its event: the case was closed, withdrawn or erased, or a person says that nobody waits for it.</summary>
public sealed record ClockStopped(Actor By, DateTimeOffset At, ClockId Clock, ClockKind ClockKind, SealedText? Words = null) : CaseEvent(By, At)
{
    public override string Kind => "clock.stopped";

    public override Certainty Certainty => Words is null ? Certainty.Computed : Certainty.Reported;

    public override void Describe(EventFields fields) => fields
        .Id("clock", Clock.Value).Code<ClockKind>("clock-kind", ClockKind).Secret("reason", Words);
}

/// <summary>A sweep looked at a clock and found nothing to say: when it looks again is all that changed.</summary>
public sealed record ClockLookedAt(Actor By, DateTimeOffset At, ClockId Clock, ClockKind ClockKind) : CaseEvent(By, At)
{
    public override string Kind => "clock.looked-at";

    public override Certainty Certainty => Certainty.Computed;

    public override void Describe(EventFields fields) => fields
        .Id("clock", Clock.Value).Code<ClockKind>("clock-kind", ClockKind);
}
