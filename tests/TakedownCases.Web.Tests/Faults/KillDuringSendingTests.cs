using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Testing;
using TakedownCases.Testing.Mail;
using TakedownCases.Web.Jobs;
using TakedownCases.Web.Mail;
using TakedownCases.Web.Tests.Jobs;

namespace TakedownCases.Web.Tests.Faults;

/// <summary>
/// kill -9 while notices go out to a mail server that goes wrong in its own ways. What counts is what the server holds:
/// nothing lost, nothing twice. TDC_NOTICES, TDC_KILLS and TDC_SEED make it longer and another one (tests/soak/kill-sending.sh).
/// </summary>
public sealed class KillDuringSendingTests
{
    private const int MostRounds = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Theory, DatabaseData]
    public async Task No_notice_is_lost_or_sent_twice_when_the_program_is_killed(DatabaseKind kind)
    {
        var (notices, kills, seed) = (Number("TDC_NOTICES", 100), Number("TDC_KILLS", 8), Number("TDC_SEED", 20270301));
        await using var database = await TestDatabase.CreateAsync(kind);
        var moments = new SendingKills(seed, Math.Max(1, notices / Math.Max(1, kills) / 2));
        using var authority = new TestAuthority();
        using var certificate = authority.Issue();
        await using var server = new FaultySmtpServer(new SmtpOffer { Certificate = certificate }) { Faults = (_, step) => moments.At(step) };
        await using var program = new MortalProgram(database, Settings(server, authority));
        await using (var writer = TestApp.StartOn(database, Options(program, server, authority, TimeProvider.System.GetUtcNow())))
        {
            await writer.QueueAsync(notices);
            await KillAsync(program, moments, kills, server, writer);
        }

        await using var app = TestApp.StartOn(
            database, Options(program, server, authority, TimeProvider.System.GetUtcNow() + new OutboxPace().Lease));
        var rounds = await EndAsync(app, moments);
        var sent = await app.ReadAsync(db => db.Notices.AsNoTracking().ToListAsync());
        var stored = server.Received.GroupBy(mail => mail.MessageId, StringComparer.Ordinal)
            .ToDictionary(mails => mails.Key, mails => mails.Count(), StringComparer.Ordinal);
        var lost = sent.Count(notice => notice.State == NoticeState.Sent && !stored.ContainsKey(notice.MessageId!));
        var doubled = stored.Values.Count(count => count > 1);
        var refused = sent.Where(notice => notice.State == NoticeState.Rejected).ToList();
        var unsettled = sent.Where(notice => notice.State is not (NoticeState.Sent or NoticeState.Rejected)).ToList();
        var found = await FoundAsync(app);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"counts: {kind} notices {sent.Count}, stored {server.Received.Count}, kills {program.Kills}, lost {lost}, doubled {doubled}, person {unsettled.Count}, refused {refused.Count}, archive {found} ({string.Join(", ", moments.Counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key}: {count.Value}"))}; rounds: {rounds}, seed: {seed})"));
        foreach (var why in await WhyAsync(app, [.. unsettled, .. refused]))
        {
            Console.WriteLine($"person: {kind} {why}");
        }

        Assert.Equal((notices, 0, 0, 0), (sent.Count, lost, doubled, unsettled.Count));
        Assert.Equal(kills, program.Kills);
        Assert.All(refused, notice => Assert.False(stored.ContainsKey(notice.MessageId!)));
        await using var scope = app.Services.CreateAsyncScope();
        var verdict = await scope.ServiceProvider.GetRequiredService<LedgerVerification>().RunAsync(Actor.Console, null, CancellationToken.None);
        Assert.Equal([], verdict.Findings.Where(finding => !finding.IsWarning));
    }

    private static async Task KillAsync(MortalProgram program, SendingKills moments, int kills, FaultySmtpServer server, TestApp watcher)
    {
        for (var kill = 0; kill < kills; kill++)
        {
            if (moments.IsDown())
            {
                await StartWhileDownAsync(program, moments, server, watcher);
                continue;
            }

            var moment = moments.NextKillAsync();
            await program.StartAsync();
            await moment.WaitAsync(Patience);
            await program.KillAsync();
        }

        moments.NoMoreKills();
    }

    /// <summary>The server is down when the program starts, and comes up when that was noticed; then the program is killed as ever.</summary>
    private static async Task StartWhileDownAsync(MortalProgram program, SendingKills moments, FaultySmtpServer server, TestApp watcher)
    {
        await server.GoDownAsync();
        moments.Counted("down");
        var moment = moments.NextKillAsync();
        await program.StartAsync();
        var before = await AttemptsAsync(watcher);
        await JobWorld.UntilAsync(async () => await AttemptsAsync(watcher) > before);
        server.ComeUp();
        await moment.WaitAsync(Patience);
        await program.KillAsync();
    }

    private static Task<int> AttemptsAsync(TestApp app) => app.ReadAsync(db => db.SendAttempts.CountAsync());

    /// <summary>What the dead program left is settled by one that lives, by a clock that does not keep anybody waiting.</summary>
    private static async Task<int> EndAsync(TestApp app, SendingKills moments)
    {
        for (var round = 1; ; round++)
        {
            Assert.True(round < MostRounds, "The outbox never empties.");
            var hang = moments.NextHangAsync();
            var sweep = app.SweepAsync(JobTable.Sending);
            await Task.WhenAny(sweep, hang);
            await app.OutlastHangAsync(sweep);
            Assert.True(await sweep);
            if (!await app.ReadAsync(db => db.Outbox.AnyAsync(item => item.NextAt != null)))
            {
                return round;
            }

            app.Clock.Advance(TimeSpan.FromMinutes(10));
        }
    }

    /// <summary>For each notice that a person must look at, or whose server refused it, what its last attempt was answered.</summary>
    private static async Task<List<string>> WhyAsync(TestApp app, List<Notice> left)
    {
        var lines = new List<string>();
        foreach (var notice in left)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var reading = await scope.ServiceProvider.GetRequiredService<ReadLog>()
                .OpenAsync(notice.CaseId, Actor.Console, "notice", purpose: null, CancellationToken.None);
            var last = await app.ReadAsync(db => db.SendAttempts.AsNoTracking().Where(attempt => attempt.CaseId == notice.CaseId && attempt.Notice == notice.Id)
                .OrderByDescending(attempt => attempt.Number).FirstOrDefaultAsync());
            var evidence = last is null ? null : reading.OpenRecord<AttemptEvidence>(SealedFields.AttemptEvidence(last.Id), last.Evidence);
            lines.Add($"{notice.Reference.Value} {notice.State} after attempt {last?.Number ?? 0}: {evidence?.Reply ?? "nothing is known of it"}");
        }

        return lines;
    }

    private static Task<int> FoundAsync(TestApp app) => app.ReadAsync(async db =>
    {
        var bodies = await db.LedgerEntries.AsNoTracking().Select(row => row.Body).ToListAsync();
        return bodies.Select(body => Domain.Ledger.CanonicalForm.Read(body))
            .Count(entry => entry.Kind == "notice.sent" && entry.Find(Domain.Ledger.LedgerTag.Source)?.AsText() == "archive");
    });

    private static Dictionary<string, string> Settings(FaultySmtpServer server, TestAuthority authority)
    {
        var roots = Path.Combine(Scratch.NewFolder("roots"), "ca.pem");
        File.WriteAllText(roots, authority.Roots[0].ExportCertificatePem());
        return new(Smtp(server), StringComparer.Ordinal) { ["SSL_CERT_FILE"] = roots };
    }

    private static Dictionary<string, string> Smtp(FaultySmtpServer server) => new(StringComparer.Ordinal)
    {
        ["Mail__Transport"] = "Smtp",
        ["Mail__Smtp__Host"] = "localhost",
        ["Mail__Smtp__Port"] = server.Port.ToString(CultureInfo.InvariantCulture),
        ["Mail__Smtp__Security"] = "StartTls",
    };

    private static TestAppOptions Options(MortalProgram program, FaultySmtpServer server, TestAuthority authority, DateTimeOffset at) => new()
    {
        Clock = new ManualTimeProvider(at),
        Settings = Smtp(server).ToDictionary(
                setting => setting.Key.Replace("__", ":", StringComparison.Ordinal), setting => setting.Value, StringComparer.Ordinal)
            .Append(new KeyValuePair<string, string>("Installation:KeyFile", program.KeyFile))
            .ToDictionary(StringComparer.Ordinal),
        Services = services =>
        {
            SchedulerTests.Unscheduled(services);
            services.Replace(ServiceDescriptor.Singleton(new MailTrust(authority.Roots)));
            services.RemoveAll<ISentArchive>();
            services.AddSingleton<ISentArchive>(new ServerArchive(server));
        },
    };

    private static int Number(string variable, int usual)
        => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
