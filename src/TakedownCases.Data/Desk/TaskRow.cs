using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Data.Desk;

/// <summary>One task as the list shows it, from clear columns only.</summary>
public sealed record TaskRow
{
    public required TaskId Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required CaseNumber Number { get; init; }

    public required Track Track { get; init; }

    public required Severity Severity { get; init; }

    public required TaskKind Kind { get; init; }

    public required TaskFor For { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required NoticeId? Notice { get; init; }

    /// <summary>What pages call the notice behind it.</summary>
    public required NoticeReference? Reference { get; init; }

    public required ClockId? Clock { get; init; }

    /// <summary>Which deadline it is about.</summary>
    public required ClockKind? ClockKind { get; init; }

    /// <summary>The id of the platform that the notice behind it goes to.</summary>
    public required string? Platform { get; init; }

    /// <summary>Which place of its case it is about.</summary>
    public required int? Place { get; init; }

    /// <summary>What pages call the referral behind it.</summary>
    public required ReferralReference? Referral { get; init; }

    /// <summary>There is a deadline behind it; without one it is only sorted by when it was raised.</summary>
    public bool HasDeadline => TaskKinds.HasDeadline(Kind, RaisedAt, DueAt);
}
