namespace TakedownCases.Domain.Platforms;

/// <summary>
/// One way in which a platform takes notices. <paramref name="Where"/> is an address or a URL as inert text, null when
/// it is not known; <paramref name="Language"/> is a BCP 47 tag, null when not known; <paramref name="VerifiedOn"/> is
/// the day somebody checked it, null when nobody has.
/// </summary>
public sealed record Channel(
    string Id,
    ChannelKind Kind,
    ChannelPurpose Purpose,
    TrackScope Tracks,
    string? Where,
    string? EvidenceAsked,
    string? DisclosesToUploader,
    string? Language,
    DateOnly? VerifiedOn,
    ChannelConfidence Confidence,
    string? Doubts);

/// <summary>How a notice reaches the platform.</summary>
public enum ChannelKind
{
    Mail,
    Form,
    Api,
}

/// <summary>What a channel is meant for.</summary>
public enum ChannelPurpose
{
    IntimateImages,
    ChildSexualAbuse,
    AnyIllegalContent,
}

/// <summary>On which tracks a channel may be used.</summary>
public enum TrackScope
{
    Both,
    Adult,
    Minor,
}

/// <summary>How well a channel is known: its own page was read, a source described it, or nobody has checked.</summary>
public enum ChannelConfidence
{
    Read,
    Described,
    Unverified,
}
