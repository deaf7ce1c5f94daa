using TakedownCases.Data.Desk;
using TakedownCases.Data.Identity;
using TakedownCases.Data.Notices;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Desk;

public sealed class TaskListTests
{
    [Theory]
    [DatabaseData]
    public async Task The_holder_sees_the_tasks_of_their_cases_earliest_first_and_nobody_elses(DatabaseKind kind)
    {
        await using var world = await DeskWorld.StartAsync(kind);
        var (me, other) = (await world.HireAsync(StaffRole.Advocate), await world.HireAsync(StaffRole.Advocate));
        var (mine, theirs, free) = (await world.FileAsync(me), await world.FileAsync(other), await world.FileAsync());
        await world.AskAsync(mine, dueIn: 3);
        await world.AskAsync(mine, TaskKind.DeadlineNear, dueIn: 1);
        await world.AskAsync(mine, TaskKind.Supervise, TaskFor.Supervisors);
        await world.AskAsync(mine, TaskKind.Remind, TaskFor.House);
        await world.AskAsync(theirs);
        await world.AskAsync(free);

        var (rows, count) = await ReadAsync(world, me);

        Assert.Equal([TaskKind.DeadlineNear, TaskKind.NextStep], rows.Select(row => row.Kind));
        Assert.All(rows, row => Assert.Equal(mine, row.CaseId));
        Assert.Equal(2, count);
    }

    [Theory]
    [DatabaseData]
    public async Task A_supervisor_sees_what_is_asked_of_supervisors_among_their_own(DatabaseKind kind)
    {
        await using var world = await DeskWorld.StartAsync(kind);
        var (me, other) = (await world.HireAsync(StaffRole.Supervisor), await world.HireAsync(StaffRole.Advocate));
        var (mine, theirs) = (await world.FileAsync(me), await world.FileAsync(other));
        await world.AskAsync(mine, TaskKind.NextStep, dueIn: 2);
        await world.AskAsync(theirs, TaskKind.Supervise, TaskFor.Supervisors, dueIn: 1);
        await world.AskAsync(theirs, TaskKind.Supervise, TaskFor.Supervisors, dueIn: 3);
        await world.AskAsync(theirs, TaskKind.NextStep);

        var (rows, count) = await ReadAsync(world, me);

        Assert.Equal([TaskKind.Supervise, TaskKind.NextStep, TaskKind.Supervise], rows.Select(row => row.Kind));
        Assert.Equal(3, count);
    }

    [Theory]
    [DatabaseData]
    public async Task A_task_of_the_minor_track_is_neither_listed_nor_counted_without_clearance(DatabaseKind kind)
    {
        await using var world = await DeskWorld.StartAsync(kind);
        var (plain, cleared) = (await world.HireAsync(StaffRole.Supervisor), await world.HireAsync(StaffRole.Supervisor, cleared: true));
        var minor = await world.FileAsync(plain, DeskWorld.Minor);
        await world.AskAsync(minor, TaskKind.Supervise, TaskFor.Supervisors);
        await world.AskAsync(minor, TaskKind.TellHotline);

        Assert.Equal(0, (await ReadAsync(world, plain)).Count);
        Assert.Empty((await ReadAsync(world, plain)).Rows);
        var (rows, count) = await ReadAsync(world, cleared);
        Assert.Equal((2, 2), (rows.Count, count));
        Assert.All(rows, row => Assert.Equal(Track.Minor, row.Track));
    }

    [Theory]
    [DatabaseData]
    public async Task A_recused_colleague_has_no_task_in_the_case(DatabaseKind kind)
    {
        await using var world = await DeskWorld.StartAsync(kind);
        var me = await world.HireAsync(StaffRole.Supervisor, cleared: true);
        var id = await world.FileAsync(me);
        await world.AskAsync(id);
        await world.AskAsync(id, TaskKind.Supervise, TaskFor.Supervisors);
        await world.ChangeAsync(id, it => it.Recuse(me.Staff, Actor.Console, world.Now));

        var (rows, count) = await ReadAsync(world, me);

        Assert.Empty(rows);
        Assert.Equal(0, count);
    }

