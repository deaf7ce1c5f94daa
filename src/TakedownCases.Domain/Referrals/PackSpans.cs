using System.Globalization;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Referrals;

/// <summary>Instants and lengths of time as complaint packs say them.</summary>
internal static class PackSpans
{
    private const int MonthsAYear = 12;
    private const int MinutesAnHour = 60;
    private const int HoursADay = 24;

    /// <summary>What a law gives: "48 hours", "6 months", "10 business days to 14 business days".</summary>
    public static string Of(BasisDuration duration, PackWording words)
        => duration.IsRange ? Fill(words.Range, Of(duration.Min, words), Of(duration.Max, words)) : Of(duration.Max, words);

    /// <summary>How long something took, without its seconds.</summary>
    public static string Long(TimeSpan span, PackWording words)
    {
        var minutes = (long)span.TotalMinutes;
        var (days, hours, rest) = (minutes / MinutesAnHour / HoursADay, minutes / MinutesAnHour % HoursADay, minutes % MinutesAnHour);
        return days > 0 ? Fill(words.DaysHours, days, hours) : Fill(words.HoursMinutes, hours, rest);
    }

    public static TimeSpan WholeMinutes(TimeSpan span) => TimeSpan.FromMinutes(Math.Floor(span.TotalMinutes));

    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string Fill(string words, params object[] values) => string.Format(CultureInfo.InvariantCulture, words, values);

    private static string Of(ClockSpan span, PackWording words)
    {
        var hours = (long)Math.Floor(span.Time.TotalHours);
        (string Unit, long Count)[] parts =
        [
            ("year", span.Months / MonthsAYear),
            ("month", span.Months % MonthsAYear),
            (span.Unit == ClockUnit.Business ? "business-day" : "day", span.Days),
            (span.Unit == ClockUnit.Working ? "working-hour" : "hour", hours),
            ("minute", (long)(span.Time - TimeSpan.FromHours(hours)).TotalMinutes),
        ];
        return string.Join(", ", parts.Where(part => part.Count > 0).Select(part => Fill(words.Unit(part.Unit, part.Count), part.Count)));
    }
}
