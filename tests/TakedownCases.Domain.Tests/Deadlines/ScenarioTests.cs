using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Tests.Cases;

namespace TakedownCases.Domain.Tests.Deadlines;

/// <summary>The table of dated scenarios through the rules alone; Data.Tests runs it through the shipped data and both databases.</summary>
public sealed class ScenarioTests
{
    private static readonly DayOfWeek[] Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    private static readonly WorkingCalendar Federal = Calendars.Weekly(
        "us-federal", "America/New_York", Weekdays, 9, 18,
        Days("2026-07-03", "2026-09-07", "2026-10-12", "2026-11-11", "2026-11-26", "2026-12-25", "2027-01-01"));

    private static readonly WorkingCalendar Office = Calendars.Weekly(
        "office", "Europe/Paris", Weekdays, 9, 18, Days("2026-08-15", "2026-11-11", "2026-12-25", "2027-01-01"));

    /// <summary>Length of each promise by clock, track and severity, as docs/domain.md gives it.</summary>
    private static readonly Dictionary<string, ClockSpan> Promises = new(StringComparer.Ordinal)
    {
        ["first-review adult standard"] = ClockSpan.Working(TimeSpan.FromHours(8)),
        ["first-review minor standard"] = ClockSpan.Working(TimeSpan.FromHours(4)),
        ["first-review adult imminent"] = ClockSpan.Elapsed(TimeSpan.FromHours(1)),
        ["first-review minor urgent"] = ClockSpan.Elapsed(TimeSpan.FromHours(2)),
        ["notice-out adult standard"] = ClockSpan.Working(TimeSpan.FromHours(24)),
        ["notice-out minor urgent"] = ClockSpan.Working(TimeSpan.FromHours(4)),
        ["keep-informed adult standard"] = ClockSpan.Elapsed(TimeSpan.FromHours(72)),
        ["keep-informed minor imminent"] = ClockSpan.Elapsed(TimeSpan.FromHours(12)),
        ["acknowledgement adult standard"] = ClockSpan.Elapsed(TimeSpan.FromHours(24)),
        ["next-action adult urgent"] = ClockSpan.Working(TimeSpan.FromHours(8)),
        ["preservation adult standard"] = ClockSpan.Calendar(0, 80),
        ["retention adult standard"] = ClockSpan.Calendar(36, 0),
        ["retention minor standard"] = ClockSpan.Calendar(360, 0),
    };

    public static TheoryData<string> Names => [.. Scenarios.All.Select(scenario => scenario.Name)];

    [Fact]
    public void There_are_sixty_and_more_each_with_a_name_of_its_own()
    {
        Assert.True(Scenarios.All.Count >= 60);
        Assert.Distinct(Scenarios.All.Select(scenario => scenario.Name));
        Assert.All(ScenarioLaws.All.Keys, law => Assert.Contains(Scenarios.All, scenario => scenario.Rule == law));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_due_at_the_instant_that_was_worked_out_by_hand(string name)
    {
        var scenario = Scenarios.All.Single(one => one.Name == name);
        var due = scenario.Law is { } law ? Due(scenario, law) : Promise(scenario);
        Assert.Equal(scenario.DueAt, due);
    }

    [Fact]
    public void The_longer_end_of_a_range_is_counted_too()
    {
        // Monday 23 November 2026, 10:00 EST: the tenth business day is 8 December, then 9, 10, 11 and Monday 14 December.
        var (least, most) = Book("us-dmca-counter-notice").RangeOf(Started("US counter-notice over Thanksgiving"))!.Value;
        Assert.Equal(new DateTimeOffset(2026, 12, 8, 15, 0, 0, TimeSpan.Zero), least);
        Assert.Equal(new DateTimeOffset(2026, 12, 14, 15, 0, 0, TimeSpan.Zero), most);
    }

    private static CaseClock Started(string name)
    {
        var scenario = Scenarios.All.Single(one => one.Name == name);
        var takedownCase = CaseSamples.Loaded(CaseSamples.Facts(scenario.Track));
        takedownCase.StartClocks([.. Book(scenario.Rule).Legal(scenario.Law!.Trigger, takedownCase, scenario.StartedAt, "sending")], CaseSamples.Now);
        return takedownCase.Clocks[^1];
    }

    private static DateTimeOffset? Due(Scenario scenario, ScenarioLaw law)
    {
        var takedownCase = CaseSamples.Loaded(CaseSamples.Facts(scenario.Track));
        var start = Book(scenario.Rule).Legal(law.Trigger, takedownCase, scenario.StartedAt, "sending").SingleOrDefault();
        Assert.True(start is null || start.Kind == law.Clock);
        return start?.DueAt;
    }

    private static CaseClockBook Book(string rule)
    {
        var law = ScenarioLaws.All[rule];
        var basis = Bases.Basis(zone: law.Zone) with
        {
            Id = rule,
            Track = law.Track,
            Trigger = law.Trigger,
            Kind = law.Kind,
            Clock = law.Clock == ClockKind.Authority ? ClockKind.Removal : law.Clock,
            Duration = law.Duration is { } text ? BasisDuration.Parse(text, law.Unit) : null,
            InForceFrom = law.InForceFrom is { } from ? DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture) : null,
            Confidence = law.IsSure ? BasisConfidence.High : BasisConfidence.Medium,
            BusinessCalendarId = law.Calendar,
            Citation = law.Citation,
        };
        var calendars = new Dictionary<string, WorkingCalendar>(StringComparer.Ordinal) { [Federal.Id] = Federal };
        return new CaseClockBook(new SlaPolicyBook([]), calendars, new LegalBasisCatalogue([basis]), (_, _, _, _, _) => null);
    }

    private static DateTimeOffset Promise(Scenario scenario)
    {
        var span = Promises[$"{scenario.Rule} {Codes.Of(scenario.Track)} {Codes.Of(scenario.Severity)}"];
        var policy = Bases.Policy() with
        {
            Span = span,
            PausesWhileWaiting = scenario.Rule == "notice-out",
            CalendarId = span.Unit == ClockUnit.Elapsed ? null : Office.Id,
        };
        return DeadlineCalculator.Compute(
            scenario.StartedAt, "filing", policy, span.Unit == ClockUnit.Elapsed ? null : Office, scenario.Pauses).Due;
    }

    private static Dictionary<DateOnly, string> Days(params string[] days)
        => days.ToDictionary(day => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), _ => "holiday");
}
