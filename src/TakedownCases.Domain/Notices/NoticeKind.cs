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

    /// <summary>To whoever hosts the site, when those who run it did not act.</summary>
    AskHost,

    /// <summary>To the network through which the site is delivered.</summary>
    AskCdn,

    /// <summary>To where the site's name is registered.</summary>
    AskRegistrar,

    /// <summary>To a search engine: not to show the addresses, which stay where they are.</summary>
    DeIndexing,
}

/// <summary>Facts about kinds of notice.</summary>
public static class NoticeKinds
{
    /// <summary>It asks for removal, or is about its absence: it has lost its sense when the place is gone.</summary>
    public static bool IsAboutRemoval(NoticeKind kind) => kind != NoticeKind.Preservation;

    /// <summary>It goes to somebody who keeps a site reachable.</summary>
    public static bool IsToProvider(NoticeKind kind) => kind is NoticeKind.AskHost or NoticeKind.AskCdn or NoticeKind.AskRegistrar;

    /// <summary>
    /// It goes to somebody who neither runs the site nor watches over it: it says as little as can be, changes nothing of how its
    /// places stand, and never leaves on the minor track (practice P4, P5).
    /// </summary>
    public static bool IsBesidePlatform(NoticeKind kind) => IsToProvider(kind) || kind == NoticeKind.DeIndexing;

    /// <summary>It repeats to somebody what a platform did not do, so that it tells what passed between us and the platform.</summary>
    public static bool TellsHistory(NoticeKind kind)
        => kind is NoticeKind.Reminder or NoticeKind.SecondChannel or NoticeKind.Complaint || IsBesidePlatform(kind);

    /// <summary>The consent without which it does not leave (practice P12).</summary>
    public static ConsentAction ConsentFor(NoticeKind kind)
        => kind == NoticeKind.Complaint ? ConsentAction.TellAuthority : ConsentAction.NotifyPlatforms;
}
