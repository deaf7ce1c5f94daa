using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>How far a letter to a platform is, in the words of the person it is about.</summary>
public enum NoticeStage
{
    /// <summary>Ready, and nothing of it has left: it can be stopped.</summary>
    Waiting,

    /// <summary>It is leaving at this moment: too late to stop it.</summary>
    Leaving,

    /// <summary>Nobody knows yet whether it left.</summary>
    Unsure,

    /// <summary>Their system did not take it.</summary>
    Returned,

    Left,

    /// <summary>It was ready, and was stopped before it left.</summary>
    Stopped,
}

/// <summary>
/// One letter as a key may see it: to whom by name, never by address, about which places, and how far it is. No name where
/// the directory does not know the site.
/// <paramref name="Number"/> names it in a path; <paramref name="HasText"/> when its words may be read.
/// </summary>
public sealed record NoticeView(
    int Number, string? To, NoticeKind Kind, NoticeStage Stage, DateTimeOffset? LeftAt, IReadOnlySet<PlaceId> Places, bool HasText)
{
    /// <summary>It has left, or may have: nobody can call it back.</summary>
    public bool IsBeyondRecall => Stage is NoticeStage.Left or NoticeStage.Leaving or NoticeStage.Unsure;

    public string Look => Stage switch
    {
        NoticeStage.Left => "ok",
        NoticeStage.Stopped => "plain",
        NoticeStage.Waiting or NoticeStage.Leaving => "info",
        _ => "warn",
    };

    /// <summary>To whom it goes, as a line of its own.</summary>
    public string ToWhom(T texts) => (To, Kind == NoticeKind.Complaint) switch
    {
        (null, false) when NoticeKinds.IsToProvider(Kind) => texts["tracking.sent.provider"],
        (null, true) => texts["tracking.sent.authority.unnamed"],
        (null, false) => texts["tracking.sent.to.unnamed"],
        ({ } name, true) => texts["tracking.sent.authority", ("name", name)],
        ({ } name, false) => texts["tracking.sent.to", ("name", name)],
    };

    /// <summary>The stage of a state; null for what nobody has agreed to send.</summary>
    public static NoticeStage? StageOf(NoticeState state, bool wasFrozen) => state switch
    {
        NoticeState.Queued or NoticeState.ToFile => NoticeStage.Waiting,
        NoticeState.Sending => NoticeStage.Leaving,
        NoticeState.Unknown => NoticeStage.Unsure,
        NoticeState.Rejected => NoticeStage.Returned,
        NoticeState.Sent or NoticeState.Filed => NoticeStage.Left,
        NoticeState.Stopped when wasFrozen => NoticeStage.Stopped,
        _ => null,
    };
}

/// <summary>The words of one letter that left, in the language in which it went out.</summary>
public sealed record LetterView(NoticeView Notice, string Language, string Text);
