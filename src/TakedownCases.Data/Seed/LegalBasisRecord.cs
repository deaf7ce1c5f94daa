using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Data.Seed;

/// <summary>One legal basis as it stands in the file.</summary>
internal sealed record LegalBasisRecord(
    string Id,
    string Version,
    string Jurisdiction,
    string JurisdictionName,
    string JurisdictionTimeZone,
    TrackScope Track,
    BasisKind Kind,
    string? PolicyFor,
    BasisStatus Status,
    string StatusText,
    DateOnly? InForceFrom,
    DateOnly? InForceUntil,
    string Obligor,
    ObligorKind ObligorKind,
    ClockTrigger Trigger,
    string ClockStart,
    ClockKind? Clock,
    string? Duration,
    ClockUnit? Unit,
    string TimeBasis,
    string? BusinessCalendarId,
    string Citation,
    List<string> NoticeElements,
    string? Authority,
    string EscalationIfMissed,
    BasisVerification Verification,
    BasisConfidence Confidence,
    BasisReviewState ReviewState,
    string? Reviewer,
    DateOnly? ReviewedOn,
    string Notes)
{
    public LegalBasis ToBasis()
    {
        Refuse(!RuleNames.IsId(Id), "id must be 1 to 64 small letters, digits and hyphens.");
        Refuse(!RuleNames.IsVersion(Version), "version must be a date, such as 2026-11-22, and perhaps a small letter.");
        Refuse(string.IsNullOrWhiteSpace(Citation), "citation must not be empty.");
        Refuse(InForceUntil <= InForceFrom, "inForceUntil must come after inForceFrom.");
        Refuse(Duration is null != Unit is null, "duration and unit stand together or not at all.");
        Refuse(Unit == ClockUnit.Working, "unit 'working' is for our own policies, never for law.");
        Refuse(Unit == ClockUnit.Business != BusinessCalendarId is not null, "businessCalendarId goes with unit 'business' only.");
        Refuse(Clock is { } clock && ClockKinds.IsInternal(clock), "clock must be an external kind.");
        Refuse(ReviewState == BasisReviewState.Reviewed != Reviewer is not null, "reviewer goes with reviewState 'reviewed'.");
        Refuse(ReviewState == BasisReviewState.Reviewed != ReviewedOn is not null, "reviewedOn goes with reviewState 'reviewed'.");
        Refuse(Kind == BasisKind.LocalPolicy != PolicyFor is not null, "policyFor goes with kind 'local-policy' only.");
        Refuse(Kind == BasisKind.LocalPolicy && Authority is not null, "authority must be null for a local policy: nobody hears complaints about what is no law.");
        _ = TimeZoneInfo.FindSystemTimeZoneById(JurisdictionTimeZone);
        return new LegalBasis
        {
            Id = Id,
            Version = Version,
            Jurisdiction = Jurisdiction,
            JurisdictionName = JurisdictionName,
            JurisdictionTimeZone = JurisdictionTimeZone,
            Track = Track,
            Kind = Kind,
            PolicyFor = PolicyFor,
            Status = Status,
            StatusText = StatusText,
            InForceFrom = InForceFrom,
            InForceUntil = InForceUntil,
            Obligor = Obligor,
            ObligorKind = ObligorKind,
            Trigger = Trigger,
            ClockStart = ClockStart,
            Clock = Clock,
            Duration = Duration is not null && Unit is { } unit ? BasisDuration.Parse(Duration, unit) : null,
            TimeBasis = TimeBasis,
            BusinessCalendarId = BusinessCalendarId,
            Citation = Citation,
            NoticeElements = NoticeElements,
            Authority = Authority,
            EscalationIfMissed = EscalationIfMissed,
            Verification = Verification,
            Confidence = Confidence,
            ReviewState = ReviewState,
            Reviewer = Reviewer,
            ReviewedOn = ReviewedOn,
            Notes = Notes,
        };
    }

    private static void Refuse(bool wrong, string message)
    {
        if (wrong)
        {
            throw new FormatException(message);
        }
    }
}
