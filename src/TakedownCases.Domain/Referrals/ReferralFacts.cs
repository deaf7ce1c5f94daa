using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Referrals;

/// <summary>What could be told of a case; what is told is chosen, item by item. The same facts and items give the same text.</summary>
public sealed record ReferralFacts
{
    public required ReferralReference Reference { get; init; }

    public required Authority Authority { get; init; }

    public required Track Track { get; init; }

    /// <summary>Language of the text: "en" or "fr".</summary>
    public required string Language { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required string Organisation { get; init; }

    public string? OrganisationMail { get; init; }

    public IReadOnlyList<ReferredPlace> Places { get; init; } = [];

    public IReadOnlyList<HarmKind> Harms { get; init; } = [];

    public bool Edited { get; init; }

    public DateTimeOffset? FiledAt { get; init; }

    public IReadOnlyList<ReferredNotice> Notices { get; init; } = [];

    public string? Country { get; init; }

    public string? OwnWords { get; init; }

    public string? Name { get; init; }

    public string? Contact { get; init; }
}

/// <summary>A place as a referral names it, under its number in the case.</summary>
public sealed record ReferredPlace(PlaceId Id, int Ordinal, string Kind, string? Platform, string? Address);

/// <summary>A notice that left about the matter.</summary>
public sealed record ReferredNotice(string Reference, string Platform, DateTimeOffset LeftAt);

/// <summary>Which items a body may be given at all, and which are chosen when nobody has chosen yet: as little as it can work with.</summary>
public static class PassedItems
{
    /// <summary>
    /// On the minor track nobody's words, name or contact, and addresses only to hotlines and the police (practice P5); the
    /// person's name and contact only where a person there writes back: police, regulators, tribunals.
    /// </summary>
    public static IReadOnlyList<PassedItem> Allowed(Authority authority, Track track)
        => authority.OnlyByPerson ? [] : [.. Enum.GetValues<PassedItem>().Where(item => item switch
        {
            PassedItem.Addresses => authority.MayHaveAddresses(track),
            PassedItem.OwnWords => track == Track.Adult,
            PassedItem.Name or PassedItem.Contact => track == Track.Adult && authority.Kind is not (AuthorityKind.Hotline or AuthorityKind.HashService),
            _ => true,
        })];

    public static IReadOnlyList<PassedItem> Least(Authority authority, Track track)
        => [.. Allowed(authority, track).Where(item => item is PassedItem.Addresses or PassedItem.Harms
            || (item == PassedItem.Notices && !authority.IsHotlineOrPolice))];
}
