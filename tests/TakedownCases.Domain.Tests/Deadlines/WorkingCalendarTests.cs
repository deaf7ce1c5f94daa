using TakedownCases.Domain.Deadlines;
using static TakedownCases.Domain.Tests.Deadlines.Calendars;

namespace TakedownCases.Domain.Tests.Deadlines;

public sealed class WorkingCalendarTests
{
    [Theory]
    [InlineData("2026-11-20T09:00:00+01:00", 9, "2026-11-20T18:00:00+01:00")] // a full day ends at closing time
    [InlineData("2026-11-20T17:30:00+01:00", 1, "2026-11-23T09:30:00+01:00")] // Friday evening to Monday morning
    [InlineData("2026-11-21T12:00:00+01:00", 1, "2026-11-23T10:00:00+01:00")] // from a Saturday
    [InlineData("2026-11-23T07:00:00+01:00", 1, "2026-11-23T10:00:00+01:00")] // before opening
    [InlineData("2026-12-24T17:00:00+01:00", 2, "2026-12-28T10:00:00+01:00")] // holiday, then weekend
    [InlineData("2026-12-31T17:00:00+01:00", 2, "2027-01-04T10:00:00+01:00")] // year end
    [InlineData("2026-03-27T17:00:00+01:00", 2, "2026-03-30T10:00:00+02:00")] // the weekend the clocks go on
    [InlineData("2026-10-23T17:00:00+02:00", 2, "2026-10-26T10:00:00+01:00")] // the weekend the clocks go back
    [InlineData("2028-02-28T17:00:00+01:00", 11, "2028-03-01T10:00:00+01:00")] // a leap day is a working day
    public void Working_time_is_counted_in_opening_hours(string start, int hours, string due)
        => Assert.Equal(Instant(due), Office.AddWorkingTime(Instant(start), TimeSpan.FromHours(hours)));

    [Theory]
    [InlineData("2026-11-20T22:00:00+01:00", 8, "2026-11-21T06:00:00+01:00")] // over midnight
    [InlineData("2026-11-21T03:00:00+01:00", 1, "2026-11-21T04:00:00+01:00")] // in the window that began the day before
    [InlineData("2026-03-28T22:00:00+01:00", 7, "2026-03-29T06:00:00+02:00")] // the short night has seven hours
    [InlineData("2026-10-24T22:00:00+02:00", 9, "2026-10-25T06:00:00+01:00")] // the long night has nine
    public void Windows_pass_midnight_and_changes_of_the_clocks(string start, int hours, string due)
        => Assert.Equal(Instant(due), Nights.AddWorkingTime(Instant(start), TimeSpan.FromHours(hours)));

    [Theory]
    [InlineData("2026-09-05T12:00:00-04:00", "America/Santiago", 36)] // clocks go on at midnight: the day's end falls into the gap
    [InlineData("2026-04-04T12:00:00-03:00", "America/Santiago", 36)] // clocks go back at midnight: its last hour happens twice
    [InlineData("2026-03-29T01:00:00+02:00", "Asia/Beirut", 48)] // midnight itself is skipped
    [InlineData("2026-11-01T00:30:00-04:00", "America/Havana", 48)] // midnight happens twice
    public void A_calendar_that_never_closes_counts_every_elapsed_hour_in_every_zone(string start, string zone, int hours)
    {
        var calendar = Weekly("always", zone, Enum.GetValues<DayOfWeek>(), 0, 0);

        Assert.Equal(Instant(start).AddHours(hours), calendar.AddWorkingTime(Instant(start), TimeSpan.FromHours(hours)));
    }

    [Theory]
    [InlineData("2026-11-20T09:00:00+01:00", true)] // the moment of opening
    [InlineData("2026-11-20T17:59:59+01:00", true)]
    [InlineData("2026-11-20T18:00:00+01:00", false)] // the moment of closing
    [InlineData("2026-11-21T12:00:00+01:00", false)] // Saturday
    [InlineData("2026-12-25T12:00:00+01:00", false)] // holiday
    public void An_office_is_working_from_opening_until_before_closing(string instant, bool working)
        => Assert.Equal(working, Office.IsWorking(Instant(instant)));

    [Fact]
    public void The_next_working_instant_is_now_while_working_and_the_next_opening_otherwise()
    {
        Assert.Equal(Instant("2026-11-20T10:00:00Z"), Office.NextWorkingInstant(Instant("2026-11-20T10:00:00Z")));
        Assert.Equal(Instant("2026-12-28T08:00:00Z"), Office.NextWorkingInstant(Instant("2026-12-24T18:00:00Z")));
    }

    [Fact]
    public void A_holiday_takes_away_the_windows_that_begin_on_it_and_no_other()
    {
        var nights = Weekly(
            "nights", "Europe/Paris", Enum.GetValues<DayOfWeek>(), 22, 6, new() { [new DateOnly(2026, 12, 25)] = "Noël" });

        Assert.True(nights.IsWorking(Instant("2026-12-25T03:00:00+01:00")));
        Assert.False(nights.IsWorking(Instant("2026-12-25T23:00:00+01:00")));
        Assert.False(nights.IsWorking(Instant("2026-12-26T03:00:00+01:00")));
    }

    [Fact]
    public void Windows_that_overlap_count_once()
    {
        var calendar = new WorkingCalendar(
            "twice",
            "Etc/UTC",
            [
                new WorkingWindow(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(12, 0)),
                new WorkingWindow(DayOfWeek.Monday, new TimeOnly(10, 0), new TimeOnly(11, 0)),
                new WorkingWindow(DayOfWeek.Monday, new TimeOnly(11, 0), new TimeOnly(14, 0)),
            ],
            new Dictionary<DateOnly, string>());

        Assert.Equal(
            TimeSpan.FromHours(5),
            calendar.WorkingTimeBetween(Instant("2026-11-23T00:00:00Z"), Instant("2026-11-24T00:00:00Z")));
    }

    [Fact]
    public void A_calendar_without_windows_or_with_an_unknown_zone_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Weekly("empty", "Etc/UTC", [], 9, 18));
        Assert.Throws<TimeZoneNotFoundException>(() => Weekly("nowhere", "Europe/Nowhere", [DayOfWeek.Monday], 9, 18));
    }

    [Fact]
    public void A_calendar_closed_for_more_than_a_year_is_a_bug_and_not_an_endless_count()
    {
        var first = new DateOnly(2026, 1, 1);
        var closed = Enumerable.Range(0, 800).ToDictionary(first.AddDays, _ => "closed");
        var calendar = Weekly("closed", "Etc/UTC", Enum.GetValues<DayOfWeek>(), 9, 18, closed);

        Assert.Throws<InvalidOperationException>(
            () => calendar.AddWorkingTime(Instant("2026-01-02T00:00:00Z"), TimeSpan.FromHours(1)));
    }
}
