namespace TakedownCases.Domain.Deadlines;

/// <summary>
/// A dated, cited rule: what starts its clock, how long it gives, in what time, and whom to turn to when it is missed.
/// Data, never code; one record is one version of one rule.
/// </summary>
public sealed record LegalBasis
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    /// <summary>Code of the jurisdiction: a country, "EU", or a country and its part ("CA-BC").</summary>
    public required string Jurisdiction { get; init; }

    public required string JurisdictionName { get; init; }

    /// <summary>IANA time zone in whose midnights the basis begins and ends, and on whose calendar months and days are counted.</summary>
    public required string JurisdictionTimeZone { get; init; }

    public required TrackScope Track { get; init; }

    public required BasisKind Kind { get; init; }

    /// <summary>The law without hours for which this is an installation's own policy; null for law itself.</summary>
    public string? PolicyFor { get; init; }

    public required BasisStatus Status { get; init; }

    /// <summary>The status in the words of whoever researched it.</summary>
    public required string StatusText { get; init; }

    /// <summary>First day in force; null where it was in force before anybody here looked.</summary>
    public DateOnly? InForceFrom { get; init; }

    /// <summary>First day no longer in force; null while no end is known.</summary>
    public DateOnly? InForceUntil { get; init; }

    public required string Obligor { get; init; }

    public required ObligorKind ObligorKind { get; init; }

    public required ClockTrigger Trigger { get; init; }

    public required string ClockStart { get; init; }

    /// <summary>The clock it runs on a place or a case; null for a duty that belongs to no case.</summary>
    public ClockKind? Clock { get; init; }

    /// <summary>How long it gives; null where the law fixes no number.</summary>
    public BasisDuration? Duration { get; init; }

    public required string TimeBasis { get; init; }

    /// <summary>The calendar whose business days count; only for business days.</summary>
    public string? BusinessCalendarId { get; init; }

    public required string Citation { get; init; }

    public required IReadOnlyList<string> NoticeElements { get; init; }

    /// <summary>Who hears complaints when it is missed, by name; null where the record names nobody, or more than one.</summary>
    public string? Authority { get; init; }

    /// <summary>Where to turn when it is missed, in the words of whoever researched it.</summary>
    public required string EscalationIfMissed { get; init; }

    public required BasisVerification Verification { get; init; }

    public required BasisConfidence Confidence { get; init; }

    public required string Notes { get; init; }

    public required BasisReviewState ReviewState { get; init; }

    public string? Reviewer { get; init; }

    public DateOnly? ReviewedOn { get; init; }

    /// <summary>An installation's own promise or patience: shown as policy, never as law.</summary>
    public bool IsPolicy => Kind == BasisKind.LocalPolicy;

    /// <summary>In force, sure enough, with a length: the only kind of basis that may start a clock. The rest inform.</summary>
    public bool RunsClocks
        => Status == BasisStatus.InForce
            && Confidence is BasisConfidence.High or BasisConfidence.MediumHigh
            && Duration is not null
            && Clock is not null;

    /// <summary>
    /// The length its clock runs. Where the law gives a range: the shorter end for a window in which we must act, the
    /// longer for a duty of others, so that nobody here is late and nobody there is called late too early.
    /// </summary>
    public ClockSpan? Span
        => Kind is BasisKind.WarningWindow or BasisKind.RightWindow ? Duration?.Min : Duration?.Max;

    /// <summary>
    /// Why it may start no clock: "not-in-force", "not-sure", "no-length" or "no-case", the first that holds; null where it may.
    /// </summary>
    public string? InformsBecause
        => RunsClocks ? null
            : Clock is null ? "no-case"
            : Duration is null ? "no-length"
            : Status != BasisStatus.InForce ? "not-in-force"
            : "not-sure";

    /// <summary>Whether the rule has force at the instant: from local midnight of its first day to that of its end.</summary>
    public bool IsInForceAt(DateTimeOffset instant)
    {
        var today = LocalClock.In(JurisdictionTimeZone).DateOf(instant);
        return Status == BasisStatus.InForce
            && (InForceFrom is not { } from || today >= from)
            && (InForceUntil is not { } until || today < until);
    }

    // What is only announced says nothing yet about what holds.
    internal bool SpeaksAt(DateTimeOffset instant)
        => Status is not (BasisStatus.Pending or BasisStatus.Announced or BasisStatus.Bill)
            && (InForceFrom is not { } from || LocalClock.In(JurisdictionTimeZone).DateOf(instant) >= from);
}
