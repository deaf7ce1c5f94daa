namespace TakedownCases.Domain.Deadlines;

/// <summary>Which track a basis is routed to.</summary>
public enum TrackScope
{
    Adult,
    Minor,
    Both,
}

/// <summary>What sort of rule a basis is.</summary>
public enum BasisKind
{
    Statutory,
    Administrative,
    Preservation,
    RightWindow,
    WarningWindow,
    ReportingDuty,
    ServiceTarget,
    Bill,
}

/// <summary>Where a rule stands; only one that is in force may run a clock.</summary>
public enum BasisStatus
{
    InForce,
    Pending,
    Announced,
    Bill,
    Superseded,
    NoFixedClock,
    ServicePractice,
}

/// <summary>How its wording was checked: read itself, described by a source that was read, or not found.</summary>
public enum BasisVerification
{
    SeenText,
    SeenSecondary,
    GeneralKnowledgeNotVerified,
}

/// <summary>How far the record can be relied on.</summary>
public enum BasisConfidence
{
    High,
    MediumHigh,
    Medium,
    Low,
}

/// <summary>Whether legal staff have read the record.</summary>
public enum BasisReviewState
{
    Unreviewed,
    Reviewed,
}

/// <summary>
/// The act that starts a basis's clock. A clock that an authority starts never starts with our notice.
/// </summary>
public enum ClockTrigger
{
    NoticeReceived,
    AuthorityRequest,
    ComplaintToAuthority,
    DecisionReceived,
    CounterNoticeReceived,
    ProviderReported,
    Awareness,
    Yearly,
}