    [Theory]
    [DatabaseData]
    public async Task Whoever_stands_in_sees_what_they_may_and_the_supervisors_the_rest(DatabaseKind kind)
    {
        await using var world = await DeskWorld.StartAsync(kind);
        var boss = await world.HireAsync(StaffRole.Supervisor, cleared: true);
        var deputy = await world.HireAsync(StaffRole.Supervisor);
        var peer = await world.HireAsync(StaffRole.Advocate, cleared: true);
        var me = await world.HireAsync(StaffRole.Advocate, cleared: true, user => user.Deputy = deputy.Staff);
        var other = await world.HireAsync(StaffRole.Advocate, with: user => user.Deputy = peer.Staff);
        var (adult, minor, theirs) = (await world.FileAsync(me), await world.FileAsync(me, DeskWorld.Minor), await world.FileAsync(other));
        foreach (var id in new[] { adult, minor, theirs })
        {
            await world.AskAsync(id);
        }

        Assert.Empty((await ReadAsync(world, deputy)).Rows);
        foreach (var away in new[] { me, other })
        {
            await world.ChangeAsync(away, user => (user.AwayFrom, user.AwayUntil) = (world.Now, world.Now.AddDays(3)));
        }

        Assert.Equal(new HashSet<CaseId> { adult, theirs }, Cases(await ReadAsync(world, deputy)));
        Assert.Equal(new HashSet<CaseId> { minor, theirs }, Cases(await ReadAsync(world, boss)));
        Assert.Equal(2, (await ReadAsync(world, boss)).Count);
        Assert.Empty((await ReadAsync(world, peer)).Rows);
        Assert.Equal(new HashSet<CaseId> { adult, minor }, Cases(await ReadAsync(world, me)));
        world.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Empty((await ReadAsync(world, deputy)).Rows);
        Assert.Empty((await ReadAsync(world, boss)).Rows);
    }

    [Theory]
    [DatabaseData]
    public async Task What_nobody_holds_and_what_is_left_by_a_closed_account_is_the_supervisors(DatabaseKind kind)
    {
        await using var world = await DeskWorld.StartAsync(kind);
        var (boss, me) = (await world.HireAsync(StaffRole.Supervisor), await world.HireAsync(StaffRole.Advocate));
        var (free, mine, minor) = (await world.FileAsync(), await world.FileAsync(me), await world.FileAsync(request: DeskWorld.Minor));
        foreach (var id in new[] { free, mine, minor })
        {
            await world.AskAsync(id);
        }

        Assert.Equal(new HashSet<CaseId> { free }, Cases(await ReadAsync(world, boss)));
        await world.ChangeAsync(me, user => user.DisabledAt = world.Now);
        Assert.Equal(new HashSet<CaseId> { free, mine }, Cases(await ReadAsync(world, boss)));
    }

    [Theory]
    [DatabaseData]
    public async Task What_its_holder_may_or_can_no_longer_work_at_is_the_supervisors(DatabaseKind kind)
    {
        await using var world = await DeskWorld.StartAsync(kind);
        var (boss, plain) = (await world.HireAsync(StaffRole.Supervisor, cleared: true), await world.HireAsync(StaffRole.Supervisor));
        Action<StaffUser>[] changes =
        [
            user => user.ClearedForMinors = false,
            user => user.Role = StaffRole.Legal,
            user => user.Role = StaffRole.Admin,
            user => user.ForgetFactors(),
            user => user.DisabledAt = world.Now,
        ];
        foreach (var change in changes)
        {
            var me = await world.HireAsync(StaffRole.Advocate, cleared: true);
            var (adult, minor) = (await world.FileAsync(me), await world.FileAsync(me, DeskWorld.Minor));
            await world.AskAsync(adult);
            await world.AskAsync(minor);
            Assert.Empty((await ReadAsync(world, boss)).Rows);

            await world.ChangeAsync(me, change);
            HashSet<CaseId> left = change == changes[0] ? [minor] : [adult, minor];
            Assert.Equal(left, Cases(await ReadAsync(world, boss)));
            Assert.Equal(left.Count, (await ReadAsync(world, boss)).Count);
            Assert.Equal([.. left.Where(id => id == adult)], Cases(await ReadAsync(world, plain)));
            foreach (var id in new[] { adult, minor })
            {
                await world.ChangeAsync(id, it => it.FinishTask(it.Tasks[0].Id, boss.AsActor(), world.Now));
            }
        }
    }

    [Theory]
    [DatabaseData(SendEnd.Rejected)]
    [DatabaseData(SendEnd.Unknown)]
    public async Task What_a_mail_did_not_tell_its_holder_is_the_supervisors_too(DatabaseKind kind, SendEnd end)
    {
        await using var world = new Telling.TellingWorld(await DeskWorld.StartAsync(kind));
        var (boss, me) = (await world.HireAsync(StaffRole.Supervisor), await world.HireAsync(StaffRole.Advocate));
        var id = await world.Desk.FileAsync(me);
        await world.LateAsync(id);
        await world.RoundAsync();
        Assert.Empty((await ReadAsync(world.Desk, boss)).Rows);

        await world.SendAsync(end);
        await world.RoundAsync();
        Assert.Single(await world.MailsAsync(boss));
        Assert.Equal((1, 1), ((await ReadAsync(world.Desk, boss)).Rows.Count, (await ReadAsync(world.Desk, boss)).Count));
        Assert.Single((await ReadAsync(world.Desk, me)).Rows);
    }

