using TakedownCases.Domain.Deadlines;
using static TakedownCases.Domain.Tests.Deadlines.Calendars;

namespace TakedownCases.Domain.Tests.Deadlines;

public sealed class ClockTraceTests
{
    [Fact]
    public void A_statutory_trace_says_how_long_from_what_and_under_which_law()
    {
        var trace = DeadlineCalculator.Compute(Instant("2026-11-20T10:00:00Z"), "receipt", Bases.Basis());

        Assert.Equal(
            "48 h, calendar (every hour counts); from the receipt at 2026-11-20T10:00:00Z; "
                + "under Invented Act s.1 (xx-invented, version 2026-01-01); due at 2026-11-22T10:00:00Z",
            trace.ToText());
    }

    [Fact]
    public void A_working_time_trace_names_each_stretch_each_closed_day_and_each_holiday()
    {
        var trace = DeadlineCalculator.Compute(
            Instant("2026-12-24T17:00:00+01:00"), "filing", ClockSpan.Working(TimeSpan.FromHours(2)), Office);

        Assert.Equal(
            "2 h of working time on the calendar office (Europe/Paris); from the filing at 2026-12-24T16:00:00Z; "
                + "1 h counted from 2026-12-24T16:00:00Z to 2026-12-24T17:00:00Z; 2026-12-25 is a holiday: Noël; "
                + "2026-12-26 is not a working day; 2026-12-27 is not a working day; "
                + "1 h counted from 2026-12-28T08:00:00Z to 2026-12-28T09:00:00Z; due at 2026-12-28T09:00:00Z",
            trace.ToText());
    }

    [Theory]
    [InlineData("2026-01-31T09:00:00+01:00", "P1M", "month.clamped")]
    [InlineData("2026-09-25T02:30:00+02:00", "P1M", "local.twice")]
    [InlineData("2026-03-01T02:30:00+01:00", "P28D", "local.skipped")]
    [InlineData("2026-02-28T02:30:00+01:00", "P1M", null)] // nothing to explain
    public void A_calendar_trace_says_where_the_calendar_was_bent(string start, string span, string? code)
    {
        string[] bends = ["month.clamped", "local.twice", "local.skipped"];

        var trace = DeadlineCalculator.Compute(
            Instant(start), "receipt", ClockSpan.Parse(span, ClockUnit.Calendar), timeZone: "Europe/Paris");

        Assert.Equal(code, trace.Lines.Select(line => line.Code).SingleOrDefault(bends.Contains));
    }

    [Fact]
    public void A_trace_says_when_the_calendar_does_not_know_the_holidays_any_more()
    {
        var calendar = Weekly("short", "Etc/UTC", [DayOfWeek.Monday], 9, 18, knownUntil: new DateOnly(2026, 11, 22));

        var trace = DeadlineCalculator.Compute(
            Instant("2026-11-20T10:00:00Z"), "filing", ClockSpan.Working(TimeSpan.FromHours(1)), calendar);

        Assert.Contains("holidays of the calendar short are known until 2026-11-22 only", trace.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_leaves_a_placeholder_unfilled()
    {
        var start = Instant("2026-03-01T02:30:00+01:00");
        ClockTrace[] traces =
        [
            DeadlineCalculator.Compute(start, "receipt", Bases.Basis()),
            DeadlineCalculator.Compute(start, "receipt", ClockSpan.Calendar(0, 28), timeZone: "Europe/Paris"),
            DeadlineCalculator.Compute(Instant("2026-09-25T02:30:00+02:00"), "receipt", ClockSpan.Calendar(1, 0), timeZone: "Europe/Paris"),
            DeadlineCalculator.Compute(Instant("2026-01-31T09:00:00Z"), "receipt", ClockSpan.Calendar(1, 0), timeZone: "Etc/UTC"),
            DeadlineCalculator.Compute(Instant("2026-12-24T09:00:00Z"), "receipt", ClockSpan.Business(2), Office),
            DeadlineCalculator.Compute(Instant("2026-12-26T09:00:00Z"), "receipt", ClockSpan.Business(2), Office),
            DeadlineCalculator.Compute(
                start,
                "receipt",
                ClockSpan.Working(TimeSpan.FromHours(40)),
                Weekly("office", "Etc/UTC", [DayOfWeek.Monday], 9, 18, new() { [new DateOnly(2026, 3, 9)] = "Fête" }, new DateOnly(2026, 3, 10)),
                pauses: [new Pause(start, start.AddDays(2)), new Pause(start.AddDays(10), null)],
                now: start.AddDays(12)),
            DeadlineCalculator.Compute(start, "receipt", Bases.Policy(), null, []),
            ClockTrace.Uncounted(start, start.AddDays(1), null, ""),
            ClockTrace.Uncounted(start, start.AddDays(1), "xx-gone", "2020-01-01"),
        ];

        var lines = traces.SelectMany(trace => trace.Lines).ToList();

        Assert.All(lines, line => Assert.DoesNotContain('{', line.ToText()));
        Assert.Equal(TraceLine.English.Keys.Order(), lines.Select(line => line.Code).Distinct().Order());
    }
}
