using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Testing;
using TakedownCases.Testing.Mail;
using TakedownCases.Web.Jobs;
using TakedownCases.Web.Tests.Jobs;

namespace TakedownCases.Web.Tests.Faults;

/// <summary>A case is erased while one of its notices is with the mail server: what comes of that one keeps nobody else back.</summary>
public sealed class ErasedWhileSendingTests
{
    private const int Notices = 20;

    [Theory]
    [DatabaseData(false, false)]
    [DatabaseData(true, false)]
    [DatabaseData(false, true)]
    public async Task All_other_notices_leave(DatabaseKind kind, bool keepProof, bool diesMeanwhile)
    {
        var dots = 0;
        await using var server = new FaultySmtpServer
        {
            Faults = (_, step) => step == SmtpStep.Dot && Interlocked.Increment(ref dots) == 3 ? SmtpFault.Hang(stored: true) : null,
        };
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = TestApp.StartOn(database, SendingWorld.Options(server, hasArchive: true, ManualTimeProvider.DefaultStart));
        await app.QueueAsync(Notices);
        var sending = app.SweepAsync(JobTable.Sending);
        await JobWorld.UntilAsync(() => Task.FromResult(Volatile.Read(ref dots) == 3));
        var erased = await app.ReadAsync(db => db.Notices.Where(notice => notice.State == NoticeState.Sending).Select(notice => notice.CaseId).SingleAsync());

        await app.ChangeAsync(erased, (one, now) => one.RequestErasure(keepProof, now, Actor.Survivor, now));
        Assert.True(await app.SweepAsync(JobTable.Erasures));
        if (!diesMeanwhile)
        {
            await app.OutlastHangAsync(sending);
        }

        app.Clock.Set(app.Clock.GetUtcNow() + TimeSpan.FromHours(1));
        await app.EmptyOutboxAsync();
        await app.OutlastHangAsync(sending);

        var others = await app.ReadAsync(db => db.Notices.AsNoTracking().Where(notice => notice.CaseId != erased).ToListAsync());
        Assert.All(others, notice => Assert.Equal(NoticeState.Sent, notice.State));
        var states = await app.ReadAsync(db => db.Notices.Where(notice => notice.CaseId == erased).Select(notice => notice.State).ToListAsync());
        Assert.All(states, state => Assert.True(state is NoticeState.Sent or NoticeState.Stopped));
        Assert.All(server.Received.GroupBy(mail => mail.MessageId, StringComparer.Ordinal), mails => Assert.Single(mails));
        Assert.DoesNotContain(app.Logs, line => line.Id.Id is 1051 or 1063);
        Assert.Equal([], await app.VerifyAsync());
    }
}
