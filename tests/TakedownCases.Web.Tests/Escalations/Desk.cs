using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.Queue;

namespace TakedownCases.Web.Tests.Escalations;

/// <summary>Cases with work to do, made past the pages as sweeps and other slices make it.</summary>
internal static class Desk
{
    public const string Recipient = "abuse@platform.example.com";

    public static async Task<FiledCase> HeldAsync(TestApp app, Viewer holder, Track track = Track.Adult)
    {
        var filed = await Filed.CaseAsync(app, track);
        await Filed.ChangeAsync(app, filed, (found, now) => found.Claim(holder.Staff, holder.AsActor(), now));
        return filed;
    }

    public static Task AskAsync(
        TestApp app, FiledCase filed, TaskKind kind = TaskKind.NextStep, TaskFor whose = TaskFor.Holder, double dueIn = 1)
        => Filed.ChangeAsync(app, filed, (found, now) => Assert.True(found.RaiseTask(
            new NewTask(kind, whose, now.AddHours(dueIn), Place: found.Places[0].Id), Actor.System, now).IsDone));

    public static async Task<List<StaffTask>> TasksAsync(TestApp app, FiledCase filed)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TakedownDbContext>().Tasks.AsNoTracking()
            .Where(task => task.CaseId == filed.Id).OrderBy(task => task.Id).ToListAsync();
    }

    /// <summary>A notice about the case: a draft, or frozen and in the outbox. Its text and recipient hold words no list may show.</summary>
    public static async Task<(NoticeReference Reference, string MessageId)> NoticeAsync(
        TestApp app, FiledCase filed, bool queued, NoticeKind kind = NoticeKind.Removal)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var found = (await scope.ServiceProvider.GetRequiredService<CaseStore>().LoadAsync(filed.Id, CancellationToken.None))!;
        var (now, writer) = (Instants.Cut(app.Clock.GetUtcNow()), Actor.System);
        var notice = Notice.Draft(
            new NoticeDraft(
                filed.Id, kind, NoticeReference.FromRandom(RandomNumberGenerator.GetBytes(NoticeReference.RandomBytes)), found.Track,
                FilerKind.Survivor, "meta-instagram", PlatformIsKnown: true, "instagram-mail", ChannelKind.Mail, "en"),
            new NoticeChoices(Recipient, [.. found.Places.Select(place => place.Id)], [], NoticeSigner.Survivor, Filed.Canary),
            writer,
            now).Value!;
        var messageId = $"<{Guid.CreateVersion7():N}@example.org>";
        if (queued)
        {
            var index = scope.ServiceProvider.GetRequiredService<CaseVault>().RecipientIndex(Recipient);
            Assert.True(notice.Approve(
                new NoticeFreeze(
                    new FrozenNotice(Recipient, "Request", Filed.Canary, "{}", [], "00"), $"Subject: Request\r\n\r\n{Filed.Canary}\r\n",
                    messageId, index, RecipientIsKnown: true),
                hasConsent: true,
                writer,
                now).IsDone);
        }

        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        db.Notices.Add(notice);
        await db.SaveChangesAsync();
        return (notice.Reference, messageId);
    }

    public static List<string> Numbers(WebPage page)
        => [.. page.Document.QuerySelectorAll("main a[href^='/staff/cases/']").Select(link => link.GetAttribute("href")!.Split('/')[3]).Distinct()];

    /// <summary>Tabs with their counts: "Overdue 3".</summary>
    public static List<string> Tabs(WebPage page)
        => [.. page.Document.QuerySelectorAll(".tabs a").Select(tab => string.Join(' ', tab.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}
