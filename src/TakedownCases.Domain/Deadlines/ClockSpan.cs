using System.Globalization;
using System.Text.RegularExpressions;

namespace TakedownCases.Domain.Deadlines;

/// <summary>
/// A length of time and how it is counted: hours for elapsed and working time, years, months and days for the
/// calendar, days for business days. Always more than nothing; the factories throw otherwise.
/// </summary>
public sealed partial record ClockSpan
{
    private const int LongestYears = 100;
    private const int MonthsAYear = 12;
    private const int ShortestMonth = 28;

    private ClockSpan(ClockUnit unit, int months, int days, TimeSpan time)
    {
        if (months < 0 || days < 0 || time < TimeSpan.Zero || (months == 0 && days == 0 && time == TimeSpan.Zero))
        {
            throw new ArgumentException("A length of time must be more than nothing.", nameof(time));
        }

        (Unit, Months, Days, Time) = (unit, months, days, time);
    }

    public ClockUnit Unit { get; }

    /// <summary>Calendar months, years included (twelve each).</summary>
    public int Months { get; }

    /// <summary>Calendar or business days.</summary>
    public int Days { get; }

    /// <summary>Elapsed or working time.</summary>
    public TimeSpan Time { get; }

    public static ClockSpan Elapsed(TimeSpan time) => new(ClockUnit.Elapsed, 0, 0, time);

    public static ClockSpan Working(TimeSpan time) => new(ClockUnit.Working, 0, 0, time);

    public static ClockSpan Calendar(int months, int days) => new(ClockUnit.Calendar, months, days, TimeSpan.Zero);

    public static ClockSpan Business(int days) => new(ClockUnit.Business, 0, days, TimeSpan.Zero);

    /// <summary>
    /// Reads an ISO 8601 duration such as PT48H, P90D, P6M or P1Y. Throws FormatException where the text is no
    /// duration, is longer than a hundred years, or does not fit the unit: hours only for elapsed and working time, dates only for the others.
    /// </summary>
    public static ClockSpan Parse(string text, ClockUnit unit)
    {
        var match = Iso().Match(text);
        if (!match.Success)
        {
            throw new FormatException($"'{text}' is not an ISO 8601 duration of years, months, days, hours or minutes.");
        }

        var months = (MonthsAYear * Number(match, "years")) + Number(match, "months");
        var days = Number(match, "days");
        var time = new TimeSpan(Number(match, "hours"), Number(match, "minutes"), 0);
        var fits = unit switch
        {
            ClockUnit.Elapsed or ClockUnit.Working => months == 0 && days == 0 && time > TimeSpan.Zero,
            ClockUnit.Calendar => time == TimeSpan.Zero && (months > 0 || days > 0),
            ClockUnit.Business => time == TimeSpan.Zero && months == 0 && days > 0,
            _ => throw new ArgumentOutOfRangeException(nameof(unit)),
        };
        if (months + (days / ShortestMonth) > LongestYears * MonthsAYear)
        {
            throw new FormatException($"'{text}' is longer than {LongestYears} years.");
        }

        return fits
            ? new ClockSpan(unit, months, days, time)
            : throw new FormatException($"'{text}' cannot be counted in {unit} time.");
    }

    private static int Number(Match match, string group)
        => match.Groups[group] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^P((?<years>[0-9]{1,4})Y)?((?<months>[0-9]{1,4})M)?((?<days>[0-9]{1,4})D)?"
            + @"(T((?<hours>[0-9]{1,5})H)?((?<minutes>[0-9]{1,5})M)?)?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Iso();
}
