namespace TakedownCases.Data.Desk;

/// <summary>Where a notice waits, or lies: the parts of the outbox, and what is drafted before it.</summary>
public enum NoticeShelf
{
    /// <summary>Somebody, or a sweep, wrote it; nobody has said that it goes.</summary>
    Drafted,

    /// <summary>A second person must say the same as the first.</summary>
    AwaitsSecond,

    /// <summary>A person is to put it into the platform's form.</summary>
    ToFile,

    /// <summary>Frozen, and its turn has come.</summary>
    Waiting,

    /// <summary>Frozen, and tried again later: the server was not ready, or the recipient has had enough for now.</summary>
    Deferred,

    /// <summary>A worker speaks with the mail server.</summary>
    Sending,

    /// <summary>Nobody knows whether it left.</summary>
    Unknown,

    /// <summary>The server refused it.</summary>
    Rejected,

    /// <summary>It was stopped before it left.</summary>
    Stopped,

    /// <summary>The mail server took it.</summary>
    Sent,
}
