using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Escalation;

namespace TakedownCases.Domain.Tests.Escalation;

public sealed class RepeatedRungTests
{
    private static readonly Ladder Again = Ladders.Of(
        Ladders.Rung("remind", RungAction.RemindPlatform, "PT0S") with { Repeat = new RungRepeat(TimeSpan.FromHours(72), 3) },
        Ladders.Rung("late", RungAction.TellSupervisor, "PT24H") with { Repeat = new RungRepeat(TimeSpan.FromHours(24), 2) });

    [Fact]
    public void A_rung_comes_again_after_its_interval_until_its_maximum()
    {
        var due = EscalationPlanner.Due(Again, Ladders.Facts(), Ladders.Due.AddDays(30));

        Assert.Equal(["remind", "late", "late#2", "remind#2", "remind#3"], due.Ids());
        Assert.Equal([0, 24, 48, 72, 144], due.Select(one => (one.At - Ladders.Due).TotalHours));
    }

    [Fact]
    public void An_open_case_that_climbed_a_rung_before_it_repeated_climbs_only_the_repetitions()
    {
        var facts = Ladders.Facts("remind", "late");

        Assert.Equal(["late#2", "remind#2"], EscalationPlanner.Due(Again, facts, Ladders.Due.AddHours(80)).Ids());
        Assert.Equal(Ladders.Due.AddHours(48), EscalationPlanner.NextAt(Again, facts));
    }

    [Fact]
    public void After_a_downtime_a_platform_gets_one_reminder_and_the_others_are_passed_over()
    {
        var due = EscalationPlanner.Due(Again, Ladders.Facts(), Ladders.Due.AddDays(30)).Where(one => one.Rung.Id == "remind");

        Assert.Equal([null, SkipCode.AlreadyDone, SkipCode.AlreadyDone], due.Select(one => one.SkippedBecause));
    }

    [Fact]
    public void A_reminder_that_went_late_is_not_followed_by_the_next_one_right_after()
    {
        var sent = Ladders.Due.AddHours(71);
        var facts = Ladders.Facts("remind") with
        {
            LastDone = new Dictionary<RungAction, DateTimeOffset> { [RungAction.RemindPlatform] = sent },
        };

        Assert.Equal(SkipCode.AlreadyDone, Second(facts, Ladders.Due.AddHours(72)));
        Assert.Null(Second(facts, sent.AddHours(36)));
    }

    [Fact]
    public void Another_clock_of_the_notice_that_reminded_once_leaves_the_second_reminder_to_this_one()
    {
        var once = Ladders.Facts("remind") with { AlreadyDone = new Dictionary<RungAction, int> { [RungAction.RemindPlatform] = 1 } };
        var twice = once with { AlreadyDone = new Dictionary<RungAction, int> { [RungAction.RemindPlatform] = 2 } };

        Assert.Null(Second(once, Ladders.Due.AddHours(72)));
        Assert.Equal(SkipCode.AlreadyDone, Second(twice, Ladders.Due.AddHours(72)));
    }

    [Fact]
    public void A_rung_that_does_not_apply_is_neither_climbed_nor_skipped_and_is_climbed_when_it_applies()
    {
        var ladder = Ladders.Of(
            Ladders.Rung("cdn", RungAction.AskCdn, "PT24H"),
            Ladders.Rung("index", RungAction.DeIndex, "PT48H"));
        var late = Ladders.Due.AddDays(30);
        var listed = Ladders.Facts() with { Holding = new HashSet<RungCondition> { RungCondition.WebAddress, RungCondition.InSearch } };

        Assert.Equal(["index"], EscalationPlanner.Due(ladder, listed, late).Ids());
        Assert.Null(EscalationPlanner.NextAt(ladder, listed.With(["index"])));
        Assert.Equal(["cdn"], EscalationPlanner.Due(ladder, Ladders.Facts("index"), late).Ids());
    }

    [Fact]
    public void During_a_hold_people_are_told_and_what_is_for_the_outside_comes_when_it_ends()
    {
        var end = Ladders.Due.AddHours(30);
        var held = Ladders.Facts("half", "three-quarters") with { HeldUntil = end };

        var during = EscalationPlanner.Due(Ladders.Removal, held, end.AddMinutes(-1));
        var rest = held.With(during.Ids());

        Assert.Equal(["due", "supervisor"], during.Ids());
        Assert.Equal(end, EscalationPlanner.NextAt(Ladders.Removal, rest));
        Assert.Equal(["remind", "second", "complaint"], EscalationPlanner.Due(Ladders.Removal, rest, end).Ids());
        Assert.Equal(
            [0, 4, 24],
            EscalationPlanner.Due(Ladders.Removal, rest with { HeldUntil = null }, end).Select(one => (one.At - Ladders.Due).TotalHours));
    }

    private static string? Second(ClimbFacts facts, DateTimeOffset now)
        => EscalationPlanner.Due(Again, facts, now).Single(one => one.Key == "remind#2").SkippedBecause;
}
