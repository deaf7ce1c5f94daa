using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Web.Features.Notices.Compose;

/// <summary>Which platform a notice could go to: one line for each platform of the case's open places.</summary>
public sealed record StartPage(
    string Number, Track Track, bool IsOpen, bool HasConsent, bool HotlineTold, bool IsBystander, IReadOnlyList<StartLine> Lines);

/// <summary>One platform; <paramref name="Name"/> is null for places whose platform nobody knows.</summary>
public sealed record StartLine(
    string Platform, string? Name, int Places, bool AsksIdentity, bool HasChannel);

/// <summary>The choices of one notice, for one viewer: new, or a draft that is changed.</summary>
public sealed record ComposePage
{
    /// <summary>Stands for a platform that the directory does not have: adult track only (practice P4).</summary>
    public const string UnknownPlatform = PlatformId.Unlisted;

    /// <summary>Stands for an address that a person typed.</summary>
    public const string TypedChannel = "other";

    public required string Number { get; init; }

    /// <summary>Null while it is new.</summary>
    public string? Reference { get; init; }

    public required Track Track { get; init; }

    public required NoticeKind Kind { get; init; }

    public required string Platform { get; init; }

    /// <summary>Null where nobody knows it.</summary>
    public string? PlatformName { get; init; }

    public required IReadOnlyList<Channel> Channels { get; init; }

    public required IReadOnlyList<PlaceOption> Places { get; init; }

    public required IReadOnlyList<LawOffer> Laws { get; init; }

    /// <summary>The filing does not say what kind of harm it is: the person who writes does.</summary>
    public required bool AsksHarms { get; init; }

    public required bool HasStatement { get; init; }

    public required bool HasAuthority { get; init; }

    public required bool HasConsent { get; init; }

    public required bool HotlineTold { get; init; }

    /// <summary>Other notices to the same platform that have not left: whoever writes should look at them first.</summary>
    public IReadOnlyList<NoticeReference> Unsent { get; init; } = [];

    /// <summary>What the forms are bound to: what fits best, or what was typed.</summary>
    public required NoticeInput Input { get; init; }

    public required DateTimeOffset Now { get; init; }

    public bool IsKnown => Platform != UnknownPlatform;

    /// <summary>An address may be typed by hand: adult track only, for an address nobody checked may be the offender's own.</summary>
    public bool MayType => Track == Track.Adult && AsksChannel;

    public bool AsksChannel => Kind != NoticeKind.Complaint && !NoticeKinds.IsToProvider(Kind);

    public bool AsksLaws => Kind is not (NoticeKind.Preservation or NoticeKind.Complaint);

    public bool AsksSigner => Track == Track.Adult && AsksLaws && !NoticeKinds.IsBesidePlatform(Kind);

    public string Action => Reference is null ? NoticePath.List(Number) : $"{NoticePath.List(Number)}/{Reference}/change";

    public string Back => Reference is null ? NoticePath.List(Number) + "/new" : $"{NoticePath.List(Number)}/{Reference}";

    public Guid NextCommand() => CommandId.New(Now).Value;
}

/// <summary>A place that the notice may name.</summary>
public sealed record PlaceOption(Guid Id, int Ordinal, PlaceState State, string? Kind, string? Address);
