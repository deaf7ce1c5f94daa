using TakedownCases.Domain.Deadlines;
using static TakedownCases.Domain.Tests.Deadlines.Calendars;

namespace TakedownCases.Domain.Tests.Deadlines;

public sealed class DeadlineCalculatorTests
{
    [Theory]
    [InlineData("2026-11-20T10:00:00Z", 48, "2026-11-22T10:00:00Z")] // Friday to Sunday: weekends do not stop elapsed hours
    [InlineData("2026-12-24T20:00:00Z", 48, "2026-12-26T20:00:00Z")] // over a bank holiday
    [InlineData("2026-03-28T10:00:00+01:00", 24, "2026-03-29T11:00:00+02:00")] // spring in Paris: the wall clock is an hour on
    [InlineData("2026-10-24T10:00:00+02:00", 24, "2026-10-25T09:00:00+01:00")] // autumn in Paris: the wall clock is an hour back
    [InlineData("2028-02-28T12:00:00Z", 48, "2028-03-01T12:00:00Z")] // over a leap day
    [InlineData("2026-12-31T23:00:00Z", 2, "2027-01-01T01:00:00Z")] // over the end of the year
    [InlineData("2026-11-22T05:00:00+14:00", 24, "2026-11-22T15:00:00Z")] // Kiritimati, a day ahead
    [InlineData("2026-11-22T05:00:00-11:00", 24, "2026-11-23T16:00:00Z")] // Pago Pago, a day behind
    public void Elapsed_hours_count_every_hour(string start, int hours, string due)
    {
        var trace = DeadlineCalculator.Compute(Instant(start), "sending", ClockSpan.Elapsed(TimeSpan.FromHours(hours)));

        Assert.Equal(Instant(due), trace.Due);
    }

    [Theory]
    [InlineData("P1M", "2026-11-15T14:00:00+01:00", "Europe/Paris", "2026-12-15T14:00:00+01:00")] // same day, same wall clock
    [InlineData("P1M", "2026-01-31T09:00:00+01:00", "Europe/Paris", "2026-03-01T00:00:00+01:00")] // no 31st: the last day counts to its end
    [InlineData("P1M", "2026-01-30T20:00:00+01:00", "Europe/Paris", "2026-03-01T00:00:00+01:00")] // written before it, due no later
    [InlineData("P1M", "2028-01-31T09:00:00+01:00", "Europe/Paris", "2028-03-01T00:00:00+01:00")] // month end in a leap year
    [InlineData("P1M", "2026-02-28T09:00:00+01:00", "Europe/Paris", "2026-03-28T09:00:00+01:00")] // the end of a short month is not the end of the next
    [InlineData("P6M", "2026-08-31T12:00:00+02:00", "Europe/Brussels", "2027-03-01T00:00:00+01:00")] // month end, and summer to winter time
    [InlineData("P1Y", "2028-02-29T12:00:00-05:00", "America/New_York", "2029-03-01T00:00:00-05:00")] // leap day, a year later
    [InlineData("P1Y", "2026-12-31T23:30:00-05:00", "America/New_York", "2027-12-31T23:30:00-05:00")] // year end: in UTC it is next year already
    [InlineData("P3M39D", "2027-03-31T06:25:33+02:00", "Europe/Paris", "2027-08-09T00:00:00+02:00")] // days go on from the end of 30 June
    [InlineData("P90D", "2026-01-15T12:00:00+01:00", "Europe/Brussels", "2026-04-15T12:00:00+02:00")] // days over a change keep the wall clock
    [InlineData("P1D", "2026-03-28T02:30:00+01:00", "Europe/Paris", "2026-03-29T03:00:00+02:00")] // into the gap: the first instant after it
    [InlineData("P1D", "2026-10-24T02:30:00+02:00", "Europe/Paris", "2026-10-25T02:30:00+01:00")] // into the hour that happens twice: the second
    [InlineData("P1M", "2026-09-04T02:15:00+10:30", "Australia/Lord_Howe", "2026-10-04T02:30:00+11:00")] // a gap of half an hour
    [InlineData("P1D", "2011-12-29T12:00:00-10:00", "Pacific/Apia", "2011-12-31T00:00:00+14:00")] // Samoa skipped a whole day
    [InlineData("P1M", "2026-10-31T23:00:00Z", "Pacific/Kiritimati", "2026-11-30T23:00:00Z")] // local date is 1 November: no clamping
    [InlineData("P1M", "2026-11-01T05:00:00Z", "Pacific/Pago_Pago", "2026-12-01T11:00:00Z")] // local date is 31 October: to the end of 30 November
    public void Months_and_days_are_counted_on_the_local_calendar(string span, string start, string zone, string due)
    {
        var trace = DeadlineCalculator.Compute(
            Instant(start), "acknowledgement", ClockSpan.Parse(span, ClockUnit.Calendar), timeZone: zone);

        Assert.Equal(Instant(due), trace.Due);
    }

