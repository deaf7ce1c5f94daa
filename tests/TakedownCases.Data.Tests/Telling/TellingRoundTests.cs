using TakedownCases.Data.Identity;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Escalation.Telling;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Telling;

/// <summary>Who is told, when, and that it is once: on both databases. The house opens on a Monday at nine.</summary>
public sealed class TellingRoundTests
{
    private static readonly TaskCounts OneOverdue = new(0, 1, 0, 0, 0, 0);

    [Theory, DatabaseData]
    public async Task What_cannot_wait_is_one_mail_however_many_look(DatabaseKind kind)
    {
        await using var world = await TellingWorld.StartAsync(kind);
        var me = await world.HireAsync(StaffRole.Advocate);
        await world.RoundAsync();
        var (one, other) = (await world.Desk.FileAsync(me), await world.Desk.FileAsync(me));
        await world.LateAsync(one);
        await world.LateAsync(other);

        await world.TogetherAsync(processes: 6);
        await world.RoundAsync();
        await world.RoundAsync();

        var mail = Assert.Single(await world.MailsAsync());
        Assert.Equal((me.Staff, null, new TaskCounts(0, 2, 0, 0, 0, 0)), (mail.Staff, mail.DigestDay, mail.Counts));
    }

    [Theory, DatabaseData]
    public async Task What_can_wait_comes_with_the_digest_and_nothing_comes_where_nothing_waits(DatabaseKind kind)
    {
        await using var world = await TellingWorld.StartAsync(kind);
        var (me, idle) = (await world.HireAsync(StaffRole.Advocate), await world.HireAsync(StaffRole.Advocate));
        var id = await world.Desk.FileAsync(me);
        await world.Desk.AskAsync(id, dueIn: 55);
        await world.RoundAsync();
        Assert.Empty(await world.MailsAsync());

        world.Clock.Advance(TimeSpan.FromHours(22.9));
        await world.RoundAsync();
        Assert.Empty(await world.MailsAsync());
        world.Clock.Advance(TimeSpan.FromHours(0.2));
        await world.TogetherAsync(processes: 4);
        await world.RoundAsync();
        var digest = Assert.Single(await world.MailsAsync(me));
        Assert.Equal((new DateOnly(2027, 3, 2), new TaskCounts(0, 0, 0, 0, 0, 1)), (digest.DigestDay!.Value, digest.Counts));

        world.Clock.Advance(TimeSpan.FromHours(24));
        await world.RoundAsync();
        Assert.Equal([new TaskCounts(0, 0, 0, 0, 0, 1), new TaskCounts(0, 0, 1, 0, 0, 0)], (await world.MailsAsync(me)).Select(mail => mail.Counts));
        await world.Desk.ChangeAsync(id, it => it.FinishTask(it.Tasks[0].Id, me.AsActor(), world.Now));
        world.Clock.Advance(TimeSpan.FromHours(24));
        await world.RoundAsync();
        Assert.Equal(2, (await world.MailsAsync(me)).Count);
        Assert.Empty(await world.MailsAsync(idle));
    }

    [Theory, DatabaseData]
    public async Task A_digest_comes_once_a_day_also_when_the_clocks_change_and_once_after_a_week_of_standing_still(DatabaseKind kind)
    {
        await using var world = await TellingWorld.StartAsync(kind);
        var me = await world.HireAsync(StaffRole.Advocate, with: user => (user.TimeZone, user.DigestAt) = ("Europe/Paris", new TimeOnly(2, 30)));
        var id = await world.Desk.FileAsync(me);
        await world.Desk.AskAsync(id, dueIn: 24 * 400);
        await world.RoundAsync();

        foreach (var noon in new[] { new DateTimeOffset(2027, 3, 26, 12, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 10, 29, 12, 0, 0, TimeSpan.Zero) })
        {
            world.Clock.Set(noon);
            await world.RoundAsync();
            var before = (await world.MailsAsync()).Count;
            for (var hours = 0; hours < 4 * 24; hours++)
            {
                world.Clock.Advance(TimeSpan.FromHours(1));
                await world.RoundAsync();
            }

            Assert.Equal(before + 4, (await world.MailsAsync()).Count);
        }

        var mails = await world.MailsAsync();
        Assert.Equal(1 + 4 + 1 + 4, mails.Count);
        Assert.Distinct(mails.Select(mail => mail.DigestDay));
    }

