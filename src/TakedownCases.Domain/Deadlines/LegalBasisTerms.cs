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

    /// <summary>No law: hours that an installation set itself, for a law that gives none.</summary>
    LocalPolicy,
}

/// <summary>Who is bound by a basis.</summary>
public enum ObligorKind
{
    Platform,

    /// <summary>Any host, intermediary or service behind a site.</summary>
    Provider,
    SearchService,
    Controller,
    Authority,
    DisputeBody,
    Flagger,
    Hotline,
    State,
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
