using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Data.Seed;

/// <summary>authorities.json: hotlines, services, regulators, police and tribunals (docs/referrals.md).</summary>
public static class AuthorityFile
{
    private const string FileName = "authorities.json";

    private static readonly string[] Channels = ["form", "mail", "phone", "in-person", "app"];

    /// <summary>The directory this build carries. Throws InvalidDataException that names the record.</summary>
    public static AuthorityDirectory Load() => Read(SeedFile.Embedded(FileName), FileName);

    internal static AuthorityDirectory Read(string json, string fileName = FileName)
    {
        var authorities = SeedFile.Read<AuthorityRecord, Authority>(json, fileName, ToAuthority);
        return authorities.GroupBy(authority => authority.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new InvalidDataException($"{fileName}, record '{twice.Key}': the id is taken already.")
            : new AuthorityDirectory(authorities);
    }

    private static Authority ToAuthority(AuthorityRecord record)
    {
        Refuse(record.Id.Length is 0 or > 40 || !record.Id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'),
            "id must be small letters, digits and hyphens, 40 at most.");
        Refuse(string.IsNullOrWhiteSpace(record.Name), "name must not be empty.");
        Refuse(record.Country is not (AuthorityDirectory.Everywhere or AuthorityDirectory.Union)
            && !(record.Country.Length == 2 && record.Country.All(char.IsAsciiLetterUpper)), "country must be two capital letters, EU or *.");
        Refuse(record.Tracks.Count == 0 || record.Purposes.Count == 0, "tracks and purposes must not be empty.");
        Refuse(record.Languages.Count == 0 || record.Languages.Any(language => language.Length != 2), "languages must be codes of two letters.");
        Refuse(!Channels.Contains(record.Channel), $"channel must be one of {string.Join(", ", Channels)}.");
        Refuse(record.Where?.Contains("://", StringComparison.Ordinal) == true, "where must be an address without its scheme: no page links it.");
        Refuse(record.VerifiedOn is null && string.IsNullOrWhiteSpace(record.Doubts), "what nobody verified must say so in its doubts.");
        Refuse(record.Pack is not null && record.ComplaintsUnder.Count == 0, "a pack is written about some law: complaintsUnder is empty.");
        Refuse(record.WaitsUnder?.Except(record.ComplaintsUnder, StringComparer.Ordinal).Any() == true, "waitsUnder names what complaintsUnder does not.");
        Refuse(record.OnlyByPerson && record.Pack is not null, "only the person turns to it: there is no pack.");
        return new Authority
        {
            Id = record.Id,
            Name = record.Name,
            Kind = record.Kind,
            Country = record.Country,
            Tracks = record.Tracks,
            Purposes = record.Purposes,
            Languages = record.Languages,
            Channel = new AuthorityChannel(record.Channel, record.Where),
            OnlyByPerson = record.OnlyByPerson,
            Pack = record.Pack,
            ComplaintsUnder = record.ComplaintsUnder,
            WaitsUnder = record.WaitsUnder ?? [],
            ClocksUnder = record.ClocksUnder,
            VerifiedOn = record.VerifiedOn,
            Doubts = record.Doubts,
        };
    }

    private static void Refuse(bool wrong, string message)
    {
        if (wrong)
        {
            throw new FormatException(message);
        }
    }
}

/// <summary>One record as it stands in the file.</summary>
internal sealed record AuthorityRecord(
    string Id,
    string Name,
    AuthorityKind Kind,
    string Country,
    IReadOnlyList<Track> Tracks,
    IReadOnlyList<AuthorityPurpose> Purposes,
    IReadOnlyList<string> Languages,
    string Channel,
    string? Where,
    bool OnlyByPerson,
    PackForm? Pack,
    IReadOnlyList<string> ComplaintsUnder,
    IReadOnlyList<string> ClocksUnder,
    DateOnly? VerifiedOn,
    string Doubts,
    IReadOnlyList<string>? WaitsUnder = null);