    [Theory]
    [InlineData(1, "2026-11-20T10:00:00+01:00", "2026-11-23T10:00:00+01:00")] // Friday to Monday
    [InlineData(1, "2026-11-21T10:00:00+01:00", "2026-11-24T00:00:00+01:00")] // from a Saturday: Monday counts to its end
    [InlineData(1, "2026-12-24T10:00:00+01:00", "2026-12-28T10:00:00+01:00")] // over a holiday and a weekend
    [InlineData(5, "2026-12-28T10:00:00+01:00", "2027-01-05T10:00:00+01:00")] // year end with its holiday
    [InlineData(10, "2026-10-16T10:00:00+02:00", "2026-10-30T10:00:00+01:00")] // over the change to winter time, same wall clock
    public void Business_days_leave_out_weekends_and_holidays(int days, string start, string due)
    {
        var trace = DeadlineCalculator.Compute(Instant(start), "acknowledgement", ClockSpan.Business(days), Office);

        Assert.Equal(Instant(due), trace.Due);
    }

    [Fact]
    public void Working_time_stands_still_while_paused()
    {
        // Thursday 16:00: two hours that day, then paused over Friday morning, then the rest.
        Pause[] pauses = [new(Instant("2026-11-19T18:00:00+01:00"), Instant("2026-11-20T12:00:00+01:00"))];

        var trace = DeadlineCalculator.Compute(
            Instant("2026-11-19T16:00:00+01:00"), "filing", ClockSpan.Working(TimeSpan.FromHours(4)), Office, pauses: pauses);

        Assert.Equal(Instant("2026-11-20T14:00:00+01:00"), trace.Due);
        Assert.Contains(trace.Lines, line => line.Code == "pause.closed");
        Assert.False(trace.IsPaused);
    }

    [Theory]
    [InlineData("2026-11-20T10:00:00Z", "2026-11-20T13:00:00Z", "2026-11-20T15:00:00Z")] // inside: three hours later
    [InlineData("2026-11-20T08:00:00Z", "2026-11-20T10:00:00Z", "2026-11-20T13:00:00Z")] // began before the start: an hour of it counts
    [InlineData("2026-11-20T07:00:00Z", "2026-11-20T08:00:00Z", "2026-11-20T12:00:00Z")] // over before the start
    [InlineData("2026-11-20T12:00:00Z", "2026-11-20T20:00:00Z", "2026-11-20T12:00:00Z")] // begins as the time runs out: too late
    [InlineData("2026-11-20T15:00:00Z", "2026-11-20T20:00:00Z", "2026-11-20T12:00:00Z")] // begins after it ran out
    public void A_pause_counts_only_where_it_overlaps_the_clock(string from, string to, string due)
    {
        var trace = DeadlineCalculator.Compute(
            Instant("2026-11-20T09:00:00Z"),
            "filing",
            ClockSpan.Elapsed(TimeSpan.FromHours(3)),
            pauses: [new Pause(Instant(from), Instant(to))]);

        Assert.Equal(Instant(due), trace.Due);
    }

    [Fact]
    public void Pauses_that_overlap_count_once()
    {
        Pause[] pauses =
        [
            new(Instant("2026-11-20T11:00:00Z"), Instant("2026-11-20T13:00:00Z")),
            new(Instant("2026-11-20T10:00:00Z"), Instant("2026-11-20T12:00:00Z")),
        ];

        var trace = DeadlineCalculator.Compute(
            Instant("2026-11-20T09:00:00Z"), "filing", ClockSpan.Elapsed(TimeSpan.FromHours(3)), pauses: pauses);

        Assert.Equal(Instant("2026-11-20T15:00:00Z"), trace.Due);
    }

    [Fact]
    public void An_open_pause_moves_the_due_instant_along_with_now_and_says_so()
    {
        var start = Instant("2026-11-20T09:00:00Z");
        Pause[] pauses = [new(start.AddHours(1), To: null)];

        var trace = DeadlineCalculator.Compute(
            start, "filing", ClockSpan.Elapsed(TimeSpan.FromHours(3)), pauses: pauses, now: start.AddHours(10));

        Assert.Equal(start.AddHours(12), trace.Due);
        Assert.True(trace.IsPaused);
    }

