namespace TakedownCases.Domain.Deadlines;

/// <summary>What a clock waits for. The first four are internal (ours), the rest are external (theirs).</summary>
public enum ClockKind
{
    FirstReview,
    NoticeOut,
    KeepInformed,
    NextAction,
    Acknowledgement,
    Removal,
    Preservation,
    RightWindow,

    /// <summary>Runs on what an authority was told or has ordered: its own time, or a platform's under its order.</summary>
    Authority,

    /// <summary>Until when a claim can be brought; a date that a legal colleague enters.</summary>
    Limitation,

    /// <summary>How long a case that has ended is kept before somebody decides about it.</summary>
    Retention,
}

/// <summary>Facts about kinds of clock.</summary>
public static class ClockKinds
{
    /// <summary>The kinds an internal policy must answer for, on each track and severity.</summary>
    public static IReadOnlyList<ClockKind> Internal { get; } =
        [ClockKind.FirstReview, ClockKind.NoticeOut, ClockKind.KeepInformed, ClockKind.NextAction];

    /// <summary>The kinds that an installation's policy gives a length: its own, and how long it waits for "we have it".</summary>
    public static IReadOnlyList<ClockKind> ByPolicy { get; } = [.. Internal, ClockKind.Acknowledgement];

    /// <summary>What is counted on when the case itself has ended.</summary>
    public static bool OutlivesCase(ClockKind kind) => kind is ClockKind.Limitation or ClockKind.Retention;

    /// <summary>What ends when a person says that it is over; every other clock is met by what is recorded of the case.</summary>
    public static bool EndsByWord(ClockKind kind)
        => kind is ClockKind.Preservation or ClockKind.RightWindow or ClockKind.Authority or ClockKind.Limitation;

    public static bool IsInternal(ClockKind kind) => Internal.Contains(kind);
}
