using FsCheck;
using FsCheck.Fluent;
using TakedownCases.Domain.Cases;
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

        var told = Pressing(Plan(zone, from, to), instant);

        Assert.Equal(new TellingTime(TellingMode.ByItself, until is null ? instant : Calendars.Instant(until)), told);
        Assert.Equal(until is null, told.IsNow(instant));
    }

    [Fact]
    public void Imminent_danger_ignores_quiet_hours_the_digest_the_pause_and_who_wants_no_mails()
    {
        var plan = new TellingPlan("Europe/Paris", Paris.Quiet, Paris.DigestAt, wantsMails: false);
        Assert.All(Enum.GetValues<TellingKind>(), kind => Assert.True(
            plan.When(kind, Severity.Imminent, Night.AddDays(1), Night, lastMail: Night, Night).IsNow(Night)));
    }

    [Fact]
    public void What_is_pressing_is_told_by_day_as_it_comes_and_by_night_when_quiet_hours_end()
        => Assert.All([Severity.Standard, Severity.Urgent], severity =>
        {
            Assert.Equal(ByItself(Noon), Paris.When(TellingKind.Pressing, severity, Noon, Noon, null, Noon));
            Assert.Equal(ByItself(Morning), Paris.When(TellingKind.Pressing, severity, Night, Night, null, Night));
        });

    [Fact]
    public void What_came_by_day_and_was_not_told_is_left_alone_by_night_too()
        => Assert.Equal(ByItself(Morning), Paris.When(TellingKind.Pressing, Severity.Urgent, Noon, Noon, null, Night));

    [Fact]
    public void What_is_ordinary_waits_for_the_digest_only_when_that_comes_before_the_deadline()
    {
        var digest = new TellingTime(TellingMode.Digest, Breakfast);

        Assert.Equal(digest, Paris.When(TellingKind.Ordinary, Severity.Standard, Breakfast.AddMinutes(1), Noon, null, Noon));
        Assert.Equal(digest, Paris.When(TellingKind.Ordinary, Severity.Standard, dueAt: Noon, since: Noon, null, Noon));
        Assert.False(digest.IsNow(Breakfast));
        Assert.Equal(ByItself(Noon), Paris.When(TellingKind.Ordinary, Severity.Standard, Breakfast, Noon, null, Noon));
        Assert.Equal(ByItself(Morning), Paris.When(TellingKind.Ordinary, Severity.Standard, Breakfast, Night, null, Night));
    }

    [Fact]
    public void An_urgent_case_never_waits_for_the_digest()
        => Assert.Equal(ByItself(Noon), Paris.When(TellingKind.Ordinary, Severity.Urgent, Noon.AddDays(9), Noon, null, Noon));

    [Fact]
    public void Who_wants_no_mails_has_everything_in_the_digest()
    {
        var plan = new TellingPlan("Europe/Paris", Paris.Quiet, Paris.DigestAt, wantsMails: false);
        Assert.All(Enum.GetValues<TellingKind>(), kind => Assert.All([Severity.Standard, Severity.Urgent], severity => Assert.Equal(
            new TellingTime(TellingMode.Digest, Breakfast), plan.When(kind, severity, Noon, Noon, null, Noon))));
    }

    [Fact]
    public void Mails_are_a_pause_apart_and_the_pause_may_end_in_quiet_hours()
    {
        var evening = Calendars.Instant("2026-06-10T17:50:00Z");

        Assert.Equal(ByItself(Noon + TellingPlan.Pause), Paris.When(TellingKind.Pressing, Severity.Urgent, Noon, Noon, Noon, Noon.AddMinutes(1)));
        Assert.Equal(ByItself(Noon), Paris.When(TellingKind.Pressing, Severity.Urgent, Noon, Noon, Noon - TellingPlan.Pause, Noon));
        Assert.Equal(ByItself(Morning), Paris.When(TellingKind.Pressing, Severity.Urgent, evening, evening, evening, evening));
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
        Check.One(Properties.Config(300), Prop.ForAll(Arb.From(plans), sample =>
        {
            var told = Pressing(sample.Plan, sample.Now);
            Assert.InRange(told.At, sample.Now, sample.Now.AddHours(18));
            Assert.True(Pressing(sample.Plan, told.At).IsNow(told.At));

            var first = sample.Plan.NextDigest(sample.Now);
            var second = sample.Plan.NextDigest(first);
            Assert.InRange(first, sample.Now.AddTicks(1), sample.Now.AddHours(26));
            Assert.InRange((second - first).TotalHours, 22, 26);
            Assert.False(sample.Plan.IsQuiet(first));

            var day = sample.Plan.LastDigestDay(sample.Now);
            Assert.InRange(sample.Plan.DigestOf(day), sample.Now.AddHours(-26), sample.Now);
            Assert.Equal(day, sample.Plan.LastDigestDay(first.AddTicks(-1)));
            Assert.Equal(day.AddDays(1), sample.Plan.LastDigestDay(first));
        }));
    }

    [Fact]
    public void A_plan_with_an_unknown_zone_and_quiet_hours_without_an_end_are_refused()
    {
        Assert.Throws<TimeZoneNotFoundException>(() => new TellingPlan("Europe/Nowhere", quiet: null, new TimeOnly(8, 0)));
        Assert.Throws<ArgumentException>(() => new QuietHours(new TimeOnly(7, 0), new TimeOnly(7, 0)));
    }

    [Fact]
    public void Whenever_somebody_looks_each_day_has_one_digest_also_where_the_clocks_change()
    {
        var looks =
            from zone in Gen.Elements("Europe/Paris", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Asia/Kolkata")
            from digest in Gen.Choose(0, (24 * 60) - 1)
            from start in Gen.Elements("2026-03-07T00:00:00Z", "2026-03-28T00:00:00Z", "2026-10-24T00:00:00Z", "2026-10-31T00:00:00Z", "2026-04-04T00:00:00Z")
            from minutes in Gen.Choose(1, 90).ArrayOf(120)
            select (Plan: new TellingPlan(zone, quiet: null, TimeOnly.MinValue.AddMinutes(digest)), Start: Calendars.Instant(start), Minutes: minutes);
        Check.One(Properties.Config(200), Prop.ForAll(Arb.From(looks), sample =>
        {
            var (now, last, told) = (sample.Start, sample.Plan.LastDigestDay(sample.Start), new List<DateOnly>());
            foreach (var step in sample.Minutes)
            {
                now += TimeSpan.FromMinutes(step);
                if (sample.Plan.LastDigestDay(now) is var day && day > last)
                {
                    told.Add(day);
                    last = day;
                }
            }

            Assert.Distinct(told);
            Assert.Equal(Enumerable.Range(0, told.Count).Select(n => sample.Plan.LastDigestDay(sample.Start).AddDays(n + 1)), told);
            Assert.InRange(told.Count, (int)((now - sample.Start).TotalHours / 25), (int)((now - sample.Start).TotalHours / 23) + 1);
        }));
    }

    [Fact]
    public void A_day_begins_and_is_named_where_the_person_is()
    {
        var day = new DateOnly(2026, 6, 11);

        Assert.Equal(Calendars.Instant("2026-06-10T22:00:00Z"), Paris.StartOf(day));
        Assert.Equal(day, Paris.DayOf(Paris.StartOf(day)));
        Assert.Equal(day.AddDays(-1), Paris.DayOf(Paris.StartOf(day).AddTicks(-1)));
    }

    [Fact]
    public void Only_a_platforms_missed_deadline_and_what_is_for_supervisors_is_pressing()
    {
        Assert.All(Enum.GetValues<TaskKind>(), kind => Assert.Equal(
            kind == TaskKind.Supervise ? TellingKind.Pressing : TellingKind.Ordinary, TellingKinds.Of(kind, hasNotice: false)));
        Assert.All(Enum.GetValues<TaskKind>(), kind => Assert.Equal(
            kind is TaskKind.Supervise or TaskKind.DeadlinePassed ? TellingKind.Pressing : TellingKind.Ordinary, TellingKinds.Of(kind, hasNotice: true)));
    }

    private static TellingTime Pressing(TellingPlan plan, DateTimeOffset now)
        => plan.When(TellingKind.Pressing, Severity.Urgent, now, now, lastMail: null, now);

    private static TellingTime ByItself(DateTimeOffset at) => new(TellingMode.ByItself, at);

    private static TellingPlan Plan(string zone, string from, string to, string digest = "08:00")
        => new(zone, new QuietHours(TimeOnly.Parse(from), TimeOnly.Parse(to)), TimeOnly.Parse(digest));
}
