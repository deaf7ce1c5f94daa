namespace TakedownCases.Domain.Platforms;

/// <summary>What sort of locator a place is; the seeds ask for any kind, not only posts with a picture.</summary>
public enum PlaceKind
{
    Url,
    Profile,
    Group,
    Message,
    Comment,
    SearchResult,
    Hashtag,
    Advert,
    FileShare,
    App,

    /// <summary>"I have no link".</summary>
    NoLink,

    /// <summary>A threat; nothing is online yet.</summary>
    ThreatOnly,
}
