using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Notices;

/// <summary>Queued notices, and the outbox as workers use it: each step in a scope of its own.</summary>
internal sealed class OutboxSamples(IServiceProvider services, DateTimeOffset now)
{
    public const string Mime = "Subject: Request\r\n\r\nPlease.\r\n";

    /// <summary>On a database of its own, whose ledger verifies afterwards.</summary>
    public static async Task OnAsync(DatabaseKind kind, ManualTimeProvider clock, Func<OutboxSamples, ServiceProvider, Task> test)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = await TestData.OpenAsync(database, clock);
        var outbox = new OutboxSamples(services, clock.Now());
        await test(outbox, services);
        Assert.Empty(await outbox.FindingsAsync());
    }

    /// <summary>A case with a notice about all its places in the outbox.</summary>
    public async Task<(CaseId Case, NoticeId Notice)> QueueAsync(string recipient = "abuse@example.com", FilingRequest? request = null)
    {
        var filed = await Samples.FileAsync(services, request);
        await Samples.ChangeAsync(services, filed.Id, it => it.Review(Samples.StartClock, Samples.ByAda, now));
        await using var scope = services.CreateAsyncScope();
        var takedownCase = (await scope.ServiceProvider.GetRequiredService<CaseStore>().LoadAsync(filed.Id, CancellationToken.None))!;
        var notice = Notice.Draft(
            new NoticeDraft(
                filed.Id,
                NoticeKind.Removal,
                NoticeReference.FromRandom(RandomNumberGenerator.GetBytes(NoticeReference.RandomBytes)),
                takedownCase.Track,
                FilerKind.Survivor,
                "example",
                PlatformIsKnown: true,
                "example-mail",
                ChannelKind.Mail,
                "en"),
            new NoticeChoices(recipient, [.. takedownCase.Places.Select(place => place.Id)], ["us-tida-removal@2026-11-22"], NoticeSigner.Survivor, null),
            Samples.ByAda,
            now).Value!;
        var index = scope.ServiceProvider.GetRequiredService<CaseVault>().RecipientIndex(recipient);
        var outcome = notice.Approve(
            new NoticeFreeze(
                new FrozenNotice(recipient, "Request", "Please.", "{}", [], "00"), Mime, $"<{Guid.CreateVersion7():N}@example.org>", index, RecipientIsKnown: true),
            hasConsent: true,
            Samples.ByAda,
            now);
        Assert.True(outcome.IsDone, outcome.Refusal?.Message);
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        db.Notices.Add(notice);
        await db.SaveChangesAsync();
        return (filed.Id, notice.Id);
    }

    public async Task<OutboxTurn?> TakeAsync(params Guid[] passed)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Outbox>().TakeAsync(Guid.CreateVersion7(), passed, CancellationToken.None);
    }

    public async Task<SendTurn> TakeToSendAsync() => Assert.IsType<SendTurn>(await TakeAsync());

    public async Task<bool> SettleAsync(SendTurn turn, SendEnd end, string reply = "250 ok")
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OutboxAnswers>()
            .SettleAsync(turn, end, new AttemptEvidence(reply, "192.0.2.1:25", null, [reply]), CancellationToken.None);
    }

    public async Task<bool> SettleAsync(OutboxTurn? turn, ArchiveSays answer)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OutboxAnswers>()
            .SettleAsync(Assert.IsType<ArchiveTurn>(turn), answer, CancellationToken.None);
    }

    public async Task<(TakedownCase Case, Notice Notice, OutboxItem Item)> LookAsync((CaseId Case, NoticeId Notice) queued)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        var takedownCase = await db.Cases.AsNoTracking().AsSplitQuery().Include(it => it.Places).Include(it => it.Clocks).Include(it => it.Tasks)
            .SingleAsync(it => it.Id == queued.Case);
        return (
            takedownCase,
            await db.Notices.AsNoTracking().SingleAsync(it => it.CaseId == queued.Case && it.Id == queued.Notice),
            await db.Outbox.AsNoTracking().SingleAsync(it => it.CaseId == queued.Case && it.Notice == queued.Notice));
    }

    public async Task<List<string>> FindingsAsync()
    {
        await using var scope = services.CreateAsyncScope();
        return await Samples.VerifyAsync(scope.ServiceProvider.GetRequiredService<TakedownDbContext>());
    }
}
