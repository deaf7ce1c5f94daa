using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Law;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Law;

public sealed class RecountingTests
{
    private const string Review = "first-review-adult-standard";

    [Theory, DatabaseData]
    public async Task Open_clocks_of_a_changed_promise_are_counted_again_and_met_ones_stay(DatabaseKind kind)
    {
        await using var world = await LawWorld.StartAsync(kind);
        var open = await Samples.FileAsync(world.Services);
        var met = await Samples.FileAsync(world.Services);
        await Samples.ChangeAsync(world.Services, met.Id, it => Assert.True(it.Review(world.Law.Clocks.Start, LawWorld.Ada, world.Clock.Now()).IsDone));
        var before = await ReviewClockAsync(world, met.Id);
        await world.ChangeAsync(RuleKind.Policy, LawWorld.Record(
            RuleKind.Policy, Review, ("version", "2027-03-01"), ("duration", "PT6H"), ("unit", "elapsed"), ("calendarId", null)));

        Assert.Equal(0, await RunAsync(world));
        world.Clock.Advance(RuleRecount.FirstPassAfter);
        Assert.Equal(1, await RunAsync(world));
        Assert.Equal(0, await RunAsync(world));

        var after = await ReviewClockAsync(world, open.Id);
        Assert.Equal((after.StartedAt.AddHours(6), "2027-03-01", true), (after.DueAt, after.BasisVersion, after.IsRunning));
        Assert.Equal((before.DueAt, before.BasisVersion), ((await ReviewClockAsync(world, met.Id)).DueAt, "2026-11-22"));
        Assert.Equal(1, await EntriesAsync(world, "clock.recounted"));
        Assert.Equal((1, 1, 0, 0, 1), await TallyAsync(world));
        world.Clock.Advance(RuleRecount.SecondPassAfter);
        Assert.Equal(1, await RunAsync(world));
        Assert.NotNull((await world.ReadAsync(db => db.RuleRecounts.AsNoTracking().SingleAsync())).FinishedAt);
        Assert.Equal(1, await EntriesAsync(world, "clock.recounted"));
    }

    [Theory, DatabaseData]
    public async Task A_clock_that_began_under_the_rule_of_before_while_the_change_came_is_found_in_the_second_pass(DatabaseKind kind)
    {
        await using var world = await LawWorld.StartAsync(kind);
        await using var other = await world.OtherAsync();
        await world.ChangeAsync(RuleKind.Policy, LawWorld.Record(
            RuleKind.Policy, Review, ("version", "2027-03-01"), ("duration", "PT6H"), ("unit", "elapsed"), ("calendarId", null)));
        world.Clock.Advance(RuleRecount.FirstPassAfter);
        await RunAsync(world);

        // The other process never looked: a turn that began before the change.
        var late = await Samples.FileAsync(other);
        Assert.Equal("2026-11-22", (await ReviewClockAsync(world, late.Id)).BasisVersion);
        world.Clock.Advance(RuleRecount.SecondPassAfter);
        await RunAsync(world);

        Assert.Equal("2027-03-01", (await ReviewClockAsync(world, late.Id)).BasisVersion);
    }

    [Fact]
    public async Task A_process_that_does_not_hold_the_change_leaves_its_recount_to_one_that_does()
    {
        await using var world = await LawWorld.StartAsync(DatabaseKind.Sqlite);
        await using var other = await world.OtherAsync();
        await Samples.FileAsync(world.Services);
        await world.ChangeAsync(RuleKind.Policy, LawWorld.Record(
            RuleKind.Policy, Review, ("version", "2027-03-01"), ("duration", "PT6H"), ("unit", "elapsed"), ("calendarId", null)));
        world.Clock.Advance(RuleRecount.FirstPassAfter);

        await world.WithAsync((Recounting recounting) => recounting.RunAsync(CancellationToken.None), other);
        Assert.Equal(0, (await world.ReadAsync(db => db.RuleRecounts.AsNoTracking().SingleAsync())).Pass);
        await RunAsync(world);

        Assert.Equal((1, 1), await world.ReadAsync(async db => await db.RuleRecounts.AsNoTracking().Select(row => ValueTuple.Create(row.Pass, row.Changed)).SingleAsync()));
    }

