namespace TakedownCases.Domain.Notices.Texts;

/// <summary>What we ask.</summary>
internal sealed record RequestWords
{
    public required string Remove { get; init; }

    public required string RemoveSimilar { get; init; }

    public required string Confirm { get; init; }

    public required string Outcome { get; init; }

    public required string Preserve { get; init; }

    public required string Discreet { get; init; }

    public required string NoIdentity { get; init; }

    public required string NoIdentityMinor { get; init; }

    public required string Report { get; init; }
}

/// <summary>By when, and what we do next.</summary>
internal sealed record DeadlineWords
{
    public required string Within { get; init; }

    public required string WithinSince { get; init; }

    public required string NoFixed { get; init; }

    public required string OwnRules { get; init; }

    public required string NextAfter { get; init; }

    public required string NextThen { get; init; }

    public required string NextReasonable { get; init; }
}

/// <summary>A request to keep data.</summary>
internal sealed record PreservationWords
{
    public required IReadOnlyList<string> Data { get; init; }

    public required string Until { get; init; }

    public required string UntilAsked { get; init; }

    public required string NotToUs { get; init; }

    public required string StillRemove { get; init; }
}

/// <summary>The answer to a demand for identity or for the material.</summary>
internal sealed record CounterWords
{
    public required string LawAsks { get; init; }

    public required string Complete { get; init; }

    public required string Harm { get; init; }

    public required string HarmMinor { get; init; }

    public required string NotPutOff { get; init; }

    public required string OfferDetails { get; init; }

    public required string OfferStatement { get; init; }

    public required string OfferAuthority { get; init; }

    public required string OfferPerson { get; init; }
}

/// <summary>A complaint to an authority.</summary>
internal sealed record ComplaintWords
{
    public required string CompetentAuthority { get; init; }

    public required string Law { get; init; }

    public required string LawNoFixed { get; init; }

    public required string PlacesWithheld { get; init; }

    public required IReadOnlyDictionary<ContactCode, string> History { get; init; }

    public required string HistoryTimes { get; init; }

    public required string ContainedGeneral { get; init; }

    public required string Sent { get; init; }

    public required string Record { get; init; }

    public required string Shows { get; init; }

    public required string ShowsNot { get; init; }

    public required IReadOnlyList<string> Asks { get; init; }

    public required string AskNoAddresses { get; init; }
}

/// <summary>To whoever hosts, delivers or registers a site, or shows it in search results.</summary>
internal sealed record BesideWords
{
    public required string Host { get; init; }

    public required string Cdn { get; init; }

    public required string Registrar { get; init; }

    public required string Search { get; init; }

    /// <summary>Whom the lines of the history mean.</summary>
    public required string WhoThePlatformIs { get; init; }

    public required string HostRemoves { get; init; }

    public required string CdnStops { get; init; }

    public required string CdnTellsNobody { get; init; }

    public required string RegistrarActs { get; init; }

    public required string SearchHides { get; init; }

    public required string DiscreetProvider { get; init; }

    public required string DiscreetSearch { get; init; }
}

/// <summary>
/// What one family of laws makes a notice declare, by whoever signed, by the organisation, and on the minor track; and
/// what it asks a notice for. Gaps: {citation}, {organisation}.
/// </summary>
internal sealed record LawWords(string Signed, string Organisation, string Minor, string Asks);
