using System.Globalization;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Data.Seed;

/// <summary>working-calendars.json: when offices work, with their public holidays (docs/deadlines.md).</summary>
public static class WorkingCalendarFile
{
    private const string FileName = "working-calendars.json";

    /// <summary>The calendars this build carries, by id. Throws InvalidDataException that names the record.</summary>
    public static IReadOnlyDictionary<string, WorkingCalendar> Load() => Read(SeedFile.Embedded(FileName), FileName);

    internal static IReadOnlyDictionary<string, WorkingCalendar> Read(string json, string fileName = FileName)
    {
        var calendars = new Dictionary<string, WorkingCalendar>(StringComparer.Ordinal);
        foreach (var calendar in Records(json, fileName))
        {
            if (!calendars.TryAdd(calendar.Id, calendar))
            {
                throw new InvalidDataException($"{fileName}, record '{calendar.Id}': the id is taken already.");
            }
        }

        return calendars;
    }

    /// <summary>The records alone, each read as it stands.</summary>
    internal static List<WorkingCalendar> Records(string json, string fileName = FileName)
        => SeedFile.Read<CalendarRecord, WorkingCalendar>(json, fileName, ToCalendar);

    private static WorkingCalendar ToCalendar(CalendarRecord record)
    {
        if (!RuleNames.IsId(record.Id))
        {
            throw new FormatException("id must be 1 to 64 small letters, digits and hyphens.");
        }

        RefuseUnknownYears(record);

        return new WorkingCalendar(
            record.Id,
            record.TimeZone,
            [.. record.Windows.Select(window => new WorkingWindow(window.Day, TimeOf(window.From), EndOf(window.To)))],
            record.Holidays,
            record.HolidaysKnownUntil);
    }

    // A year nobody entered would look like a year without holidays.
    private static void RefuseUnknownYears(CalendarRecord record)
    {
        if (record.HolidaysKnownUntil is not { } until)
        {
            if (record.Holidays.Count > 0)
            {
                throw new FormatException("holidaysKnownUntil is missing: without it nobody knows for which years the holidays are known.");
            }

            return;
        }

        if (record.Holidays.Keys.Any(day => day > until))
        {
            throw new FormatException("a holiday lies after holidaysKnownUntil.");
        }

        var years = record.Holidays.Keys.Select(day => day.Year).ToHashSet();
        var first = years.Count > 0 ? years.Min() : until.Year;
        if (Enumerable.Range(first, until.Year - first + 1).Where(year => !years.Contains(year)).Select(year => (int?)year).FirstOrDefault() is { } missing)
        {
            throw new FormatException(FormattableString.Invariant($"the holidays of {missing} are missing, though holidaysKnownUntil says they are known."));
        }
    }

    // 24:00 is how people write the end of a day; a window that ends at 00:00 ends on the next day anyway.
    private static TimeOnly EndOf(string text) => text == "24:00" ? TimeOnly.MinValue : TimeOf(text);

    private static TimeOnly TimeOf(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);

    private sealed record CalendarRecord(
        string Id,
        string TimeZone,
        List<WindowRecord> Windows,
        DateOnly? HolidaysKnownUntil,
        Dictionary<DateOnly, string> Holidays);

    private sealed record WindowRecord(DayOfWeek Day, string From, string To);
}
