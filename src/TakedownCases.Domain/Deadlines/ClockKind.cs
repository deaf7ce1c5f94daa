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
}

/// <summary>Facts about kinds of clock.</summary>
public static class ClockKinds
{
    /// <summary>The kinds an internal policy must answer for, on each track and severity.</summary>
    public static IReadOnlyList<ClockKind> Internal { get; } =
        [ClockKind.FirstReview, ClockKind.NoticeOut, ClockKind.KeepInformed, ClockKind.NextAction];

    /// <summary>The kinds that an installation's policy gives a length: its own, and how long it waits for "we have it".</summary>
    public static IReadOnlyList<ClockKind> ByPolicy { get; } = [.. Internal, ClockKind.Acknowledgement];

    public static bool IsInternal(ClockKind kind) => Internal.Contains(kind);
}
