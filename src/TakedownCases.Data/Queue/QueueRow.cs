using System.Linq.Expressions;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Queue;

/// <summary>One case as lists show it. Made in SQL from clear columns only, so that no sealed column leaves the database.</summary>
public sealed record QueueRow
{
    public required CaseId Id { get; init; }

    public required CaseNumber Number { get; init; }

    public required Track Track { get; init; }

    public required Severity Severity { get; init; }

    public required CaseState State { get; init; }

    public required string Language { get; init; }

    public required string? Country { get; init; }

    public required DateTimeOffset? NextDueAt { get; init; }

    public required StaffId? Assignee { get; init; }

    public required int PlaceCount { get; init; }

    public required bool IsUnchecked { get; init; }

    /// <summary>The survivor wrote last.</summary>
    public required bool Unread { get; init; }

    internal static Expression<Func<TakedownCase, QueueRow>> Projection { get; } = takedownCase => new QueueRow
    {
        Id = takedownCase.Id,
        Number = takedownCase.Number,
        Track = takedownCase.Track,
        Severity = takedownCase.Severity,
        State = takedownCase.State,
        Language = takedownCase.Language,
        Country = takedownCase.Country,
        NextDueAt = takedownCase.NextDueAt,
        Assignee = takedownCase.Assignee,
        PlaceCount = takedownCase.PlaceCount,
        IsUnchecked = takedownCase.IsUnchecked,
        Unread = takedownCase.SurvivorWroteAt != null
            && (takedownCase.StaffWroteAt == null || takedownCase.SurvivorWroteAt > takedownCase.StaffWroteAt),
    };
}