    [Fact]
    public void An_open_pause_without_now_and_a_pause_that_ends_before_it_begins_are_bugs()
    {
        var start = Instant("2026-11-20T09:00:00Z");
        var span = ClockSpan.Elapsed(TimeSpan.FromHours(3));

        Assert.Throws<ArgumentException>(() => DeadlineCalculator.Compute(start, "filing", span, pauses: [new Pause(start, null)]));
        Assert.Throws<ArgumentException>(
            () => DeadlineCalculator.Compute(start, "filing", span, pauses: [new Pause(start, start.AddHours(-1))]));
    }

    [Fact]
    public void Months_and_business_days_never_pause()
    {
        var start = Instant("2026-11-20T09:00:00Z");
        Pause[] pauses = [new(start, start.AddHours(1))];

        Assert.Throws<ArgumentException>(
            () => DeadlineCalculator.Compute(start, "filing", ClockSpan.Calendar(1, 0), timeZone: "Etc/UTC", pauses: pauses));
        Assert.Throws<ArgumentException>(
            () => DeadlineCalculator.Compute(start, "filing", ClockSpan.Business(1), Office, pauses: pauses));
    }

    [Fact]
    public void A_policy_that_does_not_pause_ignores_pauses()
    {
        var start = Instant("2026-11-20T09:00:00Z");
        Pause[] pauses = [new(start, start.AddHours(5))];
        var policy = new SlaPolicy
        {
            Id = "p",
            Version = "1",
            Clock = ClockKind.NextAction,
            TrackCode = "adult",
            SeverityCode = "urgent",
            Span = ClockSpan.Elapsed(TimeSpan.FromHours(2)),
            WarnPercents = [75],
            PausesWhileWaiting = false,
        };

        Assert.Equal(start.AddHours(2), DeadlineCalculator.Compute(start, "filing", policy, null, pauses).Due);
        Assert.Equal(
            start.AddHours(7), DeadlineCalculator.Compute(start, "filing", policy with { PausesWhileWaiting = true }, null, pauses).Due);
    }

    [Fact]
    public void A_policy_in_working_time_refuses_another_calendar()
    {
        var policy = new SlaPolicy
        {
            Id = "p",
            Version = "1",
            Clock = ClockKind.FirstReview,
            TrackCode = "adult",
            SeverityCode = "urgent",
            Span = ClockSpan.Working(TimeSpan.FromHours(2)),
            WarnPercents = [75],
            PausesWhileWaiting = false,
            CalendarId = "office",
        };

        Assert.Throws<ArgumentException>(
            () => DeadlineCalculator.Compute(Instant("2026-11-20T09:00:00Z"), "filing", policy, Always, []));
    }

    [Theory]
    [InlineData("2026-11-20T09:00:00+01:00", 8, 75, "2026-11-20T15:00:00+01:00")] // within one day
    [InlineData("2026-11-20T14:00:00+01:00", 8, 75, "2026-11-23T11:00:00+01:00")] // six working hours, over a weekend
    [InlineData("2026-11-20T14:00:00+01:00", 8, 50, "2026-11-20T18:00:00+01:00")] // exactly at closing time, not on Monday
    [InlineData("2026-11-20T14:00:00+01:00", 8, 0, "2026-11-20T14:00:00+01:00")] // at once
    [InlineData("2026-11-20T14:00:00+01:00", 8, 100, "2026-11-23T13:00:00+01:00")] // when due
    public void A_warning_on_a_working_time_clock_is_measured_in_working_time(string start, int hours, int percent, string warn)
    {
        var trace = DeadlineCalculator.Compute(
            Instant(start), "filing", ClockSpan.Working(TimeSpan.FromHours(hours)), Office);

        Assert.Equal(Instant(warn), DeadlineCalculator.WarnAt(trace.Start, trace.Due, percent, Office));
    }

    [Fact]
    public void A_warning_leaves_pauses_out()
    {
        var start = Instant("2026-11-20T09:00:00Z");
        Pause[] pauses = [new(start.AddHours(1), start.AddHours(5))];
        var due = DeadlineCalculator.Compute(start, "filing", ClockSpan.Elapsed(TimeSpan.FromHours(4)), pauses: pauses).Due;

        Assert.Equal(start.AddHours(7), DeadlineCalculator.WarnAt(start, due, 75, calendar: null, pauses));
    }

    [Fact]
    public void Instants_come_back_in_utc_cut_to_microseconds()
    {
        var start = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(1)).AddTicks(12_345_678);

        var trace = DeadlineCalculator.Compute(start, "filing", ClockSpan.Elapsed(TimeSpan.FromHours(1)));

        Assert.Equal((Instants.Cut(start), TimeSpan.Zero), (trace.Start, trace.Start.Offset));
        Assert.Equal((Instants.Cut(start).AddHours(1), TimeSpan.Zero), (trace.Due, trace.Due.Offset));
    }
}
