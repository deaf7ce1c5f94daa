using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Desk;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Tests.Notices;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Escalation;
using TakedownCases.Domain.Notices;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Desk;

public sealed class OverdueListTests
{
    private static readonly TimeSpan Long = TimeSpan.FromDays(2);

    [Theory]
    [DatabaseData]
    public async Task A_deadline_stands_in_the_list_from_the_instant_it_passes_until_its_clock_ends(DatabaseKind kind)
    {
        await using var world = await DeskWorld.StartAsync(kind);
        var me = await world.HireAsync(StaffRole.Supervisor);
        var id = await world.FileAsync();
        var due = await world.WithAsync(async (CaseStore store) => (await store.LoadAsync(id, CancellationToken.None))!.Clocks.Min(clock => clock.DueAt));
        Assert.Empty((await ReadAsync(world, me)).Rows);

        // No sweep has run: the list asks the clocks themselves.
        world.Clock.Advance(due - world.Now);
        var row = Assert.Single((await ReadAsync(world, me)).Rows);
        Assert.Equal((id, ClockKind.FirstReview, null, null), (row.CaseId, row.Kind, row.Platform, row.LastRung));

        await world.ChangeAsync(id, it => it.Review(Samples.StartClock, Samples.ByAda, world.Now));
        Assert.Empty((await ReadAsync(world, me)).Rows);
        Assert.Equal(0, (await CountAsync(world, me)).All);
    }

    [Theory]
    [DatabaseData(StaffRole.Advocate)]
    [DatabaseData(StaffRole.Supervisor)]
    [DatabaseData(StaffRole.Legal)]
    public async Task The_minor_track_is_neither_listed_nor_counted_without_clearance(DatabaseKind kind, StaffRole role)
    {
        await using var world = await DeskWorld.StartAsync(kind);
        var (plain, cleared) = (await world.HireAsync(role), await world.HireAsync(role, cleared: true));
        await world.FileAsync(request: DeskWorld.Minor);
        world.Clock.Advance(Long);

        Assert.Empty((await ReadAsync(world, plain)).Rows);
        Assert.Equal(0, (await CountAsync(world, plain)).All);
        Assert.Equal(0, (await AroundAsync(world, plain)).Overdue);
        Assert.NotEmpty((await ReadAsync(world, cleared)).Rows);
        Assert.Equal((await CountAsync(world, cleared)).All, (await AroundAsync(world, cleared)).Overdue);
    }

    [Theory]
    [DatabaseData]
    public async Task An_advocate_sees_what_is_theirs_or_nobodys_and_the_recused_see_nothing(DatabaseKind kind)
    {
        await using var world = await DeskWorld.StartAsync(kind);
        var (me, other) = (await world.HireAsync(StaffRole.Advocate), await world.HireAsync(StaffRole.Advocate));
        var walled = await world.HireAsync(StaffRole.Supervisor, cleared: true);
        var (mine, theirs, free) = (await world.FileAsync(me), await world.FileAsync(other), await world.FileAsync());
        foreach (var id in new[] { mine, theirs, free })
        {
            await world.ChangeAsync(id, it => it.Recuse(walled.Staff, Actor.Console, world.Now));
        }

        world.Clock.Advance(Long);

        Assert.Equal(new[] { mine, free }.Order(), (await ReadAsync(world, me)).Rows.Select(row => row.CaseId).Distinct().Order());
        Assert.Empty((await ReadAsync(world, walled)).Rows);
        Assert.Equal(0, (await CountAsync(world, walled)).All);
    }

    [Theory]
    [DatabaseData]
    public async Task What_is_counted_by_age_platform_and_step_is_what_the_list_behind_it_shows(DatabaseKind kind)
    {
        await using var world = await DeskWorld.StartAsync(kind);
        var me = await world.HireAsync(StaffRole.Supervisor);
        var outbox = new OutboxSamples(world.Services, world.Now);
        var (sent, _) = await outbox.QueueAsync();
        await outbox.SettleAsync(await outbox.TakeToSendAsync(), SendEnd.Accepted);
        world.Clock.Advance(TimeSpan.FromDays(10));
        await world.FileAsync();
        world.Clock.Advance(Long + Long);
        await ClimbAsync(world, sent);

        var counts = await CountAsync(world, me);

        Assert.Contains("example", counts.Platforms.Keys);
        Assert.Contains(OverdueFilter.Ours, counts.Platforms.Keys);
        Assert.True(counts.Ages.Count > 1, "Everything is of one age.");
        Assert.Equal(1, counts.Steps[RungAction.TellAssignee]);
        Assert.Equal(1, counts.Skipped);
        Assert.Equal(counts.All, counts.Ages.Values.Sum());
        Assert.Equal(counts.All, counts.Platforms.Values.Sum());
        Assert.Equal(counts.All, (await ReadAsync(world, me)).Rows.Count);
        foreach (var (filter, expected) in counts.Ages.Select(age => (new OverdueFilter { Age = age.Key }, age.Value))
            .Concat(counts.Platforms.Select(platform => (new OverdueFilter { Platform = platform.Key }, platform.Value)))
            .Concat(counts.Steps.Select(step => (new OverdueFilter { Step = step.Key }, step.Value)))
            .Append((new OverdueFilter { Skipped = true }, counts.Skipped)))
        {
            Assert.Equal(expected, (await ReadAsync(world, me, filter)).Rows.Count);
        }

        var climbed = Assert.Single((await ReadAsync(world, me, new OverdueFilter { Skipped = true })).Rows);
        Assert.Equal(("removal-remind", SkipCode.NoMailChannel), (climbed.LastRung, climbed.LastSkipped));
    }

