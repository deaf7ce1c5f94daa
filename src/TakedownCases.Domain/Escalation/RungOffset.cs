using System.Globalization;
using System.Text.RegularExpressions;

namespace TakedownCases.Domain.Escalation;

/// <summary>
/// When a rung is due: at so many percent of the clock's time ("50%"), or hours and minutes after ("PT24H") or before
/// ("-PT72H") the deadline, which itself is "PT0S". Hours are elapsed hours. The factories throw where that makes no sense.
/// </summary>
public sealed partial record RungOffset
{
    private const int MostHours = 9999;

    private RungOffset(int? percent, TimeSpan fromDue) => (Percent, FromDue) = (percent, fromDue);

    /// <summary>0 (the start) to 99; null where it is counted from the deadline, which is what 100 would be.</summary>
    public int? Percent { get; }

    /// <summary>Whole minutes, less than nothing before the deadline; nothing where it is a percentage.</summary>
    public TimeSpan FromDue { get; }

    /// <summary>Whether it comes with the deadline or after it.</summary>
    public bool IsAtOrAfterDue => Percent is null && FromDue >= TimeSpan.Zero;

    public static RungOffset AtPercent(int percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 99);
        return new RungOffset(percent, TimeSpan.Zero);
    }

    /// <summary>So long after the deadline; before it, where that is less than nothing.</summary>
    public static RungOffset AfterDue(TimeSpan time)
        => time.Ticks % TimeSpan.TicksPerMinute == 0 && time.Duration() < TimeSpan.FromHours(MostHours + 1)
            ? new RungOffset(percent: null, time)
            : throw new ArgumentException($"An offset is whole minutes, at most {MostHours} hours.", nameof(time));

    /// <summary>Reads "50%", "PT0S", "PT1H30M" or "-PT72H". Throws FormatException.</summary>
    public static RungOffset Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
        {
            throw new FormatException(
                $"'{text}' is neither a percentage below 100 such as '50%' nor a duration of hours and minutes such as 'PT24H', '-PT72H' or 'PT0S'.");
        }

        if (match.Groups["percent"].Success)
        {
            return AtPercent(Number(match, "percent"));
        }

        var length = new TimeSpan(Number(match, "hours"), Number(match, "minutes"), 0);
        return (length == TimeSpan.Zero) == match.Groups["zero"].Success
            ? AfterDue(match.Groups["before"].Success ? -length : length)
            : throw new FormatException($"'{text}' is no time at all: the deadline itself is written PT0S.");
    }

    /// <summary>Reads a length of time such as "PT72H". Throws FormatException.</summary>
    public static TimeSpan LengthOf(string text)
        => Parse(text) is { Percent: null, FromDue: var length } && length > TimeSpan.Zero
            ? length
            : throw new FormatException($"'{text}' is no length of hours and minutes such as 'PT72H'.");

    /// <summary>The form it is read from.</summary>
    public override string ToString()
    {
        if (Percent is { } percent)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{percent}%");
        }

        var (hours, minutes) = ((int)FromDue.Duration().TotalHours, FromDue.Duration().Minutes);
        var sign = FromDue < TimeSpan.Zero ? "-" : "";
        return (hours, minutes) switch
        {
            (0, 0) => "PT0S",
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{sign}PT{hours}H"),
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"{sign}PT{minutes}M"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{sign}PT{hours}H{minutes}M"),
        };
    }

    private static int Number(Match match, string group)
        => match.Groups[group] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^((?<percent>0|[1-9][0-9]?)%|(?<zero>PT0S)|(?<before>-)?PT(?=[0-9])((?<hours>[0-9]{1,4})H)?((?<minutes>[0-9]{1,2})M)?)\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
