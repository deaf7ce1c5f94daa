namespace TakedownCases.Domain.Cases;

/// <summary>Everything a takedown request says at the moment it is sent.</summary>
public sealed record FilingFacts
{
    public required CaseNumber Number { get; init; }

    public required Track Track { get; init; }

    /// <summary>Language of the person's pages, such as "fr".</summary>
    public required string Language { get; init; }

    /// <summary>Two-letter country, where the person gave one.</summary>
    public string? Country { get; init; }

    public required CaseDetails Details { get; init; }

    public SafeContact? Contact { get; init; }

    public SignedStatement? Statement { get; init; }

    public IReadOnlyList<NewPlace> Places { get; init; } = [];

    public IReadOnlyList<ConsentAction> Consents { get; init; } = [];

    /// <summary>Keyed hash of the case key; absent for a bystander, who gets a receipt only.</summary>
    public byte[]? KeyLookup { get; init; }

    /// <summary>Made from the draft: a repeated sending carries the same one.</summary>
    public required CommandId Command { get; init; }

    /// <summary>
    /// Came faster than a person types, with the hidden field filled, or as one of very many from one network: marked and
    /// put in a part of the queue of its own, never refused.
    /// </summary>
    public bool IsUnchecked { get; init; }

    public required Actor By { get; init; }
}

/// <summary>The limits of a filing, in one place.</summary>
public static class FilingLimits
{
    /// <summary>Places in one case.</summary>
    public const int Places = 500;

    /// <summary>UTF-16 code units of one address as typed.</summary>
    public const int AddressLength = 2_000;

    /// <summary>UTF-16 code units of free text in the person's own words.</summary>
    public const int WordsLength = 10_000;

    /// <summary>UTF-16 code units of a message.</summary>
    public const int MessageLength = 10_000;

    /// <summary>UTF-16 code units of a short answer such as a name.</summary>
    public const int ShortLength = 200;
}
