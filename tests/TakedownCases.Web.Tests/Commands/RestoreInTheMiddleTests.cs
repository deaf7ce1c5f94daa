using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Ledger;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Testing;
using TakedownCases.Testing.Mail;
using TakedownCases.Web.Jobs;
using TakedownCases.Web.Tests.Faults;
using TakedownCases.Web.Tests.Jobs;

namespace TakedownCases.Web.Tests.Commands;

/// <summary>
/// A backup taken while people file, a notice is with the mail server and deadlines pass; restored where nothing was, after
/// the rest had left and cases had been erased. Counted at the mail server, which knows nothing of restores.
/// </summary>
public sealed partial class RestoreInTheMiddleTests
{
    private const int Notices = 40;
    private const int SentBefore = 7;

    private int _dots;

    [Theory]
    [DatabaseData(true)]
    [DatabaseData(false)]
    public async Task A_backup_of_the_middle_sends_nothing_twice_and_brings_back_nothing_erased(DatabaseKind kind, bool hasArchive)
    {
        var folder = Scratch.NewFolder("middle");
        var (middle, later) = (Path.Combine(folder, "middle"), Path.Combine(folder, "later"));
        await using var server = new FaultySmtpServer
        {
            Faults = (_, step) => step == SmtpStep.Dot && Interlocked.Increment(ref _dots) == SentBefore + 1 ? SmtpFault.Hang(stored: true) : null,
        };
        await using var lost = await TestDatabase.CreateAsync(kind);
        string keyFile;
        DateTimeOffset end;
        (CaseId Id, bool KeepsProof)[] erased;
        await using (var app = TestApp.StartOn(lost, SendingWorld.Options(server, hasArchive, ManualTimeProvider.DefaultStart)))
        {
            keyFile = app.KeyFile;
            await app.QueueAsync(Notices);
            await BackUpInTheMiddleAsync(app, middle);
            var atTheServer = await app.ReadAsync(db => db.Notices.Where(notice => notice.State == NoticeState.Unknown).Select(notice => notice.CaseId).SingleAsync());
            var cases = await app.ReadAsync(db => db.Notices.Where(notice => notice.CaseId != atTheServer).Select(notice => notice.CaseId).Distinct().ToListAsync());
            erased = [(cases[0], true), (cases[1], false)];
            foreach (var (id, keepsProof) in erased)
            {
                await app.ChangeAsync(id, (one, now) => one.RequestErasure(keepsProof, now, Actor.Survivor, now));
            }

            Assert.True(await app.SweepAsync(JobTable.Erasures));
            await app.EmptyOutboxAsync();
            var (code, said) = await app.RunAsync("backup", later);
            Assert.True(code == 0, said);
            end = app.Clock.GetUtcNow();
        }

        var left = server.Received.Count;
        await using var place = await TestDatabase.CreateEmptyAsync(kind);
        var doubted = await RestoreAsync(place, middle, keyFile);
        await using var restored = TestApp.StartOn(place, SendingWorld.Options(server, hasArchive, end + TimeSpan.FromHours(1), keyFile));
        Assert.Equal([], await FindingsAsync(restored));
        var before = await StatesAsync(restored);
        Assert.True(await restored.SweepAsync(JobTable.Clocks));
        await restored.EmptyOutboxAsync();
        await restored.FileAsync();

        var after = await StatesAsync(restored);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"counts: {kind} restore, archive {(hasArchive ? "yes" : "no")}, notices {Notices}, left before the backup {before.Count(state => state == NoticeState.Sent)}, in doubt {doubted}, at the server {left}, sent twice {server.Received.Count - left}, left to a person {after.Count(state => state == NoticeState.Unknown)}"));
        Assert.Equal((Notices, SentBefore), (before.Count, before.Count(state => state == NoticeState.Sent)));
        Assert.InRange(doubted, 2, Notices - SentBefore);
        Assert.Equal(left, server.Received.Count);
        Assert.All(server.Received.GroupBy(mail => mail.MessageId, StringComparer.Ordinal), mails => Assert.Single(mails));
        Assert.DoesNotContain(after, state => state is NoticeState.Queued or NoticeState.Sending);
        Assert.Equal(hasArchive ? 0 : doubted, after.Count(state => state == NoticeState.Unknown));
        Assert.Equal(hasArchive ? 0 : doubted, await restored.ReadAsync(db => db.Tasks.CountAsync(task => task.Kind == TaskKind.UnknownSending && task.EndedAt == null)));
        foreach (var (id, keepsProof) in erased)
        {
            Assert.Equal(CaseState.Erased, await restored.ReadAsync(db => db.Cases.Where(one => one.Id == id).Select(one => one.State).SingleAsync()));
            Assert.Equal(keepsProof, await restored.ReadAsync(db => db.CaseDataKeys.AnyAsync(key => key.CaseId == id)));
        }

        Assert.Equal([], await FindingsAsync(restored));
    }

    /// <summary>Returns when the backup is made and the one that was with the server is given up.</summary>
    private async Task BackUpInTheMiddleAsync(TestApp app, string file)
    {
        using var enough = new CancellationTokenSource();
        var sending = app.SweepAsync(JobTable.Sending);
        await JobWorld.UntilAsync(() => Task.FromResult(Volatile.Read(ref _dots) == SentBefore + 1));
        var filing = RepeatAsync(() => app.FileAsync(), enough.Token);
        var climbing = RepeatAsync(
            () =>
            {
                // Moves what the time is and runs no timer: the mail server's silence is not given up yet.
                app.Clock.Set(app.Clock.GetUtcNow() + TimeSpan.FromMinutes(30));
                return app.SweepAsync(JobTable.Clocks);
            },
            enough.Token);
        await JobWorld.UntilAsync(() => app.ReadAsync(db => db.Rungs.AnyAsync()));
        var (code, said) = await app.RunAsync("backup", file);
        await enough.CancelAsync();
        await Task.WhenAll(filing, climbing);
        Assert.True(code == 0, said);
        Assert.False(sending.IsCompleted);
        await app.OutlastHangAsync(sending);
    }

    private static async Task RepeatAsync(Func<Task> act, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            await Task.Run(act, CancellationToken.None);
        }
    }

    /// <summary>As the owner of the tables, into a place without any; says how many notices are in doubt.</summary>
    private static async Task<int> RestoreAsync(TestDatabase place, string file, string keyFile)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:Takedown"] = place.ConnectionString,
            ["Installation:KeyFile"] = keyFile,
        };
        if (place.Kind == DatabaseKind.Postgres)
        {
            settings["Database:AppRole"] = "takedown_app";
        }

        var (code, said) = await OperatorConsole.RunAsync(place, settings, "restore", file);
        Assert.True(code == 0, said);
        return int.Parse(InDoubt().Match(said).Groups["count"].Value, CultureInfo.InvariantCulture);
    }

    private static Task<List<NoticeState>> StatesAsync(TestApp app)
        => app.ReadAsync(db => db.Notices.Select(notice => notice.State).ToListAsync());

    private static async Task<List<string>> FindingsAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var verdict = await scope.ServiceProvider.GetRequiredService<LedgerVerification>().RunAsync(Actor.Console, null, CancellationToken.None);
        return [.. verdict.Findings.Where(finding => !finding.IsWarning).Select(finding => finding.Message)];
    }

    [GeneratedRegex(@"(?<count>\d+) notices had not left", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InDoubt();
}
