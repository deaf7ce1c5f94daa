namespace TakedownCases.Domain.Cases;

/// <summary>Where a case stands. <see cref="CaseStates"/> says which may follow which.</summary>
public enum CaseState
{
    /// <summary>Arrived; nobody has reviewed it yet.</summary>
    Filed,

    /// <summary>Reviewed by a person; work is going on.</summary>
    InProgress,

    /// <summary>We asked the survivor something and wait for the answer.</summary>
    WaitingForSurvivor,

    /// <summary>The survivor stopped it.</summary>
    Withdrawn,

    /// <summary>Nothing is left to do.</summary>
    Closed,

    /// <summary>The survivor's words and keys are destroyed; the tombstone stays.</summary>
    Erased,
}

/// <summary>The transitions table of a case.</summary>
public static class CaseStates
{
    private static readonly Dictionary<CaseState, CaseState[]> Following = new()
    {
        [CaseState.Filed] = [CaseState.InProgress, CaseState.WaitingForSurvivor, CaseState.Withdrawn, CaseState.Closed, CaseState.Erased],
        [CaseState.InProgress] = [CaseState.WaitingForSurvivor, CaseState.Withdrawn, CaseState.Closed, CaseState.Erased],
        [CaseState.WaitingForSurvivor] = [CaseState.InProgress, CaseState.Withdrawn, CaseState.Closed, CaseState.Erased],
        [CaseState.Withdrawn] = [CaseState.InProgress, CaseState.Erased],
        [CaseState.Closed] = [CaseState.InProgress, CaseState.Withdrawn, CaseState.Erased],
        [CaseState.Erased] = [],
    };

    public static bool MayFollow(CaseState from, CaseState to) => Following[from].Contains(to);

    /// <summary>Open cases stand in queues and have running clocks.</summary>
    public static bool IsOpen(CaseState state)
        => state is CaseState.Filed or CaseState.InProgress or CaseState.WaitingForSurvivor;
}
