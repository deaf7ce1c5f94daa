using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Data.Seed;

/// <summary>sla-policies.json: what we promise ourselves, per clock, track and severity (docs/deadlines.md).</summary>
public static class SlaPolicyFile
{
    private const string FileName = "sla-policies.json";

    private static readonly string[] Tracks = ["adult", "minor"];
    private static readonly string[] Severities = ["imminent", "urgent", "standard"];

    /// <summary>
    /// The policies this build carries: one for each internal clock, track and severity. Throws InvalidDataException that
    /// names the record, or the policy that is missing.
    /// </summary>
    public static SlaPolicyBook Load() => Read(SeedFile.Embedded(FileName), FileName);

    internal static SlaPolicyBook Read(string json, string fileName = FileName) => Book(Records(json, fileName), [], fileName);

    /// <summary>The records alone, each read as it stands.</summary>
    internal static List<SlaPolicy> Records(string json, string fileName = FileName)
        => SeedFile.Read<SlaPolicyRecord, SlaPolicy>(json, fileName, ToPolicy);

    internal static SlaPolicyBook Book(IEnumerable<SlaPolicy> policies, IEnumerable<SlaPolicy> earlier, string fileName = FileName)
    {
        try
        {
            var book = new SlaPolicyBook(policies, earlier);
            RefuseGaps(book, fileName);
            return book;
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException($"{fileName}: {e.Message}", e);
        }
    }

    private static void RefuseGaps(SlaPolicyBook book, string fileName)
    {
        foreach (var clock in ClockKinds.ByPolicy)
        {
            foreach (var (track, severity) in Tracks.SelectMany(track => Severities.Select(severity => (track, severity))))
            {
                if (book.Find(clock, track, severity) is null)
                {
                    throw new InvalidDataException($"{fileName} has no policy for {clock} on {track}, {severity}.");
                }
            }
        }
    }

    private static SlaPolicy ToPolicy(SlaPolicyRecord record)
    {
        Refuse(!RuleNames.IsId(record.Id), "id must be 1 to 64 small letters, digits and hyphens.");
        Refuse(!RuleNames.IsVersion(record.Version), "version must be a date, such as 2026-11-22, and perhaps a small letter.");
        Refuse(!ClockKinds.ByPolicy.Contains(record.Clock), "clock must be of a kind that a policy gives a length.");
        Refuse(!Tracks.Contains(record.Track), $"track must be one of {string.Join(", ", Tracks)}.");
        Refuse(!Severities.Contains(record.Severity), $"severity must be one of {string.Join(", ", Severities)}.");
        Refuse(record.Unit == ClockUnit.Business, "unit must be 'elapsed', 'working' or 'calendar'.");
        Refuse(
            record.Unit == ClockUnit.Calendar != ClockKinds.CountsDays(record.Clock),
            "unit is 'calendar' for the clocks preservation and retention, and for no others.");
        Refuse(record.Unit != ClockUnit.Elapsed != record.CalendarId is not null, "calendarId goes with the units 'working' and 'calendar'.");
        Refuse(record.Unit == ClockUnit.Calendar && record.PausesWhileWaiting, "days and months never pause.");
        Refuse(
            record.WarnPercents.Any(percent => percent is < 1 or > 99) || !record.WarnPercents.Order().Distinct().SequenceEqual(record.WarnPercents),
            "warnPercents must rise and lie between 1 and 99.");
        return new SlaPolicy
        {
            Id = record.Id,
            Version = record.Version,
            Clock = record.Clock,
            TrackCode = record.Track,
            SeverityCode = record.Severity,
            Span = ClockSpan.Parse(record.Duration, record.Unit),
            WarnPercents = record.WarnPercents,
            PausesWhileWaiting = record.PausesWhileWaiting,
            CalendarId = record.CalendarId,
        };
    }

    private static void Refuse(bool wrong, string message)
    {
        if (wrong)
        {
            throw new FormatException(message);
        }
    }

    private sealed record SlaPolicyRecord(
        string Id,
        string Version,
        ClockKind Clock,
        string Track,
        string Severity,
        string Duration,
        ClockUnit Unit,
        List<int> WarnPercents,
        bool PausesWhileWaiting,
        string? CalendarId);
}
