using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Escalation.Telling;

/// <summary>How pressing a task is by its kind; how grave the case is comes beside it.</summary>
public enum TellingKind
{
    /// <summary>A warning, a promise of our own that has passed, something to approve or to decide.</summary>
    Ordinary,

    /// <summary>A deadline of a platform has passed, or a supervisor must look: it cannot wait for a digest.</summary>
    Pressing,
}

/// <summary>Facts about kinds of telling.</summary>
public static class TellingKinds
{
    /// <summary>How pressing a task is. Only what waits for a platform hangs on a notice.</summary>
    public static TellingKind Of(TaskKind kind, bool hasNotice)
        => kind == TaskKind.Supervise || (kind == TaskKind.DeadlinePassed && hasNotice) ? TellingKind.Pressing : TellingKind.Ordinary;
}