    [Theory]
    [DatabaseData(true)]
    [DatabaseData(false)]
    public async Task Whoever_is_away_and_looks_all_the_same_sees_each_of_their_tasks_once(DatabaseKind kind, bool hasDeputy)
    {
        await using var world = await DeskWorld.StartAsync(kind);
        var (me, deputy) = (await world.HireAsync(StaffRole.Supervisor, cleared: true), await world.HireAsync(StaffRole.Supervisor));
        foreach (var id in new[] { await world.FileAsync(me), await world.FileAsync(me, DeskWorld.Minor) })
        {
            await world.AskAsync(id);
        }

        await world.ChangeAsync(me, user => (user.AwayFrom, user.AwayUntil, user.Deputy)
            = (world.Now, world.Now.AddDays(3), hasDeputy ? deputy.Staff : null));

        var (rows, count) = await ReadAsync(world, me);
        Assert.Equal((2, 2), (rows.Count, count));
        Assert.Single((await ReadAsync(world, deputy)).Rows);
    }

    [Theory]
    [DatabaseData]
    public async Task What_is_done_or_given_back_is_no_longer_there(DatabaseKind kind)
    {
        await using var world = await DeskWorld.StartAsync(kind);
        var me = await world.HireAsync(StaffRole.Advocate);
        var (done, back) = (await world.FileAsync(me), await world.FileAsync(me));
        await world.AskAsync(done);
        await world.AskAsync(back);
        Assert.Equal(2, (await ReadAsync(world, me)).Count);

        await world.ChangeAsync(done, it => it.FinishTask(it.Tasks[0].Id, me.AsActor(), world.Now));
        await world.ChangeAsync(back, it => it.Release(me.AsActor(), world.Now));

        Assert.Equal(0, (await ReadAsync(world, me)).Count);
        Assert.Empty((await ReadAsync(world, me)).Rows);
    }

    [Theory]
    [DatabaseData]
    public async Task Pages_of_fifty_show_each_task_once_both_ways_though_all_are_due_at_once(DatabaseKind kind)
    {
        await using var world = await DeskWorld.StartAsync(kind);
        var me = await world.HireAsync(StaffRole.Supervisor);
        var id = await world.FileAsync(me);
        await world.ChangeAsync(id, it =>
        {
            for (var n = 0; n < 120; n++)
            {
                var whose = n % 3 == 0 ? TaskFor.Supervisors : TaskFor.Holder;
                it.RaiseTask(new NewTask(TaskKind.NextStep, whose, world.Now, Place: PlaceId.New(world.Now)), Actor.System, world.Now);
            }
        });

        var pages = new List<DeskSlice<TaskRow>>();
        for (DeskCursor? from = null; pages.Count == 0 || from is not null; from = pages[^1].Next)
        {
            var cursor = from;
            pages.Add(await world.WithAsync((TaskList list) => list.ReadAsync(me, cursor, backwards: false, CancellationToken.None)));
        }

        Assert.Equal([50, 50, 20], pages.Select(page => page.Rows.Count));
        Assert.Equal(120, pages.SelectMany(page => page.Rows).Select(row => row.Id).Distinct().Count());
        Assert.Null(pages[0].Previous);
        var back = await world.WithAsync((TaskList list) => list.ReadAsync(me, pages[2].Previous, backwards: true, CancellationToken.None));
        Assert.Equal(pages[1].Rows, back.Rows);
    }

    [Fact]
    public void Who_may_hold_no_case_has_no_tasks()
    {
        var staff = new StaffId(Guid.CreateVersion7());
        StaffRole[] those = [.. Enum.GetValues<StaffRole>().Where(role => TaskList.IsFor(new Viewer(staff, role, true)))];

        Assert.Equal([StaffRole.Advocate, StaffRole.Supervisor], those);
    }

    private static HashSet<CaseId> Cases((IReadOnlyList<TaskRow> Rows, int Count) list) => [.. list.Rows.Select(row => row.CaseId)];

    private static async Task<(IReadOnlyList<TaskRow> Rows, int Count)> ReadAsync(DeskWorld world, Viewer viewer) => (
        (await world.WithAsync((TaskList list) => list.ReadAsync(viewer, null, backwards: false, CancellationToken.None))).Rows,
        await world.WithAsync((TaskList list) => list.CountAsync(viewer, CancellationToken.None)));
}
