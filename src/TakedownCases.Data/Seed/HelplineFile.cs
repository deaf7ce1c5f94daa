using System.Text.Json.Serialization;

namespace TakedownCases.Data.Seed;

/// <summary>helplines.json: whom a person can call or write to, by country (practice P2).</summary>
public static class HelplineFile
{
    /// <summary>What stands for every country that the file does not name.</summary>
    public const string International = "INT";

    private const string FileName = "helplines.json";

    private static readonly string[] Audiences = ["all", "adult", "minor"];

    /// <summary>The helplines this build carries, in the order of the file. Throws InvalidDataException that names the record.</summary>
    public static IReadOnlyList<HelplineRecord> Load() => Read(SeedFile.Embedded(FileName), FileName);

    internal static IReadOnlyList<HelplineRecord> Read(string json, string fileName = FileName)
    {
        var lines = SeedFile.Read<HelplineRecord, HelplineRecord>(json, fileName, Checked);
        if (lines.GroupBy(line => line.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new InvalidDataException($"{fileName}, record '{twice.Key}': the id is taken already.");
        }

        return lines;
    }

    private static HelplineRecord Checked(HelplineRecord line)
    {
        Refuse(string.IsNullOrWhiteSpace(line.Id) || string.IsNullOrWhiteSpace(line.Name), "id and name must not be empty.");
        Refuse(line.Phone is null && line.Url is null, "there is neither a number nor an address.");
        Refuse(line.Phone is { } phone && (phone.Count(char.IsAsciiDigit) is < 2 or > 15 || !phone.All(IsOfANumber)), "phone must be 2 to 15 digits, with spaces or hyphens.");
        Refuse(line.Url is { } url && !Uri.TryCreate("https://" + url, UriKind.Absolute, out _), "url must be an address without its scheme.");
        Refuse(line.Country != International && !IsCountry(line.Country), "country must be two capital letters, or INT.");
        Refuse(!Audiences.Contains(line.Audience), $"audience must be one of {string.Join(", ", Audiences)}.");
        Refuse(line.For.Count == 0 || line.For.Except(HelplineNeeds.All, StringComparer.Ordinal).Any(),
            $"for must hold some of {string.Join(", ", HelplineNeeds.All)}.");
        Refuse(line.VerifiedOn is null && line.Note.Length == 0, "what nobody verified must say so in its note.");
        return line;
    }

    private static bool IsOfANumber(char letter) => char.IsAsciiDigit(letter) || letter is ' ' or '-';

    private static bool IsCountry(string code) => code.Length == 2 && code.All(char.IsAsciiLetterUpper);

    private static void Refuse(bool wrong, string message)
    {
        if (wrong)
        {
            throw new FormatException(message);
        }
    }
}

/// <summary>One helpline as it stands in the file. The number is as people write it; the address has no scheme.</summary>
public sealed record HelplineRecord(
    string Id,
    string Name,
    string? Phone,
    string? Url,
    string Hours,
    string Country,
    string Audience,
    [property: JsonPropertyName("for")] IReadOnlyList<string> For,
    DateOnly? VerifiedOn,
    string Note);
