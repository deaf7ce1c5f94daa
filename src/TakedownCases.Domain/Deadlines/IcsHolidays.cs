using System.Globalization;

namespace TakedownCases.Domain.Deadlines;

/// <summary>A line of pasted calendar text that cannot be used, and why, as a code that pages put into words.</summary>
public sealed record IcsFault(int Line, string Code, string Text);

/// <summary>What pasted calendar text says: days with their names, or the lines that are in the way. With a fault there are no days.</summary>
public sealed record IcsReading(IReadOnlyDictionary<DateOnly, string> Days, IReadOnlyList<IcsFault> Faults);

/// <summary>
/// Reads holidays from iCalendar text (RFC 5545): events on whole days, over several days too, once or every year. Whatever
/// else could change which days are meant is refused with its line, never passed over.
/// </summary>
public static class IcsHolidays
{
    private const int MostLines = 5000;
    private const int LongestEvent = 31;

    // Says nothing about which days are meant.
    private static readonly HashSet<string> Harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        "UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP", "CLASS", "CATEGORIES", "DESCRIPTION", "LOCATION", "URL",
        "COMMENT", "PRIORITY", "GEO", "ORGANIZER", "CONTACT", "RESOURCES", "ATTACH", "STATUS",
    };

    /// <summary>Yearly events are followed from their first day to the last day asked for.</summary>
    public static IcsReading Read(string text, DateOnly until)
    {
        var (days, faults) = (new SortedDictionary<DateOnly, string>(), new List<IcsFault>());
        var lines = Unfolded(text).Where(line => line.Text.Trim().Length > 0).ToList();
        if (lines.Count == 0 || !lines[0].Text.Trim().Equals("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
        {
            faults.Add(new IcsFault(1, "not-a-calendar", ""));
        }
        else if (lines.Count > MostLines)
        {
            faults.Add(new IcsFault(lines[MostLines].Number, "too-long", ""));
        }
        else
        {
            ReadEvents(lines, until, days, faults);
        }

        return faults.Count > 0 ? new IcsReading(new Dictionary<DateOnly, string>(), faults) : new IcsReading(days, []);
    }

    private static void ReadEvents(
        List<IcsLine> lines, DateOnly until, SortedDictionary<DateOnly, string> days, List<IcsFault> faults)
    {
        IcsEvent? current = null;
        string? skipped = null;
        var ended = false;
        foreach (var line in lines.Skip(1))
        {
            var (name, _, value) = line.Parts();
            if (skipped is not null)
            {
                // Zones and alarms do not move whole days.
                skipped = name == "END" && value.Equals(skipped, StringComparison.OrdinalIgnoreCase) ? null : skipped;
            }
            else if (name == "BEGIN" && value.ToUpperInvariant() is "VTIMEZONE" or "VALARM")
            {
                skipped = value;
            }
            else if (name == "BEGIN" && value.Equals("VEVENT", StringComparison.OrdinalIgnoreCase) && current is null)
            {
                current = new IcsEvent(line.Number);
            }
            else if (name == "END" && value.Equals("VEVENT", StringComparison.OrdinalIgnoreCase) && current is not null)
            {
                current.AddTo(days, until, faults);
                current = null;
            }
            else if (name == "END" && value.Equals("VCALENDAR", StringComparison.OrdinalIgnoreCase))
            {
                ended = true;
            }
            else if (name is "BEGIN" or "END")
            {
                faults.Add(new IcsFault(line.Number, "component", value));
            }
            else
            {
                current?.Take(line, faults);
            }
        }

        if (!ended || current is not null)
        {
            faults.Add(new IcsFault(lines[^1].Number, "cut-off", ""));
        }
    }

    // A line that begins with a blank goes on with the one before it.
    private static IEnumerable<IcsLine> Unfolded(string text)
    {
        IcsLine? open = null;
        var number = 0;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (open is not null && raw.Length > 0 && raw[0] is ' ' or '\t')
            {
                open = open! with { Text = open.Text + raw[1..] };
                continue;
            }

            if (open is not null)
            {
                yield return open;
            }

            open = new IcsLine(number, raw);
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    private sealed record IcsLine(int Number, string Text)
    {
        public (string Name, string Parameters, string Value) Parts()
        {
            var (colon, quoted) = (-1, false);
            for (var at = 0; at < Text.Length && colon < 0; at++)
            {
                quoted ^= Text[at] == '"';
                colon = Text[at] == ':' && !quoted ? at : -1;
            }

            if (colon < 0)
            {
                return (Text.Trim().ToUpperInvariant(), "", "");
            }

            var head = Text[..colon].Split(';', 2);
            return (head[0].Trim().ToUpperInvariant(), head.Length > 1 ? head[1] : "", Text[(colon + 1)..].Trim());
        }
    }

    private sealed class IcsEvent(int line)
    {
        private DateOnly? _from;
        private DateOnly? _end;
        private string? _name;
        private string? _rule;
        private int _ruleLine;
        private bool _cancelled;

        public void Take(IcsLine line, List<IcsFault> faults)
        {
            var (name, parameters, value) = line.Parts();
            switch (name)
            {
                case "DTSTART":
                    _from = Day(line, parameters, value, faults);
                    break;
                case "DTEND":
                    _end = Day(line, parameters, value, faults);
                    break;
                case "SUMMARY":
                    _name = Plain(value);
                    break;
                case "RRULE":
                    (_rule, _ruleLine) = (value.ToUpperInvariant(), line.Number);
                    break;
                default:
                    _cancelled |= name == "STATUS" && value.Equals("CANCELLED", StringComparison.OrdinalIgnoreCase);
                    if (!Harmless.Contains(name) && !name.StartsWith("X-", StringComparison.Ordinal))
                    {
                        faults.Add(new IcsFault(line.Number, "property", name));
                    }

                    break;
            }
        }

        public void AddTo(SortedDictionary<DateOnly, string> days, DateOnly until, List<IcsFault> faults)
        {
            if (_cancelled)
            {
                return;
            }

            if (_from is not { } from || string.IsNullOrWhiteSpace(_name))
            {
                faults.Add(new IcsFault(line, _from is null ? "no-day" : "no-name", ""));
                return;
            }

            var length = _end is { } end ? end.DayNumber - from.DayNumber : 1;
            if (length is < 1 or > LongestEvent)
            {
                faults.Add(new IcsFault(line, "end", ""));
                return;
            }

            foreach (var first in Firsts(from, until, faults))
            {
                // In day numbers: the last day there is has no day after it.
                for (var day = first.DayNumber; day < first.DayNumber + length && day <= until.DayNumber; day++)
                {
                    days[DateOnly.FromDayNumber(day)] = _name;
                }
            }
        }

        private IEnumerable<DateOnly> Firsts(DateOnly from, DateOnly until, List<IcsFault> faults)
        {
            if (_rule is null)
            {
                return [from];
            }

            var parts = _rule.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2))
                .ToLookup(part => part[0], part => part.Length > 1 ? part[1] : "", StringComparer.Ordinal);
            var known = parts.All(part => part.Count() == 1 && part.Key switch
            {
                "FREQ" => part.First() == "YEARLY",
                "INTERVAL" => part.First() == "1",
                "WKST" => true,
                "BYMONTH" => part.First() == from.Month.ToString(CultureInfo.InvariantCulture),
                "BYMONTHDAY" => part.First() == from.Day.ToString(CultureInfo.InvariantCulture),
                "COUNT" => int.TryParse(part.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0,
                "UNTIL" => Date(part.First()[..Math.Min(8, part.First().Length)]) is not null,
                _ => false,
            });
            if (!known || !parts.Contains("FREQ") || (parts.Contains("COUNT") && parts.Contains("UNTIL")))
            {
                faults.Add(new IcsFault(_ruleLine, "rule", _rule));
                return [];
            }

            var last = parts["UNTIL"].Select(value => Date(value[..8])!.Value).Append(until).Min();
            var count = parts["COUNT"].Select(value => int.Parse(value, CultureInfo.InvariantCulture)).Append(int.MaxValue).Min();

            // The 29th of February comes in leap years only, and counts only then.
            return Enumerable.Range(from.Year, Math.Max(0, until.Year - from.Year + 1))
                .Where(year => from.Day <= DateTime.DaysInMonth(year, from.Month))
                .Select(year => new DateOnly(year, from.Month, from.Day)).Take(count).Where(day => day <= last);
        }

        private static DateOnly? Day(IcsLine line, string parameters, string value, List<IcsFault> faults)
        {
            var isDate = parameters.Length == 0 || parameters.Split(';').All(one => one.Equals("VALUE=DATE", StringComparison.OrdinalIgnoreCase));
            if (isDate && Date(value) is { } day)
            {
                return day;
            }

            faults.Add(new IcsFault(line.Number, value.Contains('T', StringComparison.OrdinalIgnoreCase) ? "time" : "date", value));
            return DateOnly.MinValue;
        }

        private static DateOnly? Date(string value)
            => DateOnly.TryParseExact(value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

        private static string Plain(string value) => value
            .Replace("\\n", " ", StringComparison.OrdinalIgnoreCase).Replace("\\,", ",", StringComparison.Ordinal)
            .Replace("\\;", ";", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal).Trim();
    }
}
