using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Escalation.Telling;

namespace TakedownCases.Data.Telling;

/// <summary>One open task with what decides whom it is told to and when, from clear columns only.</summary>
internal sealed record OpenTask
{
    public required CaseId CaseId { get; init; }

    public required TaskId Task { get; init; }

    public required TaskKind Kind { get; init; }

    public required TaskFor For { get; init; }

    public required bool HasNotice { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required StaffId? Assignee { get; init; }

    public required Track Track { get; init; }

    public required Severity Severity { get; init; }

    public TellingKind Telling => TellingKinds.Of(Kind, HasNotice);

    public bool IsDanger => Severity == Severity.Imminent;

    /// <summary>Who is told of it.</summary>
    public Told Resolve(Walls walls, IReadOnlySet<StaffId> unreachable, DutyRoster roster, DateTimeOffset now)
    {
        var about = new ToldCase
        {
            Assignee = Assignee,
            Track = Track,
            Recused = walls.RecusedFrom(CaseId),
            LetIn = walls.LetInto(CaseId),
            Unreachable = unreachable,
        };
        return For == TaskFor.Supervisors ? Deputies.Supervisors(about, roster, now) : Deputies.Resolve(about, roster, now);
    }
}

/// <summary>Who is walled off from which case, and who was let into one for a short time.</summary>
internal sealed class Walls(ILookup<CaseId, StaffId> recused, ILookup<CaseId, StaffId> letIn)
{
    private static readonly HashSet<StaffId> Nobody = [];

    public IReadOnlySet<StaffId> RecusedFrom(CaseId id) => recused.Contains(id) ? recused[id].ToHashSet() : Nobody;

    public IReadOnlySet<StaffId> LetInto(CaseId id) => letIn.Contains(id) ? letIn[id].ToHashSet() : Nobody;
}
