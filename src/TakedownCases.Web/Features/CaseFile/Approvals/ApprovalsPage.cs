using System.Globalization;
using TakedownCases.Data;
using TakedownCases.Domain;
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
    DateTimeOffset ExpiresAt)
{
    /// <summary>Which hold is asked for, where it is one.</summary>
    public AskedHold? Hold => Kind == ApprovalKind.InvestigationHold && Reason is not null
        && long.TryParse(Detail, CultureInfo.InvariantCulture, out var until)
            ? new AskedHold(SealedJson.Read<InvestigationHold>(Reason)!, Instants.FromUnixMicroseconds(until))
            : null;
}

/// <summary>A hold that somebody asks for, and when it would end.</summary>
public sealed record AskedHold(InvestigationHold Words, DateTimeOffset Until);

/// <summary>The decision on one request.</summary>
public sealed class DecisionInput
{
    public Guid Command { get; set; }

    public bool Granted { get; set; }
}

/// <summary>A new key, on the screen of whoever approved it, once.</summary>
public sealed record NewKeyPage(string Number, string Key);

public sealed record Decision(VerbResult Result, NewKeyPage? NewKey = null);
