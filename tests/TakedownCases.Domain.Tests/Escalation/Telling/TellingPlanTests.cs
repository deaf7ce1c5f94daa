using FsCheck;
using FsCheck.Fluent;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Escalation;
using TakedownCases.Domain.Escalation.Telling;
using TakedownCases.Domain.Tests.Deadlines;

namespace TakedownCases.Domain.Tests.Escalation.Telling;

public sealed class TellingPlanTests
{
    private static readonly TellingPlan Paris = Plan("Europe/Paris", "20:00", "07:00");

    // A Wednesday in summer, 14:00 in Paris.
    private static readonly DateTimeOffset Noon = Calendars.Instant("2026-06-10T12:00:00Z");

    // The same day, 23:00 in Paris.
    private static readonly DateTimeOffset Night = Calendars.Instant("2026-06-10T21:00:00Z");

    private static readonly DateTimeOffset Morning = Calendars.Instant("2026-06-11T05:00:00Z");

    private static readonly DateTimeOffset Breakfast = Calendars.Instant("2026-06-11T06:00:00Z");

    [Theory]
    [InlineData("Europe/Paris", "20:00", "07:00", "2026-06-10T17:59:59Z", null)]
    [InlineData("Europe/Paris", "20:00", "07:00", "2026-06-10T18:00:00Z", "2026-06-11T05:00:00Z")]
    [InlineData("Europe/Paris", "20:00", "07:00", "2026-06-11T04:59:59Z", "2026-06-11T05:00:00Z")]
    [InlineData("Europe/Paris", "20:00", "07:00", "2026-06-11T05:00:00Z", null)]
    [InlineData("Europe/Paris", "12:00", "14:00", "2026-06-10T11:00:00Z", "2026-06-10T12:00:00Z")] // within one day
    [InlineData("Europe/Paris", "20:00", "07:00", "2026-03-28T20:00:00Z", "2026-03-29T05:00:00Z")] // the short night
    [InlineData("Europe/Paris", "20:00", "07:00", "2026-10-24T20:00:00Z", "2026-10-25T06:00:00Z")] // the long night
    [InlineData("Europe/Paris", "22:00", "02:30", "2026-03-28T23:00:00Z", "2026-03-29T01:00:00Z")] // 02:30 is skipped
    [InlineData("Europe/Paris", "22:00", "02:30", "2026-10-25T00:45:00Z", "2026-10-25T01:30:00Z")] // 02:30 happens twice
    [InlineData("Europe/Paris", "02:30", "06:00", "2026-03-29T00:59:59Z", null)] // begins in the hour that is skipped
    [InlineData("Europe/Paris", "02:30", "06:00", "2026-03-29T01:00:00Z", "2026-03-29T04:00:00Z")]
    [InlineData("Europe/Paris", "02:30", "06:00", "2026-10-25T00:45:00Z", "2026-10-25T05:00:00Z")] // begins at the first 02:30
    [InlineData("Europe/Paris", "02:15", "02:45", "2026-03-29T01:00:00Z", null)] // lies in it altogether
    [InlineData("America/New_York", "20:00", "07:00", "2026-06-10T18:00:00Z", null)] // the same instant elsewhere
    [InlineData("Asia/Kolkata", "20:00", "07:00", "2026-06-10T18:00:00Z", "2026-06-11T01:30:00Z")]
    [InlineData("Pacific/Kiritimati", "20:00", "07:00", "2026-06-10T12:00:00Z", "2026-06-10T17:00:00Z")] // their tomorrow
    public void A_person_is_left_alone_until_their_quiet_hours_end(string zone, string from, string to, string now, string? until)
    {
        var instant = Calendars.Instant(now);

        var told = Plan(zone, from, to).When(TellingKind.Overdue, Severity.Urgent, instant, instant);

        Assert.Equal(
            until is null
                ? new TellingTime(TellingMode.AtOnce, instant)
                : new TellingTime(TellingMode.AfterQuietHours, Calendars.Instant(until)),
            told);
    }

    [Fact]
    public void Imminent_danger_ignores_quiet_hours_and_the_digest()
        => Assert.All(Enum.GetValues<TellingKind>(), kind => Assert.Equal(
            new TellingTime(TellingMode.AtOnce, Night), Paris.When(kind, Severity.Imminent, Night, Night)));

