namespace TakedownCases.Domain.Notices;

/// <summary>Where a notice stands, from its draft to what the platform's server or form said.</summary>
public enum NoticeState
{
    /// <summary>Somebody is writing it; nothing is frozen.</summary>
    Draft,

    /// <summary>Complete, and waiting for a second person, because nobody has written to this recipient yet.</summary>
    AwaitsSecond,

    /// <summary>Frozen; the outbox has it.</summary>
    Queued,

    /// <summary>A worker speaks with the mail server, or was broken off while doing so.</summary>
    Sending,

    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>The mail server refused it for good.</summary>
    Rejected,

    /// <summary>The line broke after the last dot: nobody knows (RFC 1047).</summary>
    Unknown,

    /// <summary>Frozen; a person is to put it into the platform's form.</summary>
    ToFile,

    /// <summary>A person put it into the platform's form.</summary>
    Filed,

    /// <summary>It will not leave: something it needed was taken back before it did.</summary>
    Stopped,
}

/// <summary>Facts about the states of a notice.</summary>
public static class NoticeStates
{
    /// <summary>It has left the house, as far as anybody knows.</summary>
    public static bool HasLeft(NoticeState state) => state is NoticeState.Sent or NoticeState.Filed;

    /// <summary>What can still be stopped, because nobody has it: never handed over, or refused by the server.</summary>
    public static IReadOnlyList<NoticeState> Stoppable { get; } =
        [NoticeState.Draft, NoticeState.AwaitsSecond, NoticeState.Queued, NoticeState.ToFile, NoticeState.Rejected];

    public static bool CanBeStopped(NoticeState state) => Stoppable.Contains(state);

    /// <summary>Its bytes no longer change.</summary>
    public static bool IsFrozen(NoticeState state) => state is not (NoticeState.Draft or NoticeState.AwaitsSecond);
}

/// <summary>Why a notice was stopped before it left.</summary>
public enum StopReason
{
    ByStaff,
    ConsentWithdrawn,
    CaseWithdrawn,
    CaseClosed,
    CaseErased,
    PlaceWithdrawn,
    PlaceGone,
    TrackMoved,

    /// <summary>An authority asked us to hold still (practice P4).</summary>
    InvestigationHold,
}