    [Theory, DatabaseData]
    public async Task How_many_a_change_touches_is_known_before_it(DatabaseKind kind)
    {
        await using var world = await LawWorld.StartAsync(kind);
        await Samples.FileAsync(world.Services);
        await Samples.FileAsync(world.Services, Samples.Request() with { Track = Track.Minor, Statement = null });
        async Task<ReachOfRule?> OfAsync(bool isCleared, RuleKind of, string rule)
        {
            await using var scope = world.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<RuleReach>().OfAsync(new Viewer(Samples.Ada, StaffRole.Legal, isCleared), of, rule, CancellationToken.None);
        }

        async Task<ReachOfRule> ReachAsync(RuleKind of, string rule) => (await OfAsync(isCleared: true, of, rule))!;
        foreach (var (of, rule) in new[] { (RuleKind.Ladder, "minor"), (RuleKind.Policy, "first-review-minor-standard") })
        {
            Assert.Null(await OfAsync(isCleared: false, of, rule));
        }

        var running = await world.ReadAsync(db => db.Clocks.CountAsync());
        Assert.Equal(1, (await ReachAsync(RuleKind.Policy, Review)).Open);
        Assert.Equal(2, (await ReachAsync(RuleKind.Calendar, "office")).Open + (await ReachAsync(RuleKind.Calendar, "always")).Open);
        Assert.Equal(0, (await ReachAsync(RuleKind.Ladder, "no-such-ladder")).Open);
        var adult = await ReachAsync(RuleKind.Ladder, "adult");
        Assert.Equal((running, 0), (adult.Open + (await ReachAsync(RuleKind.Ladder, "minor")).Open, adult.Passed));

        world.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(adult with { Passed = adult.Open }, await ReachAsync(RuleKind.Ladder, "adult"));
    }

    [Theory, DatabaseData]
    public async Task A_new_holiday_moves_the_promises_that_are_counted_on_its_calendar_and_no_others(DatabaseKind kind)
    {
        await using var world = await LawWorld.StartAsync(kind);
        var filed = await Samples.FileAsync(world.Services);
        var was = await ReviewClockAsync(world, filed.Id);
        var calendar = System.Text.Json.Nodes.JsonNode.Parse(LawWorld.Record(RuleKind.Calendar, "office"))!.AsObject();
        calendar["holidays"]!["2027-03-01"] = "We are closed";
        await world.ChangeAsync(RuleKind.Calendar, calendar.ToJsonString());
        world.Clock.Advance(RuleRecount.FirstPassAfter);
        await RunAsync(world);

        var now = await ReviewClockAsync(world, filed.Id);
        // Eight hours of the first of March, from ten in Paris, become eight of the second, from nine.
        Assert.Equal(was.DueAt.AddHours(23), now.DueAt);
        Assert.Equal(was.BasisVersion, now.BasisVersion);
        var subject = await world.ReadAsync(async db => await db.Cases.AsNoTracking().SingleAsync(found => found.Id == filed.Id));
        Assert.Contains("We are closed", world.Law.Clocks.Trace(subject, now, world.Clock.Now()).ToText(), StringComparison.Ordinal);
        Assert.Equal(1, await EntriesAsync(world, "clock.recounted"));
    }

    [Theory, DatabaseData]
    public async Task A_run_that_was_broken_off_goes_on_where_it_was(DatabaseKind kind)
    {
        await using var world = await LawWorld.StartAsync(kind);
        var first = await Samples.FileAsync(world.Services);
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await Samples.FileAsync(world.Services);
        await world.ChangeAsync(RuleKind.Policy, LawWorld.Record(
            RuleKind.Policy, Review, ("version", "2027-03-01"), ("duration", "PT6H"), ("unit", "elapsed"), ("calendarId", null)));
        world.Clock.Advance(RuleRecount.FirstPassAfter);
        var done = (await ReviewClockAsync(world, first.Id)).Id;
        await world.ReadAsync(async db =>
        {
            (await db.RuleRecounts.SingleAsync()).MoveTo(Review, null, done);
            return await db.SaveChangesAsync();
        });

        await RunAsync(world);

        Assert.Equal("2026-11-22", (await ReviewClockAsync(world, first.Id)).BasisVersion);
        Assert.Equal("2027-03-01", (await ReviewClockAsync(world, second.Id)).BasisVersion);
    }

