using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Notices;

/// <summary>What a notice is for; each kind has a text of its own.</summary>
public enum NoticeKind
{
    /// <summary>The first notice to a platform.</summary>
    Removal,

    /// <summary>To the same recipient, naming the earlier notice.</summary>
    Reminder,

    /// <summary>The same to another channel of the platform.</summary>
    SecondChannel,

    /// <summary>Asks to keep account and log data (practice P18).</summary>
    Preservation,

    /// <summary>The answer to "send an identity document" or "send the picture" (practice P19).</summary>
    CounterIdentity,

    /// <summary>A draft for the authority that the missed basis names; a person files it by hand.</summary>
    Complaint,
}

/// <summary>Facts about kinds of notice.</summary>
public static class NoticeKinds
{
    /// <summary>It asks for removal, or is about its absence: it has lost its sense when the place is gone.</summary>
    public static bool IsAboutRemoval(NoticeKind kind) => kind != NoticeKind.Preservation;

    /// <summary>The consent without which it does not leave (practice P12).</summary>
    public static ConsentAction ConsentFor(NoticeKind kind)
        => kind == NoticeKind.Complaint ? ConsentAction.TellAuthority : ConsentAction.NotifyPlatforms;
}
