namespace TakedownCases.Domain.Notices;

/// <summary>The notice that this one follows; <paramref name="Reply"/> is what the recipient's mail server answered.</summary>
public sealed record EarlierNotice(NoticeReference Reference, DateTimeOffset SentAt, string? Reply);

/// <summary>One line of the history of a matter with a platform; <paramref name="Reference"/> is ours or theirs.</summary>
public sealed record ContactLine(DateTimeOffset At, ContactCode What, string? Reference);

/// <summary>What happened between us and a platform.</summary>
public enum ContactCode
{
    NoticeSent,
    ReminderSent,
    SecondChannelSent,
    PreservationAsked,
    CounterIdentitySent,
    FormFiled,
    ServerAccepted,
    ServerRefused,
    Acknowledged,
    AskedForIdentity,
    Refused,
    ClaimedRemoved,
    PartlyRemoved,
    HiddenInSearch,
    Moved,
    Reappeared,
    DeadlinePassed,
    NoAnswer,
    HostAsked,
    CdnAsked,
    RegistrarAsked,
    SearchAsked,
}
