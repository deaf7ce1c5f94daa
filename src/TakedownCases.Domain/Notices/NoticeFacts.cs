using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Domain.Notices;

/// <summary>Everything one notice is made of; nothing is looked up. The same facts give the same notice.</summary>
public sealed record NoticeFacts
{
    public required NoticeKind Kind { get; init; }

    public required NoticeReference Reference { get; init; }

    public required Track Track { get; init; }

    /// <summary>Language of the text: "en" or "fr".</summary>
    public required string Language { get; init; }

    public required DateTimeOffset Date { get; init; }

    public required string PlatformName { get; init; }

    /// <summary>Who gets it, where that is not whoever runs the site: a host, a network, a registrar, a search engine.</summary>
    public string? ProviderName { get; init; }

    /// <summary>Where it goes: an e-mail address, or the form's address as inert text. Never part of the text.</summary>
    public string? Recipient { get; init; }

    public required ChannelKind Channel { get; init; }

    /// <summary>What the channel is known to tell the uploader; null when nobody knows.</summary>
    public string? DisclosesToUploader { get; init; }

    public required IReadOnlyList<NoticedPlace> Places { get; init; }

    public IReadOnlyList<HarmKind> Harms { get; init; } = [];

    /// <summary>Edited or generated so that it appears to show the person.</summary>
    public bool Edited { get; init; }

    /// <summary>Whether the person was under 18 when it was made; null when not known, which on the minor track is said.</summary>
    public bool? MadeAsChild { get; init; }

    /// <summary>What the adult signed. The minor track has none and leaves it out if one is handed in.</summary>
    public SignedStatement? Statement { get; init; }

    /// <summary>How the authority is recorded, in words the platform may read; adult track only.</summary>
    public string? AuthorityNote { get; init; }

    /// <summary>Whether the organisation has recorded authority to act for the person.</summary>
    public bool HasAuthority { get; init; }

    public required NoticeSigner Signer { get; init; }

    public required NoticeSender Sender { get; init; }

    /// <summary>The laws that the notice cites, in this order; none for a notice under the platform's own rules.</summary>
    public IReadOnlyList<LegalBasis> Bases { get; init; } = [];

    public EarlierNotice? Earlier { get; init; }

    /// <summary>What staff add for this platform; adult track only.</summary>
    public string? AddedWords { get; init; }

    /// <summary>The law whose time ran out; complaints only.</summary>
    public LegalBasis? MissedBasis { get; init; }

    /// <summary>Name of the authority that a complaint goes to; without it, "the competent authority".</summary>
    public string? Authority { get; init; }

    /// <summary>What passed between us and the platform so far; first notices and requests to preserve have none.</summary>
    public IReadOnlyList<ContactLine> History { get; init; } = [];

    /// <summary>Until when data should be kept at least; preservation only.</summary>
    public DateOnly? PreserveUntil { get; init; }

    /// <summary>After how long without an answer we write again, where the ladder says so.</summary>
    public TimeSpan? RemindAfter { get; init; }
}

/// <summary>The limits of a notice in UTF-16 code units, in one place; more is refused, never cut.</summary>
public static class NoticeLimits
{
    public const int Places = FilingLimits.Places;

    public const int AddressLength = PlaceText.MaxLength;

    /// <summary>Percent-encoding makes of one typed character up to nine.</summary>
    public const int CanonicalLength = 9 * AddressLength;

    /// <summary>How to find one place.</summary>
    public const int PlaceWordsLength = 1_000;

    public const int WordsLength = FilingLimits.WordsLength;

    /// <summary>Names, references and other short answers.</summary>
    public const int ShortLength = FilingLimits.ShortLength;

    /// <summary>A mail server's answer.</summary>
    public const int ReplyLength = 1_000;
}
