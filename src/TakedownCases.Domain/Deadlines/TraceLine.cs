using System.Globalization;

namespace TakedownCases.Domain.Deadlines;

/// <summary>
/// One step of how a deadline was found: a stable code that pages translate, and its values by name. Instants are ISO 8601
/// in UTC, dates yyyy-MM-dd, hours decimal with a point.
/// </summary>
public sealed record TraceLine(string Code, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Every code a trace can hold, with its English sentence.</summary>
    public static IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["span.elapsed"] = "{hours} h, calendar (every hour counts)",
        ["span.working"] = "{hours} h of working time on the calendar {calendar} ({zone})",
        ["span.calendar"] = "{months} months and {days} days on the local calendar of {zone}",
        ["span.business"] = "{days} business days on the calendar {calendar} ({zone})",
        ["clock.started"] = "from the {by} at {at}",
        ["basis.legal"] = "under {citation} ({id}, version {version})",
        ["basis.policy"] = "under our own policy {id}, version {version}",
        ["work.counted"] = "{hours} h counted from {from} to {to}",
        ["day.closed"] = "{date} is not a working day",
        ["day.holiday"] = "{date} is a holiday: {name}",
        ["day.whole"] = "it started on {date}, no business day, so {last} counts to its end",
        ["pause.closed"] = "paused from {from} to {to}",
        ["pause.open"] = "paused since {from}, counted as if the pause ended at {to}",
        ["month.clamped"] = "the month has no day {day}, so its last day, {date}, counts to its end",
        ["local.skipped"] = "{local} does not exist in {zone} that day, so the first instant after the gap counts",
        ["local.twice"] = "{local} happens twice in {zone} that day, so the second counts",
        ["calendar.unknown"] = "holidays of the calendar {calendar} are known until {until} only",
        ["entered.by-hand"] = "entered by a person on {at}, with its citation; nothing here counts it",
        ["basis.lost"] = "{id}, version {version}, is in no book any more, so it stays as it was counted",
        ["clock.due"] = "due at {at}",
    };

    /// <summary>The sentence in English, for logs and tests.</summary>
    public string ToText() => Values.Aggregate(
        English[Code],
        (text, value) => text.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal));

    internal static TraceLine Of(string code, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var byName = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            byName.Add(name, value);
        }

        return new TraceLine(code, byName);
    }

    internal static TraceLine WorkCounted(DateTimeOffset from, DateTimeOffset to, TimeSpan time)
        => Of("work.counted", ("hours", Hours(time)), ("from", At(from)), ("to", At(to)));

    internal static TraceLine ClosedDay(DateOnly day) => Of("day.closed", ("date", On(day)));

    internal static TraceLine Holiday(DateOnly day, string name) => Of("day.holiday", ("date", On(day)), ("name", name));

    internal static string At(DateTimeOffset instant)
        => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    internal static string On(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Hours(TimeSpan time) => time.TotalHours.ToString("0.####", CultureInfo.InvariantCulture);

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