    [Theory]
    [DatabaseData]
    public async Task The_oldest_comes_first_and_pages_of_fifty_show_each_deadline_once(DatabaseKind kind)
    {
        await using var world = await DeskWorld.StartAsync(kind);
        var me = await world.HireAsync(StaffRole.Legal);
        var id = await world.FileAsync();
        await world.ChangeAsync(id, it => it.NoticeLeft(
            NoticeId.New(world.Now),
            [],
            [.. Enumerable.Range(0, 118).Select(n => Samples.StartClock(ClockKind.Removal, Track.Adult, Severity.Standard, world.Now, [])
                with { Place = PlaceId.New(world.Now), DueAt = world.Now.AddHours(n / 60) })],
            Samples.StartClock,
            Samples.ByAda,
            world.Now));
        world.Clock.Advance(TimeSpan.FromDays(30));
        var all = (await CountAsync(world, me)).All;

        var pages = new List<DeskSlice<OverdueRow>>();
        for (DeskCursor? from = null; pages.Count == 0 || from is not null; from = pages[^1].Next)
        {
            pages.Add(await ReadAsync(world, me, cursor: from));
        }

        var rows = pages.SelectMany(page => page.Rows).ToList();
        Assert.Equal(all, rows.Select(row => row.Id).Distinct().Count());
        Assert.Equal(rows.Count, all);
        Assert.Equal(rows.Select(row => row.DueAt).Order(), rows.Select(row => row.DueAt));
        var back = await ReadAsync(world, me, cursor: pages[^1].Previous, backwards: true);
        Assert.Equal(pages[^2].Rows, back.Rows);
    }

    [Theory]
    [DatabaseData]
    public async Task Danger_now_comes_before_what_is_older_on_every_page(DatabaseKind kind)
    {
        await using var world = await DeskWorld.StartAsync(kind);
        var me = await world.HireAsync(StaffRole.Supervisor);
        var (calm, danger) = (await world.FileAsync(), await world.FileAsync());
        foreach (var (id, days) in new[] { (calm, 0), (danger, 2) })
        {
            await world.ChangeAsync(id, it => it.NoticeLeft(
                NoticeId.New(world.Now),
                [],
                [.. Enumerable.Range(0, 60).Select(n => Samples.StartClock(ClockKind.Removal, Track.Adult, Severity.Standard, world.Now, [])
                    with { Place = PlaceId.New(world.Now), DueAt = world.Now.AddDays(days).AddMinutes(n) })],
                Samples.StartClock,
                Samples.ByAda,
                world.Now));
        }

        await world.ChangeAsync(danger, it => it.ChangeSeverity(Severity.Imminent, Samples.StartClock, Samples.ByAda, world.Now));
        world.Clock.Advance(TimeSpan.FromDays(9));

        var pages = new List<DeskSlice<OverdueRow>>();
        for (DeskCursor? from = null; pages.Count == 0 || from is not null; from = pages[^1].Next)
        {
            pages.Add(await ReadAsync(world, me, cursor: from));
        }

        var rows = pages.SelectMany(page => page.Rows).ToList();
        Assert.Equal((await CountAsync(world, me)).All, rows.Select(row => row.Id).Distinct().Count());
        Assert.Equal(rows.OrderBy(row => row.CaseId != danger).ThenBy(row => row.DueAt).Select(row => row.CaseId), rows.Select(row => row.CaseId));
        Assert.All(rows.GroupBy(row => row.CaseId), group => Assert.Equal(group.Select(row => row.DueAt).Order(), group.Select(row => row.DueAt)));
        for (var number = pages.Count - 1; number > 0; number--)
        {
            Assert.Equal(pages[number - 1].Rows, (await ReadAsync(world, me, cursor: pages[number].Previous, backwards: true)).Rows);
        }
    }

    /// <summary>Lets one removal clock tell its holder and fail to remind.</summary>
    private static Task ClimbAsync(DeskWorld world, CaseId id) => world.ChangeAsync(id, it =>
    {
        var clock = it.Clocks.First(clock => clock is { IsRunning: true, Kind: ClockKind.Removal });
        Assert.True(it.Climb(
            clock.Id,
            [
                new RungStep("answer-due", "adult@1", "tellassignee", clock.DueAt),
                new RungStep("removal-remind", "adult@1", "remindplatform", clock.DueAt.AddHours(1), SkipCode.NoMailChannel),
            ],
            null,
            world.Now));
    });

    private static Task<DeskSlice<OverdueRow>> ReadAsync(
        DeskWorld world, Viewer viewer, OverdueFilter? filter = null, DeskCursor? cursor = null, bool backwards = false)
        => world.WithAsync((OverdueList list) => list.ReadAsync(viewer, filter ?? OverdueFilter.None, cursor, backwards, CancellationToken.None));

    private static Task<OverdueCounts> CountAsync(DeskWorld world, Viewer viewer)
        => world.WithAsync((OverdueList list) => list.CountAsync(viewer, CancellationToken.None));

    private static Task<DeskSurroundings> AroundAsync(DeskWorld world, Viewer viewer)
        => world.WithAsync((DeskAround around) => around.OfEscalationsAsync(viewer, [], CancellationToken.None));
}
