using TakedownCases.Data;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile.Approvals;

/// <summary>What waits for a second person and may be decided by this one.</summary>
public sealed record ApprovalsPage(IReadOnlyList<ApprovalLine> Lines, DateTimeOffset Now)
{
    public Guid NextCommand() => CommandId.New(Now).Value;
}

public sealed record ApprovalLine(
    Guid Id,
    ApprovalKind Kind,
    string Number,
    Track Track,
    string AskedBy,
    string? Detail,
    string? Reason,
    DateTimeOffset AskedAt,
    DateTimeOffset ExpiresAt);

/// <summary>The decision on one request.</summary>
public sealed class DecisionInput
{
    public Guid Command { get; set; }

    public bool Granted { get; set; }
}

/// <summary>A new key, on the screen of whoever approved it, once.</summary>
public sealed record NewKeyPage(string Number, string Key);

public sealed record Decision(VerbResult Result, NewKeyPage? NewKey = null);