    [Theory, DatabaseData]
    public async Task Quiet_hours_postpone_and_imminent_danger_does_not_wait(DatabaseKind kind)
    {
        await using var world = await TellingWorld.StartAsync(kind);
        var me = await world.HireAsync(StaffRole.Advocate, with: user =>
        {
            TellingWorld.Quiet(user);
            user.WantsMails = true;
        });
        var (ordinary, grave) = (await world.Desk.FileAsync(me), await world.Desk.FileAsync(me));
        await world.RoundAsync();
        world.Clock.Advance(TimeSpan.FromHours(14));
        await world.LateAsync(ordinary);
        await world.LateAsync(grave);
        await world.RoundAsync();
        Assert.Empty(await world.MailsAsync());

        await world.DangerAsync(grave);
        await world.RoundAsync();
        var alarm = Assert.Single(await world.MailsAsync());
        Assert.Equal(new TaskCounts(1, 0, 0, 0, 0, 0), alarm.Counts);

        world.Clock.Advance(TimeSpan.FromHours(8) - TimeSpan.FromSeconds(1));
        await world.RoundAsync();
        Assert.Single(await world.MailsAsync());
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.RoundAsync();
        Assert.Equal(OneOverdue, (await world.MailsAsync())[^1].Counts);
        Assert.Equal(2, (await world.MailsAsync()).Count);
    }

    [Theory, DatabaseData]
    public async Task Whoever_is_away_is_told_of_through_their_deputy_who_may_see_it_and_else_through_the_supervisors(DatabaseKind kind)
    {
        await using var world = await TellingWorld.StartAsync(kind);
        var (boss, peer) = (await world.HireAsync(StaffRole.Supervisor), await world.HireAsync(StaffRole.Advocate));
        var deputy = await world.HireAsync(StaffRole.Supervisor, cleared: true);
        var me = await world.HireAsync(StaffRole.Advocate, cleared: true);
        var other = await world.HireAsync(StaffRole.Advocate);
        var (mine, minor, theirs) = (await world.Desk.FileAsync(me), await world.Desk.FileAsync(me, Desk.DeskWorld.Minor), await world.Desk.FileAsync(other));
        await world.Desk.ChangeAsync(me, world.Away(deputy));
        await world.Desk.ChangeAsync(other, world.Away(peer));
        await world.LateAsync(mine);
        await world.LateAsync(minor);
        await world.RoundAsync();
        Assert.Equal((deputy.Staff, new TaskCounts(0, 2, 0, 0, 0, 0)), (Assert.Single(await world.MailsAsync()).Staff, (await world.MailsAsync())[0].Counts));

        world.Clock.Advance(TellingPlan.Pause);
        await world.LateAsync(theirs);
        await world.RoundAsync();
        Assert.Equal((1, 2), ((await world.MailsAsync(boss)).Count, (await world.MailsAsync(deputy)).Count));
        Assert.Empty(await world.MailsAsync(peer));
        Assert.Empty(await world.MailsAsync(me));
        Assert.Empty(await world.MailsAsync(other));
    }

