using System.Runtime.InteropServices;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Escalation.Telling;

/// <summary>In what place somebody is told.</summary>
public enum ToldAs
{
    Assignee,

    Deputy,

    Supervisors,

    /// <summary>Counts only (design section 6).</summary>
    Administrators,

    /// <summary>The house is empty: nobody can be told, and pages and /health/jobs must say so.</summary>
    Nobody,
}

/// <summary>Why somebody was passed over.</summary>
public enum PassedBecause
{
    Away,

    /// <summary>They hold more cases than they can.</summary>
    Full,

    /// <summary>A mail about this went to them and was refused, or nobody knows what became of it.</summary>
    Unreachable,

    /// <summary>Recused from the case, or walled off from it.</summary>
    Recused,

    /// <summary>The case is on the minor track and they are not cleared for it.</summary>
    NotCleared,

    /// <summary>The case is somebody's, and they were not let into it: standing in for a colleague opens nothing.</summary>
    NoAccess,

    /// <summary>An administrator reads no case.</summary>
    Administrator,

    /// <summary>No working account.</summary>
    Unknown,

    /// <summary>The deputies point at each other.</summary>
    Loop,
}

/// <summary>One person passed over on the way, for the trace.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PassedOver(StaffId Person, PassedBecause Reason);

/// <summary>Who is told about a case, in what place, and who was passed over on the way.</summary>
public sealed record Told(ToldAs As, IReadOnlyList<StaffId> People, IReadOnlyList<PassedOver> PassedOver)
{
    public bool CountsOnly => As == ToldAs.Administrators;
}

/// <summary>What must be known of a case to find who is told about it.</summary>
public sealed record ToldCase
{
    private static readonly HashSet<StaffId> Nobody = [];

    /// <summary>Who has claimed it; null sends it to the supervisors.</summary>
    public StaffId? Assignee { get; init; }

    public required Track Track { get; init; }

    /// <summary>Who is walled off from it. Their choice of a deputy does not count for it either.</summary>
    public IReadOnlySet<StaffId> Recused { get; init; } = Nobody;

    /// <summary>Who was let into it for a short time, with a reason and a second person.</summary>
    public IReadOnlySet<StaffId> LetIn { get; init; } = Nobody;

    /// <summary>Whom a mail about this did not reach, as far as anybody knows.</summary>
    public IReadOnlySet<StaffId> Unreachable { get; init; } = Nobody;
}
