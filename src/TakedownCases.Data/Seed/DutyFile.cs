using TakedownCases.Domain.Referrals;

namespace TakedownCases.Data.Seed;

/// <summary>duties.json: what must be passed on, by whom, when and to whom (practice P12).</summary>
public static class DutyFile
{
    /// <summary>The country of a duty that the organisation lays on itself.</summary>
    public const string Everywhere = "*";

    private const string FileName = "duties.json";

    private static readonly string[] Scopes = ["adult", "minor", "both"];

    /// <summary>The duties this build carries, in the order of the file. Throws InvalidDataException that names the record.</summary>
    public static IReadOnlyList<DutyRecord> Load() => Read(SeedFile.Embedded(FileName), FileName);

    internal static IReadOnlyList<DutyRecord> Read(string json, string fileName = FileName)
    {
        var duties = SeedFile.Read<DutyRecord, DutyRecord>(json, fileName, Checked);
        return duties.GroupBy(duty => duty.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new InvalidDataException($"{fileName}, record '{twice.Key}': the id is taken already.")
            : duties;
    }

    private static DutyRecord Checked(DutyRecord duty)
    {
        string[] said = [duty.Id, duty.Country, duty.Who, duty.Trigger, duty.Within, duty.ToWhom, duty.Source];
        if (said.Any(string.IsNullOrWhiteSpace))
        {
            throw new FormatException("a duty says who, when, within what time, to whom and where that stands.");
        }

        return !Scopes.Contains(duty.Track) ? throw new FormatException($"track must be one of {string.Join(", ", Scopes)}.")
            : duty.People is not (1 or 2) ? throw new FormatException("people must be 1 or 2: who decides that it is passed on.")
            : duty.RecipientIds.Contains(AuthorityDirectory.Other) ? throw new FormatException("a duty names its recipients: nobody is compelled to tell 'other'.")
            : duty;
    }
}

/// <summary>
/// One duty as it stands in the file; nobody reviewed it while <see cref="ReviewedBy"/> is null. <see cref="RecipientKinds"/> and
/// <see cref="RecipientIds"/> bind it to bodies of the directory; without any it compels nothing here.
/// </summary>
public sealed record DutyRecord(
    string Id,
    string Country,
    string Track,
    string Who,
    string Trigger,
    string Within,
    string ToWhom,
    IReadOnlyList<AuthorityKind> RecipientKinds,
    IReadOnlyList<string> RecipientIds,
    int People,
    string Source,
    string? ReviewedBy,
    DateOnly AsOf)
{
    /// <summary>What of it decides whether a case may be passed on.</summary>
    public ReferralDuty ToRule() => new(Id, Country, RecipientKinds, RecipientIds, People);
}
