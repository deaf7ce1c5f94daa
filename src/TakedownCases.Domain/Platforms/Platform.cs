namespace TakedownCases.Domain.Platforms;

/// <summary>
/// Who runs a place. <paramref name="Hosts"/> are bare host names whose subdomains belong to it too;
/// <paramref name="Country"/> is the ISO 3166-1 alpha-2 code of the seat, null when unknown.
/// </summary>
public sealed record Platform(
    PlatformId Id,
    string Name,
    IReadOnlyList<string> Hosts,
    string? Country,
    PlatformKind Kind,
    SizeClass Size,
    IReadOnlyList<Channel> Channels)
{
    /// <summary>What people write for it ("insta"); compared without case, accents, spaces and punctuation.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What is not certain about the entry itself, for staff to read.</summary>
    public string? Doubts { get; init; }
}

/// <summary>What sort of service a platform is.</summary>
public enum PlatformKind
{
    Social,
    Messaging,
    Video,
    Search,
    Adult,
    FileHost,
    Cdn,
    Forum,
    Dating,
    App,
    Host,
    Other,
}

/// <summary>Size under the Digital Services Act: very large platform, very large search engine, or below.</summary>
public enum SizeClass
{
    Vlop,
    Vlose,
    Large,
    Standard,
    Unknown,
}
