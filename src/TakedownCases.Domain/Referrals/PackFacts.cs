using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Referrals;

/// <summary>Everything one complaint pack is made of; nothing is looked up. The same facts give the same pack.</summary>
public sealed record PackFacts
{
    public required Authority Authority { get; init; }

    public required Track Track { get; init; }

    /// <summary>Language of the text: "en" or "fr".</summary>
    public required string Language { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required string Organisation { get; init; }

    public string? OrganisationMail { get; init; }

    public required string PlatformName { get; init; }

    /// <summary>The law that was missed or refused; null where no law that we know gives a duty.</summary>
    public LegalBasis? Law { get; init; }

    /// <summary>What the law asks a notice to contain, and whether ours had it.</summary>
    public IReadOnlyList<PackElement> Elements { get; init; } = [];

    public IReadOnlyList<PackPlace> Places { get; init; } = [];

    public required PackProof Proof { get; init; }

    /// <summary>What happened between us and the platform, oldest first.</summary>
    public IReadOnlyList<PackEvent> Timeline { get; init; } = [];

    /// <summary>The same, without what may not go there: addresses of the minor track (practice P5), and words around them.</summary>
    internal PackFacts Clean()
        => Authority.MayHaveAddresses(Track) ? this : this with { Places = [.. Places.Select(place => place with { Address = null, Answer = null })] };
}

/// <summary>One element of the law: its code, and whether the notice of ours contained it.</summary>
public sealed record PackElement(string Code, bool Given);

/// <summary>
/// A place: how it stands, by whose word and since when; what was answered; and the clock of the law, where one ran, with when it
/// expired. <paramref name="Kind"/> is a code.
/// </summary>
public sealed record PackPlace(
    int Number,
    string Kind,
    string? Address,
    PlaceState State,
    DateTimeOffset? Since,
    string? Answer,
    DateTimeOffset? StartedAt,
    string? StartedBy,
    DateTimeOffset? ExpiredAt,
    bool IsMet)
{
    /// <summary>By how much the time of the law had run out when the pack was made; null where it had not, or where none ran.</summary>
    public TimeSpan? LateBy(DateTimeOffset madeAt) => !IsMet && ExpiredAt is { } at && at < madeAt ? madeAt - at : null;
}

/// <summary>What shows that the platform had the notice: our reference, when it left, how we know, and the hash of its bytes.</summary>
public sealed record PackProof(
    string Reference,
    DateTimeOffset LeftAt,
    string How,
    string? MessageId,
    string? Sha256,
    string? ServerAnswer,
    string? FormReference);

/// <summary>One line of the timeline; <paramref name="What"/> is a code.</summary>
public sealed record PackEvent(DateTimeOffset At, string What, string? Reference);
