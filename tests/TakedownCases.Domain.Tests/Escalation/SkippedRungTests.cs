using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Escalation;

namespace TakedownCases.Domain.Tests.Escalation;

public sealed class SkippedRungTests
{
    private static readonly DateTimeOffset Late = Ladders.Due.AddDays(7);

    public static TheoryData<string, string[], ClimbFacts> Obstacles => new()
    {
        { SkipCode.NoConsent, ["remind", "second"], Ladders.Facts() with { Consents = new HashSet<ConsentAction> { ConsentAction.TellPolice } } },
        { SkipCode.NoMailChannel, ["remind"], Ladders.Facts() with { CanRemind = false } },
        { SkipCode.NoSecondChannel, ["second"], Ladders.Facts() with { HasSecondChannel = false } },
        {
            SkipCode.AlreadyDone,
            ["remind", "complaint"],
            Ladders.Facts() with { AlreadyDone = new Dictionary<RungAction, int> { [RungAction.RemindPlatform] = 1, [RungAction.DraftComplaint] = 1 } }
        },
    };

    [Theory]
    [MemberData(nameof(Obstacles))]
    public void A_rung_whose_need_is_absent_is_reported_as_skipped_and_the_others_are_climbed(
        string code, string[] skipped, ClimbFacts facts)
    {
        var due = EscalationPlanner.Due(Ladders.Removal, facts, Late);

        Assert.Equal(Ladders.Removal.Rungs.Select(rung => rung.Id), due.Ids());
        Assert.Equal(skipped, due.Where(one => one.IsSkipped).Ids());
        Assert.All(due.Where(one => one.IsSkipped), one => Assert.Equal(code, one.SkippedBecause));
    }

    [Fact]
    public void A_skipped_rung_counts_as_climbed_and_is_not_tried_again_when_the_obstacle_goes()
    {
        var stuck = Ladders.Facts() with { HasSecondChannel = false };
        var climbed = EscalationPlanner.Due(Ladders.Removal, stuck, Ladders.Due.AddHours(4)).Ids();

        var free = (stuck with { HasSecondChannel = true }).With(climbed);

        Assert.Equal(["supervisor", "complaint"], EscalationPlanner.Due(Ladders.Removal, free, Late).Ids());
    }

    [Fact]
    public void A_referral_that_was_made_is_not_asked_for_again()
    {
        var ladder = Ladders.Of(Ladders.Rung("refer", RungAction.ReferToHotline, "0%"));

        var before = EscalationPlanner.Due(ladder, Ladders.Facts(), Ladders.Start).Single();
        var after = EscalationPlanner.Due(ladder, Ladders.Facts() with { HasHotlineReferral = true }, Ladders.Start).Single();

        Assert.Null(before.SkippedBecause);
        Assert.Equal(SkipCode.AlreadyReferred, after.SkippedBecause);
    }

    [Fact]
    public void A_platform_that_said_no_is_not_reminded_and_what_a_person_looks_at_need_not_wait()
    {
        var refused = Ladders.Facts("half", "three-quarters") with { RefusedAt = Ladders.Due.AddHours(-2) };

        var due = EscalationPlanner.Due(Ladders.Removal, refused, Ladders.Due.AddHours(-1));
        var later = EscalationPlanner.Due(Ladders.Removal, refused.With(due.Ids()), Late);

        Assert.Equal(["remind", "second", "complaint"], due.Ids());
        Assert.All(due, one => Assert.Equal(Ladders.Due.AddHours(-2), one.At));
        Assert.Equal([SkipCode.Answered, null, null], due.Select(one => one.SkippedBecause));
        Assert.Equal(["due", "supervisor"], later.Ids());
    }

    [Fact]
    public void A_platform_that_was_asked_elsewhere_after_its_no_is_still_not_reminded()
    {
        var refused = Ladders.Facts("half", "three-quarters") with { RefusedAt = Ladders.Due.AddHours(-2) };
        var climbed = EscalationPlanner.Due(Ladders.Removal, refused, Ladders.Due.AddHours(-1)).Ids();

        var asked = (refused with { RefusedAt = null }).With(climbed);

        Assert.Equal(["due", "supervisor"], EscalationPlanner.Due(Ladders.Removal, asked, Late).Ids());
    }

    [Fact]
    public void A_platform_that_asks_for_an_identity_is_not_reminded_and_opens_nothing_early()
    {
        var asks = Ladders.Facts("half", "three-quarters") with { HasSaidNo = true };

        Assert.Empty(EscalationPlanner.Due(Ladders.Removal, asks, Ladders.Due.AddHours(-1)));
        Assert.Equal(SkipCode.Answered, EscalationPlanner.Due(Ladders.Removal, asks, Late).Single(one => one.Rung.Id == "remind").SkippedBecause);
    }

    [Fact]
    public void A_platform_does_not_get_two_reminders_in_one_run_after_a_downtime()
    {
        var ladder = Ladders.Of(
            Ladders.Rung("remind", RungAction.RemindPlatform, "PT0S"),
            Ladders.Rung("remind-again", RungAction.RemindPlatform, "PT48H"));

        var atOnce = EscalationPlanner.Due(ladder, Ladders.Facts(), Late);
        var inTime = EscalationPlanner.Due(ladder, Ladders.Facts("remind"), Late);

        Assert.Equal([null, SkipCode.AlreadyDone], atOnce.Select(one => one.SkippedBecause));
        Assert.Equal([null], inTime.Select(one => one.SkippedBecause));
    }

    [Fact]
    public void A_skipped_reminder_does_not_count_as_one_that_was_sent()
    {
        var ladder = Ladders.Of(
            Ladders.Rung("remind", RungAction.RemindPlatform, "PT0S"),
            Ladders.Rung("remind-again", RungAction.RemindPlatform, "PT48H"));

        var due = EscalationPlanner.Due(ladder, Ladders.Facts() with { CanRemind = false }, Late);

        Assert.All(due, one => Assert.Equal(SkipCode.NoMailChannel, one.SkippedBecause));
    }

    [Fact]
    public void Telling_people_is_never_skipped_whatever_is_absent()
    {
        var nothing = Ladders.Facts() with
        {
            Consents = new HashSet<ConsentAction>(),
            CanRemind = false,
            HasSecondChannel = false,
            HasHotlineReferral = true,
            AlreadyDone = Enum.GetValues<RungAction>().ToDictionary(action => action, _ => 1),
        };

        var due = EscalationPlanner.Due(Ladders.Removal, nothing, Late);

        Assert.Equal(["half", "three-quarters", "due", "supervisor"], due.Where(one => !one.IsSkipped).Ids());
        Assert.All(due.Where(one => one.IsSkipped), one => Assert.Contains(one.SkippedBecause!, SkipCode.All));
    }
}
