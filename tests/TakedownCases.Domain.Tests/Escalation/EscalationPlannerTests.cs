using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Escalation;
using TakedownCases.Domain.Tests.Deadlines;

namespace TakedownCases.Domain.Tests.Escalation;

public sealed class EscalationPlannerTests
{
    private static readonly Ladder Removal = Ladders.Removal;

    [Fact]
    public void Nothing_is_due_before_the_first_rung_and_the_first_rung_on_the_microsecond()
    {
        var first = Ladders.Start.AddHours(24);

        Assert.Empty(EscalationPlanner.Due(Removal, Ladders.Facts(), first.AddMicroseconds(-1)));
        Assert.Equal(["half"], EscalationPlanner.Due(Removal, Ladders.Facts(), first).Ids());
        Assert.Equal(first, EscalationPlanner.NextAt(Removal, Ladders.Facts()));
    }

    [Fact]
    public void After_a_week_of_downtime_all_rungs_come_at_once_in_order_with_the_times_they_had()
    {
        var due = EscalationPlanner.Due(Removal, Ladders.Facts(), Ladders.Due.AddDays(7));

        Assert.Equal(["half", "three-quarters", "due", "remind", "second", "supervisor", "complaint"], due.Ids());
        Assert.Equal([-24, -12, 0, 0, 4, 24, 24], due.Select(one => (one.At - Ladders.Due).TotalHours));
        Assert.All(due, one => Assert.False(one.IsSkipped));
    }

    [Fact]
    public void What_was_climbed_is_not_climbed_again_and_the_rest_still_is()
    {
        var facts = Ladders.Facts("half", "due");

        Assert.Equal(["three-quarters", "remind"], EscalationPlanner.Due(Removal, facts, Ladders.Due).Ids());
        Assert.Equal(Ladders.Start.AddHours(36), EscalationPlanner.NextAt(Removal, facts));
        Assert.Null(EscalationPlanner.NextAt(Removal, facts.With(Removal.Rungs.Select(rung => rung.Id))));
    }

    [Fact]
    public void Two_rungs_at_one_instant_follow_their_place_in_the_ladder()
    {
        var ladder = Ladders.Of(
            Ladders.Rung("z", RungAction.TellSupervisor, "PT0S"),
            Ladders.Rung("y", RungAction.WarnAssignee, "-PT24H"),
            Ladders.Rung("x", RungAction.TellAssignee, "PT0S"),
            Ladders.Rung("w", RungAction.WarnAssignee, "50%"));

        Assert.Equal(["y", "w", "z", "x"], EscalationPlanner.Due(ladder, Ladders.Facts(), Ladders.Due).Ids());
    }

    [Fact]
    public void A_clock_that_was_met_or_stopped_climbs_nothing_even_what_was_due_before_it_ended()
    {
        var facts = Ladders.Facts();
        facts = facts with { Clock = facts.Clock with { EndedAt = Ladders.Due.AddHours(1) } };

        Assert.Empty(EscalationPlanner.Due(Removal, facts, Ladders.Due.AddDays(7)));
        Assert.Null(EscalationPlanner.NextAt(Removal, facts));
    }

    [Fact]
    public void A_rung_for_other_clocks_or_severities_is_not_climbed()
    {
        var ladder = Ladders.Of(
            Ladders.Rung("imminent", RungAction.TellSupervisor, "PT0S", Severity.Imminent),
            Ladders.Rung("calm", RungAction.TellSupervisor, "PT24H", Severity.Standard, Severity.Urgent),
            Ladders.Rung("review", RungAction.TellAssignee, "PT0S") with { Clocks = [ClockKind.FirstReview] });
        var late = Ladders.Due.AddDays(2);
        var imminent = Ladders.Facts() with { Severity = Severity.Imminent };

        Assert.Equal(["calm"], EscalationPlanner.Due(ladder, Ladders.Facts(), late).Ids());
        Assert.Equal(["imminent"], EscalationPlanner.Due(ladder, imminent, late).Ids());
        Assert.Equal(Ladders.Due, EscalationPlanner.NextAt(ladder, imminent));
    }

    [Fact]
    public void A_case_that_becomes_imminent_climbs_the_earlier_rung_though_its_time_has_passed()
    {
        var ladder = Ladders.Of(
            Ladders.Rung("soon", RungAction.TellSupervisor, "PT1H", Severity.Imminent),
            Ladders.Rung("later", RungAction.TellSupervisor, "PT24H", Severity.Standard));
        var now = Ladders.Due.AddHours(5);

        Assert.Empty(EscalationPlanner.Due(ladder, Ladders.Facts(), now));
        Assert.Equal(["soon"], EscalationPlanner.Due(ladder, Ladders.Facts() with { Severity = Severity.Imminent }, now).Ids());
    }

    [Fact]
    public void Percentages_of_a_working_clock_are_of_the_working_time()
    {
        // Friday 16:00 in Paris, four working hours: two on Friday, two on Monday.
        var start = Calendars.Instant("2026-06-05T14:00:00Z");
        var due = Calendars.Instant("2026-06-08T09:00:00Z");
        var facts = Ladders.Facts();
        var clock = facts.Clock with { StartedAt = start, DueAt = due };

        Assert.Equal(
            Calendars.Instant("2026-06-05T16:00:00Z"),
            EscalationPlanner.TimeOf(Ladders.Rung("half", RungAction.WarnAssignee, "50%"), clock with { Calendar = Calendars.Office }));
        Assert.Equal(
            Calendars.Instant("2026-06-08T08:00:00Z"),
            EscalationPlanner.TimeOf(Ladders.Rung("half", RungAction.WarnAssignee, "75%"), clock with { Calendar = Calendars.Office }));
        Assert.Equal(
            Calendars.Instant("2026-06-06T23:30:00Z"),
            EscalationPlanner.TimeOf(Ladders.Rung("half", RungAction.WarnAssignee, "50%"), clock));
    }

    [Fact]
    public void A_rung_before_the_deadline_of_a_short_clock_is_due_when_the_clock_starts()
        => Assert.Equal(
            Ladders.Start,
            EscalationPlanner.TimeOf(Ladders.Rung("early", RungAction.WarnAssignee, "-PT72H"), Ladders.Facts().Clock));

    [Fact]
    public void The_ladder_of_another_track_is_refused()
        => Assert.Throws<ArgumentException>(
            () => EscalationPlanner.Due(Removal, Ladders.Facts() with { Track = Track.Minor }, Ladders.Due));
}
