using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Tests.Deadlines;

public sealed class IcsHolidaysTests
{
    private static readonly DateOnly Until = new(2028, 12, 31);

    [Fact]
    public void The_last_day_there_is_can_be_a_holiday()
        => Assert.Single(IcsHolidays.Read(Calendar("DTSTART:99991231\r\nSUMMARY:The end"), DateOnly.MaxValue).Days);

    [Fact]
    public void Whole_days_are_read_once_over_several_days_and_every_year()
    {
        var read = IcsHolidays.Read(
            Calendar(
                "DTSTART;VALUE=DATE:20270503\r\nSUMMARY:Early May\\, bank\r\n  holiday\r\nUID:1",
                "DTSTART;VALUE=DATE:20271224\r\nDTEND;VALUE=DATE:20271227\r\nSUMMARY:Closed",
                "DTSTART:20270101\r\nRRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1\r\nSUMMARY:New Year",
                "DTSTART:20240229\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Leap day",
                "DTSTART:20270601\r\nSTATUS:CANCELLED\r\nSUMMARY:Not this one"),
            Until);

        Assert.Empty(read.Faults);
        Assert.Equal(
            [
                "2024-02-29 Leap day", "2027-01-01 New Year", "2027-05-03 Early May, bank holiday", "2027-12-24 Closed", "2027-12-25 Closed",
                "2027-12-26 Closed", "2028-01-01 New Year", "2028-02-29 Leap day",
            ],
            read.Days.Select(day => $"{day.Key:yyyy-MM-dd} {day.Value}"));
    }

    [Theory]
    [InlineData("FREQ=YEARLY;COUNT=2", 2)]
    [InlineData("FREQ=YEARLY;UNTIL=20271231", 1)]
    [InlineData("FREQ=YEARLY;UNTIL=20280101T000000Z", 2)]
    public void A_yearly_event_ends_where_it_says(string rule, int days)
        => Assert.Equal(days, IcsHolidays.Read(Calendar($"DTSTART:20270101\nRRULE:{rule}\nSUMMARY:A day"), new DateOnly(2030, 1, 1)).Days.Count);

    [Theory]
    [InlineData("DTSTART:20270503T090000\nSUMMARY:A", "time", 3)]
    [InlineData("DTSTART;TZID=Europe/Paris:20270503T090000\nSUMMARY:A", "time", 3)]
    [InlineData("DTSTART:2027\nSUMMARY:A", "date", 3)]
    [InlineData("SUMMARY:A\nDTSTART:20270230", "date", 4)]
    [InlineData("DTSTART:20270503\nSUMMARY:A\nRRULE:FREQ=MONTHLY", "rule", 5)]
    [InlineData("DTSTART:20270503\nSUMMARY:A\nRRULE:FREQ=YEARLY;BYDAY=1MO", "rule", 5)]
    [InlineData("DTSTART:20270503\nSUMMARY:A\nRRULE:FREQ=YEARLY;INTERVAL=2", "rule", 5)]
    [InlineData("DTSTART:20270503\nSUMMARY:A\nEXDATE:20280503", "property", 5)]
    [InlineData("DTSTART:20270503\nDTEND:20270503\nSUMMARY:A", "end", 2)]
    [InlineData("DTSTART:20270503\nDTEND:20270703\nSUMMARY:A", "end", 2)]
    [InlineData("DTSTART:20270503", "no-name", 2)]
    [InlineData("SUMMARY:A", "no-day", 2)]
    public void What_cannot_be_used_is_named_with_its_line_and_nothing_is_read(string inEvent, string code, int line)
    {
        var read = IcsHolidays.Read(Calendar("\n" + inEvent).Replace("VEVENT\n\n", "VEVENT\n", StringComparison.Ordinal), Until);

        Assert.Equal((code, line), (read.Faults[0].Code, read.Faults[0].Line));
        Assert.Empty(read.Days);
    }

    [Theory]
    [InlineData("", "not-a-calendar")]
    [InlineData("Christmas 25 December", "not-a-calendar")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VTODO\nEND:VTODO\nEND:VCALENDAR", "component")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270101", "cut-off")]
    [InlineData("BEGIN:VCALENDAR", "cut-off")]
    public void Text_that_is_no_whole_calendar_is_refused(string text, string code)
        => Assert.Equal(code, IcsHolidays.Read(text, Until).Faults[0].Code);

    [Fact]
    public void Zones_and_alarms_do_not_matter_for_whole_days()
        => Assert.Single(IcsHolidays.Read(
            "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nRRULE:FREQ=YEARLY;BYDAY=-1SU\nEND:STANDARD\nEND:VTIMEZONE\n"
                + "BEGIN:VEVENT\nDTSTART:20270101\nSUMMARY:A\nBEGIN:VALARM\nTRIGGER:-P1D\nEND:VALARM\nEND:VEVENT\nEND:VCALENDAR",
            Until).Days);

    private static string Calendar(params string[] events)
        => "BEGIN:VCALENDAR\n" + string.Concat(events.Select(one => $"BEGIN:VEVENT\n{one}\nEND:VEVENT\n")) + "END:VCALENDAR\n";
}
