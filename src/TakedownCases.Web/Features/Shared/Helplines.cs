using TakedownCases.Data.Seed;

namespace TakedownCases.Web.Features.Shared;

/// <summary>Somebody to call or write to. Phone is digits only; hours are shown as they stand, empty where nobody knows them.</summary>
public sealed record Helpline(
    string Name, string? Phone, string? Url, string Hours, string Country, string[] For, DateOnly? VerifiedOn)
{
    /// <summary>The number as people write it.</summary>
    public string? Number { get; init; }

    /// <summary>Set where it is for people under 18 only.</summary>
    public bool ForMinorsOnly { get; init; }
}

/// <summary>The helplines of a country for one need (practice P2); the international ones where the country has none.</summary>
public sealed class Helplines
{
    private readonly ILookup<string, HelplineRecord> _lines;

    public Helplines()
        : this(HelplineFile.Load())
    {
    }

    internal Helplines(IReadOnlyList<HelplineRecord> lines)
    {
        _lines = lines.ToLookup(line => line.Country, StringComparer.Ordinal);
        Countries = [.. _lines.Select(country => country.Key).Where(code => code != HelplineFile.International)];
    }

    /// <summary>Two-letter codes of the countries that have helplines of their own.</summary>
    public IReadOnlyList<string> Countries { get; }

    /// <summary>The code as the data spells it; null for a country that is unknown or not given.</summary>
    public string? Known(string? country)
    {
        var code = country?.Trim().ToUpperInvariant();
        return code is not null && Countries.Contains(code) ? code : null;
    }

    /// <summary>
    /// Whom to turn to. <paramref name="minor"/> is the age today, never the track (practice P10): lines for young people
    /// come first for them, and are not shown to adults.
    /// </summary>
    public IReadOnlyList<Helpline> For(string? country, bool minor, string need)
    {
        var found = Known(country) is { } code ? Of(code, minor, need) : [];
        return found.Count > 0 ? found : Of(HelplineFile.International, minor, need);
    }

    private List<Helpline> Of(string country, bool minor, string need)
        => [.. _lines[country]
            .Where(line => line.For.Contains(need, StringComparer.Ordinal) && line.Audience != (minor ? "adult" : "minor"))
            .OrderBy(line => line.Audience == "minor" ? 0 : 1)
            .Select(line => new Helpline(
                line.Name, Digits(line.Phone), line.Url, line.Hours, line.Country, [.. line.For], line.VerifiedOn)
            {
                Number = line.Phone,
                ForMinorsOnly = line.Audience == "minor",
            })];

    private static string? Digits(string? number) => number is null ? null : string.Concat(number.Where(char.IsAsciiDigit));
}
