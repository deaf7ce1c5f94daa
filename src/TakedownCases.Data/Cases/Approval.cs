using TakedownCases.Domain;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Data;

/// <summary>What only two people can do.</summary>
public enum ApprovalKind
{
    BreakGlass,
    TrackToAdult,
    ReplaceKey,
    StaffRole,
    MinorClearance,

    /// <summary>A new link for somebody who lost password or second factor, or was disabled.</summary>
    StaffFactor,

    /// <summary>To open one address outside the product, adult track only; the detail is the place's number in its case.</summary>
    OwnLook,

    /// <summary>To hold still for an authority; the detail is the end in microseconds, the reason a record (practice P4).</summary>
    InvestigationHold,
}

/// <summary>Something one person asked for and a second must allow: who, about whom or what, until when it can be decided.</summary>
public sealed class Approval
{
    public required Guid Id { get; init; }

    public required ApprovalKind Kind { get; init; }

    public CaseId? CaseId { get; init; }

    /// <summary>The member of staff it is about: who wants in, or whose role changes.</summary>
    public required StaffId Subject { get; init; }

    /// <summary>A code, such as the role asked for.</summary>
    public string? Detail { get; init; }

    /// <summary>Why; sealed under the case's key where it is about a case.</summary>
    public SealedText? Reason { get; init; }

    public required StaffId RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public StaffId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public bool Granted { get; private set; }

    /// <summary>A second person decides, once, while it is open.</summary>
    public Outcome Decide(StaffId by, bool granted, DateTimeOffset now)
    {
        if (DecidedAt is not null || ExpiresAt <= now)
        {
            return new Refusal("approval.closed", "This was decided already or has expired.");
        }

        if (by == RequestedBy || by == Subject)
        {
            return CaseRefusals.NeedsSecondPerson;
        }

        DecidedBy = by;
        DecidedAt = now;
        Granted = granted;
        return Outcome.Done;
    }
}
