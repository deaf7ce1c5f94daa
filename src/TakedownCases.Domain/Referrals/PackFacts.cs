using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Referrals;

/// <summary>Everything one complaint pack is made of; nothing is looked up. The same facts give the same pack.</summary>
public sealed record PackFacts
{
    private const string English = "en";
    private const string French = "fr";

    public required Authority Authority { get; init; }

    public required Track Track { get; init; }

    /// <summary>Language of the text: "en" or "fr".</summary>
    public required string Language { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required string Organisation { get; init; }

    public string? OrganisationMail { get; init; }

    /// <summary>Null where it may not be named: a name that a person typed is mostly the site's address.</summary>
    public required string? PlatformName { get; init; }

    /// <summary>The directory does not know the platform; a person typed its name.</summary>
    public bool PlatformIsTyped { get; init; }

    /// <summary>The law that one complains about; null where no law that we know gives a duty.</summary>
    public LegalBasis? Law { get; init; }

    /// <summary>The notice cited that law.</summary>
    public bool LawIsCited { get; init; }

    /// <summary>What the law asks a notice to contain, and whether ours had it when it was frozen; empty where it did not cite that law.</summary>
    public IReadOnlyList<PackElement> Elements { get; init; } = [];

    public IReadOnlyList<PackPlace> Places { get; init; } = [];

    public required PackProof Proof { get; init; }

    /// <summary>What happened between us and the platform, oldest first.</summary>
    public IReadOnlyList<PackEvent> Timeline { get; init; } = [];

    /// <summary>A person read what the platform answered and wants it quoted: it may name somebody.</summary>
    public bool QuotesAnswers { get; init; }

    /// <summary>The law asks that the platform had a complaint some time before, and gives the platform no time itself.</summary>
    public bool LawWaits => Law is { } law && Authority.WaitsUnder.Contains(law.Id);

    /// <summary>How long before this was made the notice left.</summary>
    public TimeSpan Waited => MadeAt - Proof.LeftAt;

    internal bool IsAnyOpen => Places.Any(place => PlaceStates.MayBeNoticed(place.State));

    internal int LateUnderLaw => Places.Count(place => place.Clock is { IsPolicy: false } clock && clock.LateBy(MadeAt) is not null);

    internal int LateByOurs => Places.Count(place => place.Clock is { IsPolicy: true } clock && clock.LateBy(MadeAt) is not null);

    internal int Refused => Places.Count(place => place.State == PlaceState.Refused);

    internal int AskedForIdentity => Places.Count(place => place.State == PlaceState.AsksIdentity);

    /// <summary>The language in which one writes to it: the first that it reads and that there are words for.</summary>
    public static string LanguageFor(Authority to)
    {
        ArgumentNullException.ThrowIfNull(to);
        return to.Languages.FirstOrDefault(language => language is English or French) ?? English;
    }

    /// <summary>
    /// The same, without what may not go there: answers nobody chose to quote; on the minor track addresses (practice P5), and
    /// whatever a person typed or a server said that may hold one.
    /// </summary>
    internal PackFacts Clean()
    {
        var mayHaveAddresses = Authority.MayHaveAddresses(Track);
        return this with
        {
            PlatformName = mayHaveAddresses || !PlatformIsTyped ? PlatformName : null,
            Places = [.. Places.Where(place => place.State != PlaceState.Withdrawn).Select(place => place with
            {
                Address = mayHaveAddresses ? place.Address : null,
                Answer = mayHaveAddresses && QuotesAnswers ? place.Answer : null,
            })],
            Proof = mayHaveAddresses ? Proof : Proof with { FormReference = null, ServerAnswer = PlatformIsTyped ? null : Proof.ServerAnswer },
        };
    }
}

/// <summary>One element of the law: its code, and whether the notice of ours contained it.</summary>
public sealed record PackElement(string Code, bool Given);

/// <summary>
/// A place: how it stands and since when; whether the platform answered in words, and which; and the clock, where one ran.
/// <paramref name="Kind"/> is a code.
/// </summary>
public sealed record PackPlace(
    int Number,
    string Kind,
    string? Address,
    PlaceState State,
    DateTimeOffset? Since,
    bool HasAnswered,
    string? Answer,
    PackClock? Clock);

/// <summary>
/// The clock of a place under the law, or under a policy of ours that stands for it. <paramref name="EndedAt"/> is null while it
/// runs; <paramref name="WasDone"/> says that it ended because the platform did what was asked, early or late.
/// </summary>
public sealed record PackClock(DateTimeOffset StartedAt, string StartedBy, DateTimeOffset DueAt, DateTimeOffset? EndedAt, bool WasDone, bool IsPolicy)
{
    /// <summary>By how much the time had run out when it ended, or when the pack was made; null where it had not.</summary>
    public TimeSpan? LateBy(DateTimeOffset madeAt)
        => (EndedAt is { } ended && ended < madeAt ? ended : madeAt) is var end && DueAt < end ? end - DueAt : null;
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