    [Theory, DatabaseData]
    public async Task A_changed_ladder_has_every_open_clock_of_its_track_looked_at(DatabaseKind kind)
    {
        await using var world = await LawWorld.StartAsync(kind);
        var filed = await Samples.FileAsync(world.Services);
        var child = await Samples.FileAsync(world.Services, Desk.DeskWorld.Minor);
        var ladder = System.Text.Json.Nodes.JsonNode.Parse(LawWorld.Record(RuleKind.Ladder, "adult", ("version", "2027-03-01")))!.AsObject();
        ladder["rungs"]!.AsArray()[0]!["at"] = "10%";
        await world.ChangeAsync(RuleKind.Ladder, ladder.ToJsonString());
        world.Clock.Advance(RuleRecount.FirstPassAfter);
        await RunAsync(world);

        Assert.All(await ClocksAsync(world, filed.Id), clock => Assert.Equal(world.Clock.Now(), clock.NextAt));
        Assert.All(await ClocksAsync(world, child.Id), clock => Assert.NotEqual(world.Clock.Now(), clock.NextAt));
    }

    [Theory, DatabaseData]
    public async Task A_rule_that_ended_leaves_its_running_clocks_as_they_were(DatabaseKind kind)
    {
        await using var world = await LawWorld.StartAsync(kind);
        var filed = await Samples.FileAsync(world.Services);
        await Samples.ChangeAsync(world.Services, filed.Id, it => Assert.True(it.StartClocks(
            [.. world.Law.Clocks.Legal([world.Law.Bases.VersionAt("us-tida-removal", world.Clock.Now())!], it, NoticeId.New(world.Clock.Now()), it.Places[0].Id, world.Clock.Now(), "sending")],
            world.Clock.Now()).IsDone));
        await world.ChangeAsync(RuleKind.Basis, LawWorld.Record(
            RuleKind.Basis, "us-tida-removal", ("version", "2027-03-01"), ("inForceUntil", "2027-01-01")));
        world.Clock.Advance(RuleRecount.FirstPassAfter);
        await RunAsync(world);

        var clock = Assert.Single(await ClocksAsync(world, filed.Id), clock => clock.Kind == ClockKind.Removal);
        Assert.Equal(("2026-11-22", true), (clock.BasisVersion, clock.IsRunning));
        Assert.Equal((1, 0, 1, 0, 1), await TallyAsync(world));
    }

    private static Task<int> RunAsync(LawWorld world)
        => world.WithAsync(async (Recounting recounting) => (await recounting.RunAsync(CancellationToken.None)).Looked);

    private static Task<List<CaseClock>> ClocksAsync(LawWorld world, CaseId id)
        => world.ReadAsync(db => db.Clocks.AsNoTracking().Where(clock => clock.CaseId == id).ToListAsync());

    private static async Task<CaseClock> ReviewClockAsync(LawWorld world, CaseId id)
        => Assert.Single(await ClocksAsync(world, id), clock => clock.Kind == ClockKind.FirstReview);

    private static Task<int> EntriesAsync(LawWorld world, string kind) => world.ReadAsync(async db =>
        (await db.LedgerEntries.AsNoTracking().Where(row => row.Lane == LedgerLane.Case).ToListAsync())
            .Count(row => CanonicalForm.Read(row.Body).Kind == kind));

    private static Task<(int Looked, int Changed, int Kept, int Failed, int Pass)> TallyAsync(LawWorld world) => world.ReadAsync(async db =>
    {
        var row = await db.RuleRecounts.AsNoTracking().SingleAsync();
        return (row.Looked, row.Changed, row.Kept, row.Failed, row.Pass);
    });
}