    [Theory, DatabaseData]
    public async Task With_nobody_who_may_see_it_the_administrators_get_counts_and_with_nobody_at_all_it_stays_late(DatabaseKind kind)
    {
        await using var world = await TellingWorld.StartAsync(kind);
        var me = await world.HireAsync(StaffRole.Advocate, cleared: true);
        await world.HireAsync(StaffRole.Supervisor);
        var minor = await world.Desk.FileAsync(me, Desk.DeskWorld.Minor);
        await world.Desk.ChangeAsync(me, world.Away());
        await world.LateAsync(minor);
        world.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal((0, TimeSpan.FromMinutes(20)), await world.RoundAsync());
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((0, TimeSpan.FromMinutes(21)), await world.RoundAsync());

        var admin = await world.HireAsync(StaffRole.Admin);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await world.RoundAsync()).Written);
        var mail = Assert.Single(await world.MailsAsync());
        Assert.Equal((admin.Staff, true, OneOverdue), (mail.Staff, mail.CountsOnly, mail.Counts));
        world.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((0, TimeSpan.Zero), await world.RoundAsync());

        world.Clock.Advance(TimeSpan.FromHours(23));
        await world.RoundAsync();
        Assert.True((await world.MailsAsync(admin))[^1] is { CountsOnly: true, DigestDay: not null });
    }

    [Theory, DatabaseData]
    public async Task What_was_done_before_anybody_was_told_is_not_told(DatabaseKind kind)
    {
        await using var world = await TellingWorld.StartAsync(kind);
        var me = await world.HireAsync(StaffRole.Advocate);
        var id = await world.Desk.FileAsync(me);
        await world.LateAsync(id);
        await world.Desk.ChangeAsync(id, it => it.FinishTask(it.Tasks[0].Id, me.AsActor(), world.Now));
        await world.RoundAsync();
        Assert.Empty(await world.MailsAsync());
        Assert.Equal((0, TimeSpan.Zero), await world.RoundAsync());
    }

    [Theory, DatabaseData]
    public async Task A_digest_of_its_own_hour_counts_the_same_as_one_that_comes_with_all_the_others(DatabaseKind kind)
    {
        await using var world = await TellingWorld.StartAsync(kind);
        var me = await world.HireAsync(StaffRole.Advocate, with: user => user.DigestAt = new TimeOnly(10, 0));
        var (other, boss) = (await world.HireAsync(StaffRole.Advocate), await world.HireAsync(StaffRole.Supervisor));
        var (mine, theirs) = (await world.Desk.FileAsync(me), await world.Desk.FileAsync(other));
        foreach (var id in new[] { mine, theirs })
        {
            await world.Desk.AskAsync(id, dueIn: 300);
            await world.Desk.AskAsync(id, TaskKind.ApproveNotice, TaskFor.Supervisors, dueIn: 300);
        }

        await world.Desk.ChangeAsync(other, world.Away(me));
        await world.Desk.ChangeAsync(theirs, it => Assert.True(
            it.BreakGlass(me.Staff, boss.AsActor(), "Stands in.", world.Now.AddDays(2), world.Now).IsDone));
        await world.RoundAsync();
        world.Clock.Advance(TimeSpan.FromHours(1.5));
        await world.RoundAsync();
        var alone = Assert.Single(await world.MailsAsync());
        Assert.Equal((me.Staff, new TaskCounts(0, 0, 0, 0, 0, 2)), (alone.Staff, alone.Counts));

        world.Clock.Advance(TimeSpan.FromHours(22));
        await world.RoundAsync();
        Assert.Equal(new TaskCounts(0, 0, 0, 2, 0, 0), Assert.Single(await world.MailsAsync(boss)).Counts);
        Assert.Single(await world.MailsAsync(me));
    }

    [Theory, DatabaseData]
    public async Task A_house_that_catches_up_writes_two_mails_and_not_a_storm(DatabaseKind kind)
    {
        await using var world = await TellingWorld.StartAsync(kind);
        var me = await world.HireAsync(StaffRole.Advocate, with: user => user.DigestAt = new TimeOnly(23, 0));
        var ids = new List<CaseId>();
        for (var count = 0; count < 6; count++)
        {
            ids.Add(await world.Desk.FileAsync(me));
        }

        foreach (var id in ids)
        {
            await world.LateAsync(id);
            await world.RoundAsync();
            world.Clock.Advance(TimeSpan.FromSeconds(30));
        }

        world.Clock.Advance(TellingPlan.Pause);
        await world.RoundAsync();
        Assert.Equal([1, 5], (await world.MailsAsync()).Select(mail => mail.Overdue));
    }
}
