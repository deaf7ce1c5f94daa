using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Tests.Deadlines;

/// <summary>Invented offices for the tests of this folder.</summary>
internal static class Calendars
{
    private static readonly DayOfWeek[] Weekdays =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>Paris, weekdays 09:00 to 18:00, closed at Christmas 2026 and New Year 2027.</summary>
    public static WorkingCalendar Office { get; } = Weekly("office", "Europe/Paris", Weekdays, 9, 18, holidays: new()
    {
        [new DateOnly(2026, 12, 25)] = "Noël",
        [new DateOnly(2027, 1, 1)] = "Jour de l'An",
    });

    /// <summary>Paris, every night 22:00 to 06:00: passes midnight and both changes of the clocks.</summary>
    public static WorkingCalendar Nights { get; } = Weekly("nights", "Europe/Paris", Enum.GetValues<DayOfWeek>(), 22, 6);

    /// <summary>Every hour of every day.</summary>
    public static WorkingCalendar Always { get; } = Weekly("always", "Etc/UTC", Enum.GetValues<DayOfWeek>(), 0, 0);

    public static WorkingCalendar Weekly(
        string id, string zone, DayOfWeek[] days, int from, int to, Dictionary<DateOnly, string>? holidays = null, DateOnly? knownUntil = null)
        => new(id, zone, [.. days.Select(day => new WorkingWindow(day, new TimeOnly(from, 0), new TimeOnly(to, 0)))], holidays ?? [], knownUntil);

    public static DateTimeOffset Instant(string text)
        => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();
}
