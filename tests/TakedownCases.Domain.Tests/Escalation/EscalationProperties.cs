using FsCheck;
using FsCheck.Fluent;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Escalation;
using TakedownCases.Domain.Tests.Deadlines;

namespace TakedownCases.Domain.Tests.Escalation;

/// <summary>What holds for every ladder, clock and history of runs. A failure prints the seed that repeats it.</summary>
public sealed class EscalationProperties
{
    private static readonly Gen<RungOffset> Offsets = Gen.OneOf(
        Gen.Choose(0, 99).Select(RungOffset.AtPercent),
        Gen.Elements("PT0S", "PT4H", "PT24H", "-PT2H", "-PT72H").Select(RungOffset.Parse),
        Gen.Choose(-60 * 100, 60 * 100).Select(minutes => RungOffset.AfterDue(TimeSpan.FromMinutes(minutes))));

    private static readonly Gen<Rung> Rungs =
        from action in Gen.Elements(Enum.GetValues<RungAction>())
        from clocks in SomeOf(Enum.GetValues<ClockKind>())
        from severities in SomeOf(Enum.GetValues<Severity>())
        from all in Gen.Elements(true, false)
        from at in Offsets
        from times in Gen.Choose(-2, 5)
        from every in Gen.Choose(0, 60 * 24 * 4)
        select new Rung
        {
            Id = "unnamed",
            Action = action,
            Clocks = clocks,
            At = at,
            Severities = all ? null : severities,
            Needs = RungActions.LeastNeeds(action),
            Consent = RungActions.LeastConsent(action),
            When = RungActions.LeastConditions(action),
            Repeat = at.IsAtOrAfterDue && times > 1 ? new RungRepeat(TimeSpan.FromMinutes(60 + every), times) : null,
            Tells = action == RungAction.TellSupervisor ? RungTells.Supervisors : RungTells.Assignee,
            Approval = RungActions.LeastApproval(action),
        };

    private static readonly Gen<Ladder> AnyLadder =
        from count in Gen.Choose(1, 14)
        from rungs in Rungs.ArrayOf(count)
        select Ladders.Of([.. rungs.Select((rung, place) => rung with { Id = $"r{place}" })]);

    private static readonly Gen<ClimbFacts> AnyFacts =
        from kind in Gen.Elements(Enum.GetValues<ClockKind>())
        from severity in Gen.Elements(Enum.GetValues<Severity>())
        from startSecond in Gen.Choose(0, 60 * 60 * 24 * 700)
        from lengthSecond in Gen.Choose(1, 60 * 60 * 24 * 20)
        from calendar in Gen.Elements<WorkingCalendar?>(null, Calendars.Office, Calendars.Nights)
        from obstacles in Gen.Choose(0, 127)
        let start = Ladders.Start.AddSeconds(startSecond)
        select Ladders.Facts() with
        {
            Severity = severity,
            Clock = Ladders.Facts().Clock with { Kind = kind, StartedAt = start, DueAt = start.AddSeconds(lengthSecond), Calendar = calendar },
            CanRemind = (obstacles & 1) == 0,
            HasSecondChannel = (obstacles & 2) == 0,
            Holding = Enum.GetValues<RungCondition>().Where((_, place) => (obstacles & (4 << place)) != 0).ToHashSet(),
            HasHotlineReferral = (obstacles & 1) != 0,
        };

    // Some runs close together, some weeks apart, one that runs on a machine whose clock is behind.
    private static readonly Gen<int[]> Gaps = Gen.OneOf(Gen.Choose(-600, 600), Gen.Choose(0, 60 * 60 * 24 * 9)).ArrayOf(12);

    private static readonly Gen<(Ladder Ladder, ClimbFacts Facts, int[] Gaps)> Histories =
        from ladder in AnyLadder
        from facts in AnyFacts
        from gaps in Gaps
        select (ladder, facts, gaps);

    [Fact]
    public void Every_rung_is_climbed_once_and_none_is_missed_however_irregular_the_runs_are()
        => Holds(history =>
        {
            var (ladder, facts, _) = history;
            var runs = Runs(history).ToList();
            var climbed = new List<string>();
            foreach (var now in runs)
            {
                climbed.AddRange(EscalationPlanner.Due(ladder, facts.With(climbed), now).Ids());
            }

            Assert.Distinct(climbed);
            Assert.Equal(Reached(ladder, facts, runs.Max()).Order(), climbed.Order());
        });

    [Fact]
    public void A_case_whose_severity_changes_climbs_no_rung_twice_and_misses_none_of_the_severity_it_has()
        => Holds(history =>
        {
            var (ladder, facts, gaps) = history;
            var climbed = new List<string>();
            foreach (var (now, gap) in Runs(history).Zip(gaps))
            {
                facts = facts with { Severity = (Severity)(Math.Abs(gap) % 3) };
                climbed.AddRange(EscalationPlanner.Due(ladder, facts.With(climbed), now).Ids());

                Assert.Empty(Reached(ladder, facts, now).Except(climbed));
            }

            Assert.Distinct(climbed);
        });

    [Fact]
    public void One_late_run_climbs_what_many_runs_would_have_in_the_same_order()
        => Holds(history =>
        {
            var (ladder, facts, _) = history;
            var last = Runs(history).Max();
            var step = new List<string>();
            for (var now = facts.Clock.StartedAt; EscalationPlanner.NextAt(ladder, facts.With(step)) is { } next && next <= last;)
            {
                now = next > now ? next : now;
                var due = EscalationPlanner.Due(ladder, facts.With(step), now);
                Assert.NotEmpty(due);
                step.AddRange(due.Ids());
            }

            Assert.Equal(EscalationPlanner.Due(ladder, facts, last).Ids(), step);
        });

