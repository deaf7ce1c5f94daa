using System.Globalization;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Notices.Texts;

/// <summary>Days, instants and lengths of time in the words of one language; always UTC.</summary>
internal sealed class WordedTime(NoticeWording wording)
{
    private readonly CalendarWords _words = wording.Calendar;
    private readonly IReadOnlyList<string> _months = wording.Months;

    public string Day(DateTimeOffset instant) => Day(DateOnly.FromDateTime(instant.UtcDateTime));

    public string Day(DateOnly day) => WordTemplate.Fill(
        day.Day == 1 ? _words.FirstDay : _words.Day,
        ("day", Number(day.Day)),
        ("month", _months[day.Month - 1]),
        ("year", Number(day.Year)));

    public string Instant(DateTimeOffset instant) => WordTemplate.Fill(
        _words.Instant,
        ("date", Day(instant)),
        ("hour", instant.UtcDateTime.ToString("HH", CultureInfo.InvariantCulture)),
        ("minute", instant.UtcDateTime.ToString("mm", CultureInfo.InvariantCulture)));

    public string Span(ClockSpan span)
        => span.Unit switch
        {
            ClockUnit.Elapsed or ClockUnit.Working => Span(span.Time),
            ClockUnit.Business => Count(span.Days, _words.BusinessDay, _words.BusinessDays),
            ClockUnit.Calendar => Both(
                Count(span.Months, _words.Month, _words.MonthsLong), Count(span.Days, _words.OneDay, _words.Days)),
            _ => throw new ArgumentOutOfRangeException(nameof(span)),
        };

    public string Span(TimeSpan time) => Both(
        Count((int)time.TotalHours, _words.Hour, _words.Hours), Count(time.Minutes, _words.Minute, _words.Minutes));

    private string Both(string first, string second)
        => first.Length == 0 ? second : second.Length == 0 ? first : WordTemplate.Fill(_words.And, ("first", first), ("second", second));

    private static string Count(int count, string one, string many)
        => count == 0 ? "" : WordTemplate.Fill(count == 1 ? one : many, ("count", Number(count)));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
