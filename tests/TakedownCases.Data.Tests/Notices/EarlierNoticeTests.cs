using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Notices;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Notices;

/// <summary>What a reminder quotes of the notice before it: a mail server's own words, and nobody else's.</summary>
public sealed class EarlierNoticeTests
{
    private const string Ours = "A colleague telephoned them about the girl.";

    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [DatabaseData("server", "250 2.0.0 queued")]
    [DatabaseData("archive", null)]
    [DatabaseData("person", null)]
    public async Task Only_a_mail_server_is_quoted(DatabaseKind kind, string how, string? quoted)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = await TestData.OpenAsync(database, _clock);
        var outbox = new OutboxSamples(services, _clock.Now());
        var queued = await outbox.QueueAsync();
        await LeaveAsync(services, outbox, queued, how);

        var facts = await FactsAsync(services, queued);

        Assert.NotNull(facts.Earlier);
        Assert.Equal(quoted, facts.Earlier.Reply);
    }

    private async Task LeaveAsync(ServiceProvider services, OutboxSamples outbox, (CaseId Case, NoticeId Notice) queued, string how)
    {
        await outbox.SettleAsync(
            await outbox.TakeToSendAsync(), how == "server" ? SendEnd.Accepted : SendEnd.Unknown, how == "server" ? "250 2.0.0 queued" : "The line broke.");
        if (how == "server")
        {
            return;
        }

        _clock.Advance(new OutboxPace().ArchiveLag);
        Assert.True(await outbox.SettleAsync(await outbox.TakeAsync(), how == "archive" ? ArchiveSays.Found : ArchiveSays.Unavailable));
        if (how == "person")
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
            var loaded = (await scope.ServiceProvider.GetRequiredService<NoticeStore>().LoadAsync(queued.Case, queued.Notice, CancellationToken.None))!;
            scope.ServiceProvider.GetRequiredService<OutboxAnswers>().Decide(
                loaded, await db.Outbox.SingleAsync(item => item.Notice == queued.Notice), hasLeft: true, Ours, Samples.ByAda, _clock.Now());
            await db.SaveChangesAsync();
        }
    }

    private async Task<NoticeFacts> FactsAsync(ServiceProvider services, (CaseId Case, NoticeId Notice) queued)
    {
        await using var scope = services.CreateAsyncScope();
        var reading = await scope.ServiceProvider.GetRequiredService<ReadLog>()
            .OpenAsync(queued.Case, Actor.System, "notice", purpose: null, CancellationToken.None);
        var takedownCase = (await scope.ServiceProvider.GetRequiredService<CaseStore>().LoadAsync(queued.Case, CancellationToken.None))!;
        var choices = new NoticeChoices("abuse@example.com", [.. takedownCase.Places.Select(place => place.Id)], [], NoticeSigner.Organisation, null);
        var reminder = Notice.Draft(
            new NoticeDraft(
                queued.Case, NoticeKind.Reminder, NoticeReference.FromRandom(RandomNumberGenerator.GetBytes(NoticeReference.RandomBytes)), takedownCase.Track,
                FilerKind.Survivor, "example", PlatformIsKnown: true, "example-mail", ChannelKind.Mail, "en", queued.Notice),
            choices,
            Actor.System,
            _clock.Now()).Value!;
        return await scope.ServiceProvider.GetRequiredService<NoticeFactsReader>().ReadAsync(
            new LoadedNotice(takedownCase, reminder), choices, reading, new NoticeSender("Example", "forms@example.org", null), _clock.Now(), CancellationToken.None);
    }
}
