using Microsoft.EntityFrameworkCore;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Sql;
using TakedownCases.Data.Telling;
using TakedownCases.Domain.Access;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Telling;

/// <summary>What becomes of a mail that is written: nobody gets it twice, and what it told is not dropped.</summary>
public sealed class StaffMailsTests
{
    [Theory, DatabaseData]
    public async Task Many_workers_send_each_mail_once(DatabaseKind kind)
    {
        await using var world = await TellingWorld.StartAsync(kind);
        for (var count = 0; count < 8; count++)
        {
            await world.LateAsync(await world.Desk.FileAsync(await world.HireAsync(StaffRole.Advocate)));
        }

        await world.RoundAsync();
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.SendAsync())));

        Assert.Equal(8, sent.Sum(mine => mine.Count));
        Assert.Equal(8, sent.SelectMany(mine => mine).Distinct().Count());
        Assert.All(await world.MailsAsync(), mail => Assert.Equal((StaffMailState.Sent, 1), (mail.State, mail.Attempts)));
    }

    [Theory, DatabaseData]
    public async Task A_worker_that_was_killed_while_sending_leaves_a_lease_and_the_next_in_line_is_told(DatabaseKind kind)
    {
        await using var world = await TellingWorld.StartAsync(kind);
        var (boss, me) = (await world.HireAsync(StaffRole.Supervisor), await world.HireAsync(StaffRole.Advocate));
        await world.LateAsync(await world.Desk.FileAsync(me));
        await world.RoundAsync();
        var killed = await world.TakeAsync();
        Assert.Null(await world.TakeAsync());
        await world.RoundAsync();
        Assert.Empty(await world.MailsAsync(boss));

        world.Clock.Advance(new OutboxPace().Lease);
        Assert.Null(await world.TakeAsync());
        Assert.Equal(StaffMailState.Unknown, Assert.Single(await world.MailsAsync(me)).State);
        Assert.False(await world.SettleAsync(killed, SendEnd.Accepted));
        await world.RoundAsync();
        await world.RoundAsync();
        Assert.Single(await world.MailsAsync(me));
        Assert.Equal([$"{boss.Staff.Value:N}@example.org"], await world.SendAsync());
        await world.RoundAsync();
        Assert.Equal(2, (await world.MailsAsync()).Count);
    }

    [Theory]
    [DatabaseData(SendEnd.Rejected)]
    [DatabaseData(SendEnd.Unknown)]
    public async Task What_did_not_arrive_goes_down_the_line_to_its_end_and_to_nobody_twice(DatabaseKind kind, SendEnd end)
    {
        await using var world = await TellingWorld.StartAsync(kind);
        var (boss, admin) = (await world.HireAsync(StaffRole.Supervisor), await world.HireAsync(StaffRole.Admin));
        var me = await world.HireAsync(StaffRole.Advocate);
        await world.LateAsync(await world.Desk.FileAsync(me));
        var line = new List<string>();
        for (var rounds = 0; rounds < 5; rounds++)
        {
            await world.RoundAsync();
            line.AddRange(await world.SendAsync(end));
        }

        Assert.Equal(new[] { me, boss, admin }.Select(one => $"{one.Staff.Value:N}@example.org"), line);
        world.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(TimeSpan.FromMinutes(10), (await world.RoundAsync()).Lateness);

        // With nobody left, what surely did not arrive is tried again; what may have arrived is not.
        Assert.Equal(end == SendEnd.Rejected ? 3 : 0, (await world.SendAsync()).Count);
        Assert.Equal(3, (await world.MailsAsync()).Count);
    }

    [Theory, DatabaseData]
    public async Task What_imminent_danger_says_does_not_wait_a_day_for_a_server(DatabaseKind kind)
    {
        await using var world = await TellingWorld.StartAsync(kind);
        var (boss, me) = (await world.HireAsync(StaffRole.Supervisor), await world.HireAsync(StaffRole.Advocate));
        var id = await world.Desk.FileAsync(me);
        await world.LateAsync(id);
        await world.DangerAsync(id);
        for (var minutes = 0; minutes < 30; minutes++)
        {
            await world.RoundAsync();
            while (await world.TakeAsync() is { } turn)
            {
                await world.SettleAsync(turn, turn.Recipient.StartsWith(me.Staff.Value.ToString("N"), StringComparison.Ordinal) ? SendEnd.Deferred : SendEnd.Accepted);
            }

            world.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(StaffMailState.Failed, Assert.Single(await world.MailsAsync(me)).State);
        Assert.Equal(StaffMailState.Sent, Assert.Single(await world.MailsAsync(boss)).State);
    }

    [Theory, DatabaseData]
    public async Task A_digest_of_unknown_fate_is_not_repeated_and_the_next_day_has_its_own(DatabaseKind kind)
    {
        await using var world = await TellingWorld.StartAsync(kind);
        var (_, me) = (await world.HireAsync(StaffRole.Supervisor), await world.HireAsync(StaffRole.Advocate));
        await world.Desk.AskAsync(await world.Desk.FileAsync(me), dueIn: 300);
        await world.RoundAsync();
        for (var day = 0; day < 2; day++)
        {
            world.Clock.Advance(TimeSpan.FromHours(24));
            await world.RoundAsync();
            Assert.Single(await world.SendAsync(day == 0 ? SendEnd.Unknown : SendEnd.Accepted));
            await world.RoundAsync();
            Assert.Empty(await world.SendAsync());
        }

        Assert.Equal([StaffMailState.Unknown, StaffMailState.Sent], (await world.MailsAsync()).Select(mail => mail.State));
    }

    [Theory, DatabaseData]
    public async Task Whoever_no_mail_reaches_is_tried_each_day_and_somebody_else_is_told_beside_them(DatabaseKind kind)
    {
        await using var world = await TellingWorld.StartAsync(kind);
        var (boss, me) = (await world.HireAsync(StaffRole.Supervisor), await world.HireAsync(StaffRole.Advocate));
        await world.Desk.AskAsync(await world.Desk.FileAsync(me), dueIn: 300);
        await world.RoundAsync();
        await NextDayAsync(SendEnd.Rejected);
        Assert.Equal((1, 0), ((await world.MailsAsync(me)).Count, (await world.MailsAsync(boss)).Count));
        await NextDayAsync(SendEnd.Accepted);
        Assert.Equal((2, 1), ((await world.MailsAsync(me)).Count, (await world.MailsAsync(boss)).Count));
        await NextDayAsync(SendEnd.Accepted);
        Assert.Equal((3, 1), ((await world.MailsAsync(me)).Count, (await world.MailsAsync(boss)).Count));

        async Task NextDayAsync(SendEnd end)
        {
            world.Clock.Advance(TimeSpan.FromHours(24));
            await world.RoundAsync();
            await world.SendAsync(end);
        }
    }

    [Theory, DatabaseData]
    public async Task What_was_deferred_is_tried_again_later_and_does_not_hold_up_the_others(DatabaseKind kind)
    {
        await using var world = await TellingWorld.StartAsync(kind);
        var (boss, me, other) = (await world.HireAsync(StaffRole.Supervisor), await world.HireAsync(StaffRole.Advocate), await world.HireAsync(StaffRole.Advocate));
        await world.LateAsync(await world.Desk.FileAsync(me));
        await world.LateAsync(await world.Desk.FileAsync(other));
        await world.RoundAsync();
        var first = await world.TakeAsync();
        await world.SettleAsync(first, SendEnd.Deferred);
        Assert.Single(await world.SendAsync());
        world.Clock.Advance(OutboxPace.WaitAfter(1));
        var again = await world.TakeAsync();
        Assert.Equal((first!.Id, 2, first.WrittenAt, first.Counts), (again!.Id, again.Attempt, again.WrittenAt, again.Counts));
        Assert.False(await world.SettleAsync(first, SendEnd.Accepted));
        await world.SettleAsync(again, SendEnd.Deferred);

        for (var hours = 0; hours < 24; hours++)
        {
            world.Clock.Advance(TimeSpan.FromHours(1));
            await world.SendAsync(SendEnd.Deferred);
        }

        await world.RoundAsync();
        Assert.NotEmpty(await world.MailsAsync(boss));
        Assert.Contains(await world.MailsAsync(), mail => mail.Id == first.Id && mail.State == StaffMailState.Failed);
    }

    [Theory, DatabaseData]
    public async Task What_was_told_is_forgotten_in_time_and_not_told_again(DatabaseKind kind)
    {
        await using var world = await TellingWorld.StartAsync(kind);
        var me = await world.HireAsync(StaffRole.Advocate);
        await world.LateAsync(await world.Desk.FileAsync(me));
        await world.RoundAsync();
        await world.SendAsync();
        await ForgetAsync();
        Assert.Single(await world.MailsAsync());
        await world.Desk.ChangeAsync(me, user => user.DisabledAt = world.Now);
        world.Clock.Advance(StaffMails.KeptFor + TimeSpan.FromSeconds(1));
        await ForgetAsync();
        Assert.Empty(await world.MailsAsync());
        Assert.Equal(0, await world.Desk.WithAsync((TakedownDbContext db) => db.ToldTasks.CountAsync()));
        Assert.Equal((0, TimeSpan.Zero), await world.RoundAsync());

        async Task ForgetAsync() => await world.Desk.WithAsync(async (Leftovers leftovers) =>
        {
            await leftovers.DeleteStaffMailsAsync(world.Now - StaffMails.KeptFor, CancellationToken.None);
            return 0;
        });
    }
}
