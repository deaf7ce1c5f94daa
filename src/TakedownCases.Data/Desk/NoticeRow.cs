using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Data.Desk;

/// <summary>One notice as lists show it, from clear columns only: no recipient, no words.</summary>
public sealed record NoticeRow
{
    public required NoticeId Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required CaseNumber Number { get; init; }

    public required Track Track { get; init; }

    public required Severity Severity { get; init; }

    public required NoticeKind Kind { get; init; }

    public required NoticeState State { get; init; }

    public required NoticeReference Reference { get; init; }

    /// <summary>The platform's id.</summary>
    public required string Platform { get; init; }

    public required ChannelKind Channel { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? LeftAt { get; init; }

    public required StopReason? StoppedBecause { get; init; }

    public required StaffId? ComposedBy { get; init; }

    public required int PlaceCount { get; init; }

    /// <summary>When a worker looks next; null when only a person can do anything, or nothing is left to do.</summary>
    public required DateTimeOffset? NextAt { get; init; }

    public required int Attempts { get; init; }
}
