using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Escalation;

namespace TakedownCases.Data.Desk;

/// <summary>One deadline that has passed while its clock runs, from clear columns only.</summary>
public sealed record OverdueRow
{
    public required ClockId Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required CaseNumber Number { get; init; }

    public required Track Track { get; init; }

    public required Severity Severity { get; init; }

    public required StaffId? Assignee { get; init; }

    public required ClockKind Kind { get; init; }

    /// <summary>The rule it is counted by.</summary>
    public required string Basis { get; init; }

    public required string BasisVersion { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The id of the platform that is waited for; null where the deadline is ours.</summary>
    public required string? Platform { get; init; }

    /// <summary>Which place of its case it is about.</summary>
    public required int? Place { get; init; }

    /// <summary>The id of the last step that was taken, or could not be.</summary>
    public required string? LastRung { get; init; }

    /// <summary>Why that one could not be taken.</summary>
    public required string? LastSkipped { get; init; }
}

/// <summary>
/// What stands around the list: how many are overdue, by age, platform and step, counted in the oldest of them;
/// <paramref name="More"/> when there are more than were counted.
/// </summary>
public sealed record OverdueCounts(
    int All,
    bool More,
    IReadOnlyDictionary<OverdueAge, int> Ages,
    IReadOnlyDictionary<string, int> Platforms,
    IReadOnlyDictionary<RungAction, int> Steps,
    int Skipped);