    [Fact]
    public void Rungs_come_by_time_and_then_by_their_place()
        => Holds(history =>
        {
            var (ladder, facts, _) = history;
            var due = EscalationPlanner.Due(ladder, facts, Runs(history).Max());
            var places = ladder.Rungs.Select((rung, place) => (rung.Id, place)).ToDictionary(StringComparer.Ordinal);

            Assert.Equal(due.OrderBy(one => one.At).ThenBy(one => places[one.Rung.Id]), due);
            Assert.All(due, one => Assert.Equal(EscalationPlanner.TimeOf(one.Rung, facts.Clock, one.Time), one.At));
            Assert.All(due.GroupBy(one => one.Rung.Id, StringComparer.Ordinal), rung => Assert.Equal(Enumerable.Range(1, rung.Count()), rung.Select(one => one.Time)));
        });

    [Fact]
    public void The_next_time_is_that_of_the_earliest_rung_left_and_is_null_only_when_none_is()
        => Holds(history =>
        {
            var (ladder, facts, gaps) = history;
            var some = facts.With(ladder.Rungs.Where((_, place) => gaps[place % gaps.Length] % 2 == 0).Select(rung => rung.Id));
            var left = Reached(ladder, some, DateTimeOffset.MaxValue).Where(key => !some.Climbed.Contains(key)).Select(key => ladder.Find(key)!.Value).ToList();

            var next = EscalationPlanner.NextAt(ladder, some);

            Assert.Equal(left.Count == 0 ? null : left.Min(one => EscalationPlanner.TimeOf(one.Rung, some.Clock, one.Time)), next);
            if (next is { } at)
            {
                Assert.Empty(EscalationPlanner.Due(ladder, some, at.AddMicroseconds(-1)));
                Assert.NotEmpty(EscalationPlanner.Due(ladder, some, at));
            }
        });

    [Fact]
    public void A_hold_puts_off_what_is_for_the_outside_and_loses_none_of_it()
        => Holds(history =>
        {
            var (ladder, facts, gaps) = history;
            var now = Runs(history).Max();
            var end = facts.Clock.StartedAt.AddSeconds(Math.Abs(gaps[0]) * 3);
            var held = facts with { HeldUntil = end };

            var during = EscalationPlanner.Due(ladder, held, end.AddMicroseconds(-1)).ToList();
            var after = EscalationPlanner.Due(ladder, facts.With(during.Ids()), now > end ? now : end).ToList();

            Assert.All(during, one => Assert.False(RungActions.IsOutward(one.Rung.Action)));
            Assert.Equal(Reached(ladder, facts, now > end ? now : end).Order(), during.Ids().Concat(after.Ids()).Order());
        });

    [Fact]
    public void An_ended_clock_climbs_nothing()
        => Holds(history =>
        {
            var (ladder, facts, _) = history;
            var ended = facts with { Clock = facts.Clock with { EndedAt = facts.Clock.StartedAt } };

            Assert.Empty(EscalationPlanner.Due(ladder, ended, Runs(history).Max()));
            Assert.Null(EscalationPlanner.NextAt(ladder, ended));
        });

    [Fact]
    public void An_obstacle_changes_what_is_done_but_never_which_rungs_are_climbed()
        => Holds(history =>
        {
            var (ladder, facts, _) = history;
            var now = Runs(history).Max();
            var without = EscalationPlanner.Due(ladder, facts with { Consents = new HashSet<ConsentAction>() }, now);

            Assert.Equal(EscalationPlanner.Due(ladder, facts, now).Ids(), without.Ids());
            Assert.All(without, one => Assert.False(one.IsSkipped && !RungActions.IsOutward(one.Rung.Action)));
            Assert.All(without.Where(one => one.Rung.Consent is not null), one => Assert.True(one.IsSkipped));
        });

    [Fact]
    public void No_rung_comes_before_its_clock_starts_and_no_percentage_after_the_deadline()
        => Holds(history =>
        {
            var (ladder, facts, _) = history;
            foreach (var rung in ladder.Rungs)
            {
                var at = EscalationPlanner.TimeOf(rung, facts.Clock);
                Assert.True(at >= facts.Clock.StartedAt);
                Assert.True(rung.At.Percent is null || at <= facts.Clock.DueAt);
            }
        });

    private static bool Applies(Rung rung, ClimbFacts facts)
        => rung.Clocks.Contains(facts.Clock.Kind) && rung.Severities?.Contains(facts.Severity) != false
            && rung.When.All(facts.Holding.Contains);

    private static IEnumerable<string> Reached(Ladder ladder, ClimbFacts facts, DateTimeOffset now)
        => from rung in ladder.Rungs
           where Applies(rung, facts)
           from time in Enumerable.Range(1, rung.Most)
           where EscalationPlanner.TimeOf(rung, facts.Clock, time) <= now
           select rung.KeyOf(time);

    private static IEnumerable<DateTimeOffset> Runs((Ladder Ladder, ClimbFacts Facts, int[] Gaps) history)
    {
        var now = history.Facts.Clock.StartedAt;
        foreach (var gap in history.Gaps)
        {
            now = now.AddSeconds(gap);
            yield return now;
        }
    }

    private static Gen<T[]> SomeOf<T>(T[] values)
        => from bits in Gen.Choose(1, (1 << values.Length) - 1)
           select values.Where((_, place) => (bits & (1 << place)) != 0).ToArray();

    private static void Holds(Action<(Ladder Ladder, ClimbFacts Facts, int[] Gaps)> property)
        => Check.One(Properties.Config(300), Prop.ForAll(Arb.From(Histories), property));
}
