namespace TakedownCases.Domain.Deadlines;

/// <summary>What a clock counts. The first four are ours (internal); the others run by law or for someone else.</summary>
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
