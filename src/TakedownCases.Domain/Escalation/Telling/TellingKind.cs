namespace TakedownCases.Domain.Escalation.Telling;

/// <summary>Why a person is told something about a clock.</summary>
public enum TellingKind
{
    /// <summary>A deadline comes near.</summary>
    Warning,

    /// <summary>A deadline has passed.</summary>
    Overdue,

    /// <summary>A supervisor must look.</summary>
    Supervision,

    /// <summary>Something is drafted or must be done by a person before it leaves.</summary>
    Task,

    /// <summary>The system did something, or skipped it; nothing is asked.</summary>
    Information,

    /// <summary>A rung climbed late, after we stood still: part of one digest, not of a storm (law 8).</summary>
    CatchUp,
}
