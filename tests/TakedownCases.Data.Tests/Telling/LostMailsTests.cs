using TakedownCases.Data.Notices;
using TakedownCases.Data.Telling;
using TakedownCases.Domain.Access;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Telling;

/// <summary>What was to be told by mails that did not arrive, or that are too old to be sent.</summary>
public sealed class LostMailsTests
{
    [Theory]
    [DatabaseData(SendEnd.Unknown, true)]
    [DatabaseData(SendEnd.Unknown, false)]
    [DatabaseData(SendEnd.Rejected, true)]
    [DatabaseData(SendEnd.Rejected, false)]
    public async Task What_was_lost_at_night_is_in_the_morning_mail_of_the_next_in_line(DatabaseKind kind, SendEnd end, bool wantsMails)
    {
        await using var world = await TellingWorld.StartAsync(kind);
        var me = await world.HireAsync(StaffRole.Advocate);
        var boss = await world.HireAsync(
            StaffRole.Supervisor, with: user => (user.QuietFrom, user.QuietUntil, user.WantsMails) = (new TimeOnly(20, 0), new TimeOnly(8, 0), wantsMails));
        await world.RoundAsync();
        world.Clock.Advance(TimeSpan.FromHours(12));
        await world.LateAsync(await world.Desk.FileAsync(me));
        await world.RoundAsync();
        Assert.Single(await world.SendAsync(end));
        await world.RoundAsync();
        Assert.Empty(await world.MailsAsync(boss));

        world.Clock.Advance(TimeSpan.FromHours(11));
        await world.RoundAsync();
        Assert.Equal(2, (await world.SendAsync()).Count);
        var morning = Assert.Single(await world.MailsAsync(boss));
        Assert.Equal((1, 1, new DateOnly(2027, 3, 2)), (morning.Overdue, morning.Counts.All, morning.DigestDay!.Value));

        // What arrived since told of it no more than before: it stays the next in line's until it is done.
        await world.Desk.AskAsync(await world.Desk.FileAsync(boss), dueIn: 300);
        world.Clock.Advance(TimeSpan.FromHours(24));
        await world.RoundAsync();
        Assert.Equal(2, (await world.MailsAsync(boss))[^1].Counts.All);
        await world.RoundAsync();
        Assert.Equal((2, 3), ((await world.MailsAsync(boss)).Count, (await world.MailsAsync(me)).Count));
    }

    [Theory]
    [DatabaseData(SendEnd.Rejected)]
    [DatabaseData(SendEnd.Deferred)]
    public async Task A_house_that_cannot_be_mailed_is_late_until_it_can_however_often_it_is_tried(DatabaseKind kind, SendEnd end)
    {
        await using var world = await TellingWorld.StartAsync(kind);
        var me = await world.HireAsync(StaffRole.Advocate);
        await world.LateAsync(await world.Desk.FileAsync(me));
        await world.RoundAsync();
        await world.SendAsync(SendEnd.Rejected);
        for (var looks = 1; looks <= 60; looks++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(30));
            Assert.Equal(TimeSpan.FromSeconds(30 * looks), (await world.RoundAsync()).Lateness);
            await world.SendAsync(end);
        }

        Assert.InRange(Assert.Single(await world.MailsAsync()).Attempts, 3, 6);
        world.Clock.Advance(TimeSpan.FromHours(2));
        await world.RoundAsync();
        var turn = await world.TakeAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True((await world.RoundAsync()).Lateness > TimeSpan.FromHours(2));
        await world.SettleAsync(turn, SendEnd.Accepted);
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        await world.RoundAsync();
        Assert.Equal((0, TimeSpan.Zero), await world.RoundAsync());
    }

    [Theory]
    [DatabaseData(true)]
    [DatabaseData(false)]
    public async Task A_mail_that_a_week_of_standing_still_made_old_is_not_sent_and_what_it_told_is_told_anew(DatabaseKind kind, bool isDigest)
    {
        await using var world = await TellingWorld.StartAsync(kind);
        var (boss, me) = (await world.HireAsync(StaffRole.Supervisor), await world.HireAsync(StaffRole.Advocate));
        var id = await world.Desk.FileAsync(me);
        await world.RoundAsync();
        await (isDigest ? world.Desk.AskAsync(id, dueIn: 24 * 30) : world.LateAsync(id));
        world.Clock.Advance(TimeSpan.FromHours(isDigest ? 23 : 1));
        await world.RoundAsync();
        Assert.Single(await world.SendAsync(SendEnd.Deferred));
        var old = Assert.Single(await world.MailsAsync());

        world.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Empty(await world.SendAsync());
        await world.RoundAsync();
        await world.RoundAsync();
        Assert.Equal([$"{me.Staff.Value:N}@example.org"], await world.SendAsync());
        Assert.Empty(await world.MailsAsync(boss));
        Assert.Equal((2, StaffMailState.Failed), ((await world.MailsAsync(me)).Count, Assert.Single(await world.MailsAsync(me), mail => mail.Id == old.Id).State));
        Assert.Equal((0, TimeSpan.Zero), await world.RoundAsync());
    }

    [Theory, DatabaseData]
    public async Task What_a_restored_copy_shows_as_waiting_is_not_sent_and_is_told_anew(DatabaseKind kind)
    {
        await using var world = await TellingWorld.StartAsync(kind);
        var (boss, me) = (await world.HireAsync(StaffRole.Supervisor), await world.HireAsync(StaffRole.Advocate));
        var other = await world.HireAsync(StaffRole.Advocate);
        await world.LateAsync(await world.Desk.FileAsync(me));
        await world.LateAsync(await world.Desk.FileAsync(other));
        await world.RoundAsync();
        var sending = await world.TakeAsync();
        Assert.Equal(2, await EndAsync());
        Assert.Equal(0, await EndAsync());
        Assert.False(await world.SettleAsync(sending, SendEnd.Accepted));
        Assert.Empty(await world.SendAsync());

        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.RoundAsync();
        Assert.Equal(2, (await world.SendAsync()).Distinct().Count());
        Assert.Empty(await world.MailsAsync(boss));
        Assert.Equal((2, 2), ((await world.MailsAsync(me)).Count, (await world.MailsAsync(other)).Count));
        await world.RoundAsync();
        Assert.Equal(4, (await world.MailsAsync()).Count);

        Task<int> EndAsync() => world.Desk.WithAsync((StaffMails mails) => mails.EndRestoredAsync(CancellationToken.None));
    }
}
