using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Identity;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Sql;
using TakedownCases.Data.Telling;
using TakedownCases.Data.Tests.Desk;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Telling;

/// <summary>A house with colleagues and tasks, and what telling them comes to.</summary>
internal sealed class TellingWorld(DeskWorld desk) : IAsyncDisposable
{
    public DeskWorld Desk { get; } = desk;

    public ManualTimeProvider Clock => Desk.Clock;

    public DateTimeOffset Now => Desk.Now;

    public static async Task<TellingWorld> StartAsync(DatabaseKind kind) => new(await DeskWorld.StartAsync(kind));

    public Task<Viewer> HireAsync(StaffRole role, bool cleared = false, Action<StaffUser>? with = null) => Desk.HireAsync(role, cleared, with);

    public static void Quiet(StaffUser user) => (user.QuietFrom, user.QuietUntil) = (new TimeOnly(20, 0), new TimeOnly(7, 0));

    public Action<StaffUser> Away(Viewer? deputy = null) => user =>
        (user.AwayFrom, user.AwayUntil, user.Deputy) = (Now.AddDays(-1), Now.AddDays(5), deputy?.Staff);

    /// <summary>A task that cannot wait: a platform's deadline has passed.</summary>
    public Task LateAsync(CaseId id) => Desk.ChangeAsync(id, it => Assert.True(it.RaiseTask(
        new NewTask(TaskKind.DeadlinePassed, TaskFor.Holder, Now, Notice: NoticeId.New(Now)), Actor.System, Now).IsDone));

    public Task DangerAsync(CaseId id, Severity severity = Severity.Imminent) => Desk.ChangeAsync(id, it => Assert.True(
        it.ChangeSeverity(severity, Samples.StartClock, Actor.System, Now).IsDone));

    /// <summary>One look at the house. Whoever it tells may see what they are told of, or is told counts alone.</summary>
    public async Task<(int Written, TimeSpan Lateness)> RoundAsync()
    {
        var done = await Desk.WithAsync((TellingRound round) => round.RunAsync(CancellationToken.None));
        await using var scope = Desk.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        foreach (var told in await db.ToldTasks.AsNoTracking().ToListAsync())
        {
            var viewer = (await db.Users.AsNoTracking().SingleAsync(user => user.Id == told.Staff.Value)).AsViewer();
            var mail = await db.StaffMails.AsNoTracking().SingleAsync(mail => mail.Id == told.Mail);
            Assert.Equal(viewer.Role == StaffRole.Admin, mail.CountsOnly);
            Assert.True(mail.CountsOnly || await scope.ServiceProvider.GetRequiredService<CaseStore>().VisibleTo(viewer).AnyAsync(found => found.Id == told.CaseId));
        }

        return done;
    }

    /// <summary>The mails written so far, oldest first.</summary>
    public async Task<List<StaffMail>> MailsAsync(Viewer? to = null)
    {
        await using var scope = Desk.Services.CreateAsyncScope();
        var mails = await scope.ServiceProvider.GetRequiredService<TakedownDbContext>().StaffMails.AsNoTracking()
            .OrderBy(mail => mail.WrittenAt).ThenBy(mail => mail.Id).ToListAsync();
        return [.. mails.Where(mail => to is null || mail.Staff == to.Staff)];
    }

    public Task<StaffMailTurn?> TakeAsync() => Desk.WithAsync((StaffMails mails) => mails.TakeAsync(Guid.CreateVersion7(), CancellationToken.None));

    public Task<bool> SettleAsync(StaffMailTurn? turn, SendEnd end)
        => Desk.WithAsync((StaffMails mails) => mails.SettleAsync(turn!, end, CancellationToken.None));

    /// <summary>Sends all that is due; each ends in the same way. Gives back to whom.</summary>
    public async Task<List<string>> SendAsync(SendEnd end = SendEnd.Accepted)
    {
        var to = new List<string>();
        while (await TakeAsync() is { } turn)
        {
            to.Add(turn.Recipient);
            Assert.True(await SettleAsync(turn, end));
        }

        return to;
    }

    /// <summary>The same round in several processes at once: a conflict is another's having been first.</summary>
    public Task TogetherAsync(int processes) => Task.WhenAll(Enumerable.Range(0, processes).Select(_ => Task.Run(async () =>
    {
        try
        {
            await Desk.WithAsync((TellingRound round) => round.RunAsync(CancellationToken.None));
        }
        catch (DbUpdateException conflict) when (DatabaseErrors.IsConflict(conflict))
        {
        }
    })));

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}
