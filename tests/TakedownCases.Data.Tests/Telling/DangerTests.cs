using TakedownCases.Data.Notices;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Escalation.Telling;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Telling;

/// <summary>Imminent danger: told at once, again, and before anything else.</summary>
public sealed class DangerTests
{
    [Theory, DatabaseData]
    public async Task Who_was_told_is_told_once_more_when_danger_becomes_imminent_even_if_they_want_no_mails(DatabaseKind kind)
    {
        await using var world = await TellingWorld.StartAsync(kind);
        var (me, boss) = (await world.HireAsync(StaffRole.Advocate), await world.HireAsync(StaffRole.Supervisor, with: user => user.WantsMails = false));
        var id = await world.Desk.FileAsync(me);
        await world.LateAsync(id);
        await world.Desk.AskAsync(id, TaskKind.Supervise, TaskFor.Supervisors);
        await world.RoundAsync();
        Assert.Equal(me.Staff, Assert.Single(await world.MailsAsync()).Staff);

        await world.DangerAsync(id);
        await world.RoundAsync();
        await world.RoundAsync();
        Assert.Equal(2, (await world.MailsAsync(me)).Count);
        Assert.Equal(new TaskCounts(1, 0, 0, 0, 0, 0), Assert.Single(await world.MailsAsync(boss)).Counts);
    }

    [Theory, DatabaseData]
    public async Task Danger_that_comes_a_second_time_is_told_a_second_time_to_whom_mails_reach(DatabaseKind kind)
    {
        await using var world = await TellingWorld.StartAsync(kind);
        var (me, lost) = (await world.HireAsync(StaffRole.Advocate), await world.HireAsync(StaffRole.Supervisor));
        var boss = await world.HireAsync(StaffRole.Supervisor);
        var id = await world.Desk.FileAsync(me);
        await world.Desk.AskAsync(id, dueIn: 300);
        await world.Desk.AskAsync(id, TaskKind.Supervise, TaskFor.Supervisors, dueIn: 300);
        for (var times = 1; times <= 3; times++)
        {
            await world.DangerAsync(id);
            await world.RoundAsync();
            while (await world.TakeAsync() is { } turn)
            {
                var isLost = turn.Recipient.StartsWith(lost.Staff.Value.ToString("N"), StringComparison.Ordinal);
                await world.SettleAsync(turn, isLost ? SendEnd.Unknown : SendEnd.Accepted);
            }

            await world.RoundAsync();
            Assert.Equal((times, times, 1), (await DangersAsync(me), await DangersAsync(boss), await DangersAsync(lost)));
            await world.DangerAsync(id, Severity.Urgent);
            await world.RoundAsync();
            world.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        async Task<int> DangersAsync(Viewer staff) => (await world.MailsAsync(staff)).Sum(mail => mail.Danger);
    }

    [Theory, DatabaseData]
    public async Task Imminent_danger_does_not_wait_for_the_digests_of_the_house_to_be_counted(DatabaseKind kind)
    {
        await using var world = await TellingWorld.StartAsync(kind);
        var (me, boss) = (await world.HireAsync(StaffRole.Advocate), await world.HireAsync(StaffRole.Supervisor));
        var (calm, grave) = (await world.Desk.FileAsync(boss), await world.Desk.FileAsync(me));
        await world.Desk.AskAsync(calm, dueIn: 300);
        await world.RoundAsync();
        world.Clock.Advance(TimeSpan.FromHours(23));
        await world.LateAsync(grave);
        await world.DangerAsync(grave);
        await world.RoundAsync();
        var alarm = Assert.Single(await world.MailsAsync());
        Assert.Equal((me.Staff, null, 1), (alarm.Staff, alarm.DigestDay, alarm.Danger));

        await world.RoundAsync();
        Assert.Equal([new TaskCounts(0, 0, 0, 0, 0, 1)], (await world.MailsAsync(boss)).Select(mail => mail.Counts));
        Assert.Equal(new DateOnly(2027, 3, 2), Assert.Single(await world.MailsAsync(me), mail => mail.Id != alarm.Id).DigestDay);
        await world.RoundAsync();
        Assert.Equal(3, (await world.MailsAsync()).Count);
    }
}