    [Theory]
    [InlineData(TellingKind.Overdue)]
    [InlineData(TellingKind.Supervision)]
    [InlineData(TellingKind.Task)]
    public void What_a_person_must_do_is_told_at_once_by_day_and_after_the_quiet_hours_by_night(TellingKind kind)
        => Assert.All([Severity.Standard, Severity.Urgent], severity =>
        {
            Assert.Equal(new TellingTime(TellingMode.AtOnce, Noon), Paris.When(kind, severity, Noon, Noon));
            Assert.Equal(new TellingTime(TellingMode.AfterQuietHours, Morning), Paris.When(kind, severity, Night, Night));
        });

    [Fact]
    public void A_warning_waits_for_the_digest_only_when_that_comes_before_the_deadline()
    {
        var digest = new TellingTime(TellingMode.Digest, Breakfast);

        Assert.Equal(digest, Paris.When(TellingKind.Warning, Severity.Standard, Breakfast.AddMinutes(1), Noon));
        Assert.Equal(digest, Paris.When(TellingKind.Warning, Severity.Standard, dueAt: null, Noon));
        Assert.Equal(
            new TellingTime(TellingMode.AtOnce, Noon), Paris.When(TellingKind.Warning, Severity.Standard, Breakfast, Noon));
        Assert.Equal(
            new TellingTime(TellingMode.AfterQuietHours, Morning), Paris.When(TellingKind.Warning, Severity.Standard, Breakfast, Night));
    }

    [Fact]
    public void A_warning_of_an_urgent_case_never_waits_for_the_digest()
        => Assert.Equal(
            new TellingTime(TellingMode.AtOnce, Noon), Paris.When(TellingKind.Warning, Severity.Urgent, Noon.AddDays(9), Noon));

    [Fact]
    public void What_is_only_to_be_known_waits_for_the_digest()
        => Assert.All([Severity.Standard, Severity.Urgent], severity => Assert.Equal(
            new TellingTime(TellingMode.Digest, Breakfast), Paris.When(TellingKind.Information, severity, Noon, Noon)));

    [Fact]
    public void What_is_caught_up_after_a_downtime_is_one_digest_as_soon_as_the_quiet_hours_allow()
    {
        Assert.Equal(new TellingTime(TellingMode.Digest, Noon), Paris.When(TellingKind.CatchUp, Severity.Standard, Noon, Noon));
        Assert.Equal(new TellingTime(TellingMode.Digest, Morning), Paris.When(TellingKind.CatchUp, Severity.Urgent, Noon, Night));
    }

    [Theory]
    [InlineData("08:00", "2026-06-10T05:59:59Z", "2026-06-10T06:00:00Z")]
    [InlineData("08:00", "2026-06-10T06:00:00Z", "2026-06-11T06:00:00Z")]
    [InlineData("08:00", "2026-03-28T12:00:00Z", "2026-03-29T06:00:00Z")] // the day the clocks go on
    [InlineData("08:00", "2026-10-24T12:00:00Z", "2026-10-25T07:00:00Z")] // the day they go back
    [InlineData("06:00", "2026-06-11T03:00:00Z", "2026-06-11T05:00:00Z")] // put off to the end of the quiet hours
    [InlineData("06:00", "2026-06-11T04:30:00Z", "2026-06-11T05:00:00Z")]
    [InlineData("21:00", "2026-06-10T20:00:00Z", "2026-06-11T05:00:00Z")]
    public void The_digest_comes_once_a_day_at_its_hour_outside_quiet_hours(string hour, string now, string expected)
        => Assert.Equal(Calendars.Instant(expected), Plan("Europe/Paris", "20:00", "07:00", hour).NextDigest(Calendars.Instant(now)));

    [Fact]
    public void A_digest_whose_hour_happens_twice_or_never_comes_once_all_the_same()
    {
        var plan = new TellingPlan("Europe/Paris", quiet: null, new TimeOnly(2, 30));

        Assert.Equal(Calendars.Instant("2026-03-29T01:00:00Z"), plan.NextDigest(Calendars.Instant("2026-03-28T12:00:00Z")));
        Assert.Equal(Calendars.Instant("2026-10-25T00:30:00Z"), plan.NextDigest(Calendars.Instant("2026-10-24T12:00:00Z")));
        Assert.Equal(Calendars.Instant("2026-10-26T01:30:00Z"), plan.NextDigest(Calendars.Instant("2026-10-25T00:30:00Z")));
    }

