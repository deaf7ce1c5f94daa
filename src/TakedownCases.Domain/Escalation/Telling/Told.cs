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

    OverCapacity,

    /// <summary>Recused from the case, or walled off from it.</summary>
    Recused,

    /// <summary>The case is on the minor track and they are not cleared for it.</summary>
    NotCleared,

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
