using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TakedownCases.Data;
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

/// <summary>Notices in an outbox, a mail server for them, and an archive that holds what the server holds.</summary>
internal static class SendingWorld
{
    private const int NoticesInCase = 10;
    private const int NoticesToRecipient = 20;
    private const int MostRounds = 200;

    /// <summary>An app that runs no sweep by itself and mails to this server, without TLS.</summary>
    public static TestAppOptions Options(FaultySmtpServer server, bool hasArchive, DateTimeOffset at, string? keyFile = null)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Mail:Transport"] = "Smtp",
            ["Mail:Smtp:Host"] = "127.0.0.1",
            ["Mail:Smtp:Port"] = server.Port.ToString(CultureInfo.InvariantCulture),
            ["Mail:Smtp:Security"] = "None",
        };
        if (keyFile is not null)
        {
            settings["Installation:KeyFile"] = keyFile;
        }

        return new TestAppOptions
        {
            Clock = new ManualTimeProvider(at),
            Settings = settings,
            Services = services =>
            {
                SchedulerTests.Unscheduled(services);
                services.RemoveAll<ISentArchive>();
                services.AddSingleton<ISentArchive>(new ServerArchive(server, hasArchive));
            },
        };
    }

    /// <summary>Puts so many approved notices into the outbox, ten in a case.</summary>
    public static async Task QueueAsync(this TestApp app, int notices)
    {
        CaseId id = default;
        for (var number = 0; number < notices; number++)
        {
            if (number % NoticesInCase == 0)
            {
                id = await app.FileAsync();
            }

            await using var scope = app.Services.CreateAsyncScope();
            var takedownCase = (await scope.ServiceProvider.GetRequiredService<CaseStore>().LoadAsync(id, CancellationToken.None))!;
            var recipient = $"abuse{number / NoticesToRecipient}@example.com";
            var now = app.Clock.Now();
            var notice = Notice.Draft(
                new NoticeDraft(
                    id, NoticeKind.Removal, NoticeReference.FromRandom(RandomNumberGenerator.GetBytes(NoticeReference.RandomBytes)), Track.Adult,
                    FilerKind.Survivor, "example", PlatformIsKnown: true, "example-mail", ChannelKind.Mail, "en"),
                new NoticeChoices(recipient, [takedownCase.Places[0].Id], [], NoticeSigner.Organisation, null),
                Actor.System,
                now).Value!;
            var messageId = $"<{Guid.CreateVersion7(now):N}.{number}@example.org>";
            var mime = $"From: forms@example.org\r\nTo: {recipient}\r\nSubject: Request {notice.Reference.Value}\r\nMessage-ID: {messageId}\r\n\r\nPlease.\r\n";
            var index = scope.ServiceProvider.GetRequiredService<CaseVault>().RecipientIndex(recipient);
            var approved = notice.Approve(
                new NoticeFreeze(new FrozenNotice(recipient, "Request", "Please.", "{}", [], ""), mime, messageId, index, RecipientIsKnown: true),
                hasConsent: true,
                Actor.System,
                now);
            Assert.True(approved.IsDone, approved.Refusal?.Message);
            var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
            db.Notices.Add(notice);
            await db.SaveChangesAsync();
        }
    }

    /// <summary>Sends until nothing is left to do but for people; says after how many rounds.</summary>
    public static async Task<int> EmptyOutboxAsync(this TestApp app)
    {
        for (var round = 1; ; round++)
        {
            Assert.True(round < MostRounds, "The outbox never empties.");
            Assert.True(await app.SweepAsync(JobTable.Sending));
            if (!await app.ReadAsync(db => db.Outbox.AnyAsync(item => item.NextAt != null)))
            {
                return round;
            }

            app.Clock.Advance(TimeSpan.FromMinutes(10));
        }
    }

    /// <summary>Moves the clock on until a server that hangs has been given up.</summary>
    public static async Task OutlastHangAsync(this TestApp app, Task sending)
    {
        while (!sending.IsCompleted)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.WhenAny(sending, Task.Delay(20));
        }

        await sending;
    }
}

/// <summary>An archive mailbox that holds what the server holds; or none at all.</summary>
internal sealed class ServerArchive(FaultySmtpServer server, bool isThere = true) : ISentArchive
{
    public Task<ArchiveAnswer> FindAsync(string messageId, CancellationToken cancellationToken)
        => Task.FromResult(!isThere ? ArchiveAnswer.Unavailable : server.CountOf(messageId) > 0 ? ArchiveAnswer.Found : ArchiveAnswer.NotFound);
}
