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
        foreach (var calendar in SeedFile.Read<CalendarRecord, WorkingCalendar>(json, fileName, ToCalendar))
        {
            if (!calendars.TryAdd(calendar.Id, calendar))
            {
                throw new InvalidDataException($"{fileName}, record '{calendar.Id}': the id is taken already.");
            }
        }

        return calendars;
    }

    private static WorkingCalendar ToCalendar(CalendarRecord record)
    {
        if (record.HolidaysKnownUntil is { } until && record.Holidays.Keys.Any(day => day > until))
        {
            throw new FormatException("a holiday lies after holidaysKnownUntil.");
        }

        return new WorkingCalendar(
            record.Id,
            record.TimeZone,
            [.. record.Windows.Select(window => new WorkingWindow(window.Day, TimeOf(window.From), EndOf(window.To)))],
            record.Holidays,
            record.HolidaysKnownUntil);
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