    [Theory]
    [InlineData("2026-06-10T12:00:00Z", "2026-06-10T22:00:00Z")]
    [InlineData("2026-06-10T22:00:00Z", "2026-06-11T22:00:00Z")]
    [InlineData("2026-03-29T12:00:00Z", "2026-03-29T22:00:00Z")]
    [InlineData("2026-10-25T00:00:00Z", "2026-10-25T23:00:00Z")]
    public void A_day_ends_at_the_persons_own_midnight(string now, string expected)
        => Assert.Equal(Calendars.Instant(expected), Paris.EndOfDay(Calendars.Instant(now)));

    [Fact]
    public void In_any_zone_digests_are_a_day_apart_and_never_fall_into_quiet_hours()
    {
        var plans =
            from zone in Gen.Elements("Etc/UTC", "Europe/Paris", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Asia/Kolkata")
            from quietFrom in Gen.Choose(0, (24 * 60) - 1)
            from length in Gen.Choose(1, 16 * 60)
            from digest in Gen.Choose(0, (24 * 60) - 1)
            from start in Gen.Choose(0, 60 * 24 * 365)
            let begins = TimeOnly.MinValue.AddMinutes(quietFrom)
            select (
                Plan: new TellingPlan(zone, new QuietHours(begins, begins.AddMinutes(length)), TimeOnly.MinValue.AddMinutes(digest)),
                Now: Noon.AddMinutes(start));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Arb.From(plans), sample =>
        {
            var told = sample.Plan.When(TellingKind.Overdue, Severity.Standard, sample.Now, sample.Now);
            Assert.InRange(told.At, sample.Now, sample.Now.AddHours(18));
            Assert.Equal(TellingMode.AtOnce, sample.Plan.When(TellingKind.Overdue, Severity.Standard, told.At, told.At).Mode);

            var first = sample.Plan.NextDigest(sample.Now);
            var second = sample.Plan.NextDigest(first);
            Assert.InRange(first, sample.Now.AddTicks(1), sample.Now.AddHours(26));
            Assert.InRange((second - first).TotalHours, 22, 26);
            Assert.Equal(TellingMode.AtOnce, sample.Plan.When(TellingKind.Overdue, Severity.Standard, first, first).Mode);
        }));
    }

    [Fact]
    public void A_plan_with_an_unknown_zone_and_quiet_hours_without_an_end_are_refused()
    {
        Assert.Throws<TimeZoneNotFoundException>(() => new TellingPlan("Europe/Nowhere", quiet: null, new TimeOnly(8, 0)));
        Assert.Throws<ArgumentException>(() => new QuietHours(new TimeOnly(7, 0), new TimeOnly(7, 0)));
    }

    [Theory]
    [InlineData(RungAction.WarnAssignee, TellingKind.Warning)]
    [InlineData(RungAction.TellAssignee, TellingKind.Overdue)]
    [InlineData(RungAction.TellSupervisor, TellingKind.Supervision)]
    [InlineData(RungAction.DraftComplaint, TellingKind.Task)]
    [InlineData(RungAction.ReferToHotline, TellingKind.Task)]
    [InlineData(RungAction.RemindPlatform, TellingKind.Information)]
    [InlineData(RungAction.SecondChannel, TellingKind.Information)]
    public void Each_action_is_told_in_its_way_and_late_or_skipped_ones_in_theirs(RungAction action, TellingKind kind)
    {
        var due = new RungDue(Ladders.Rung("one", action, "PT0S"), Noon, SkippedBecause: null);
        var skipped = due with { SkippedBecause = SkipCode.InvestigationHold };

        Assert.Equal(kind, TellingPlan.KindOf(due, Noon));
        Assert.Equal(kind, TellingPlan.KindOf(due, Noon + TellingPlan.CatchUpAfter));
        Assert.Equal(TellingKind.CatchUp, TellingPlan.KindOf(due, Noon + TellingPlan.CatchUpAfter + TimeSpan.FromSeconds(1)));
        Assert.Equal(TellingKind.Information, TellingPlan.KindOf(skipped, Noon));
        Assert.Equal(TellingKind.CatchUp, TellingPlan.KindOf(skipped, Noon.AddDays(3)));
    }

    private static TellingPlan Plan(string zone, string from, string to, string digest = "08:00")
        => new(zone, new QuietHours(TimeOnly.Parse(from), TimeOnly.Parse(to)), TimeOnly.Parse(digest));
}
