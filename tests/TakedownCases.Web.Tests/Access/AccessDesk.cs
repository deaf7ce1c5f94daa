using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Web.Tests.Access;

/// <summary>What the lists of the desk draw from: in each case tasks, an overdue deadline, a draft and a queued notice with words of the case.</summary>
internal static class AccessDesk
{
    public static async Task FillAsync(AccessWorld world, string name, Track track, FilerKind filer)
    {
        await AccessCases.ChangeAsync(world, name, (subject, _, now) =>
        {
            // As a sweep would, late: the clock of the proof stands still.
            var clock = subject.Clocks.OrderBy(clock => clock.DueAt).First();
            subject.Climb(clock.Id, [new RungStep("internal-due", "adult@1", "tellassignee", clock.DueAt)], null, clock.DueAt);
            subject.RaiseTask(new NewTask(TaskKind.NextStep, TaskFor.Holder, now, Place: subject.Places[0].Id), Actor.System, now);
            subject.RaiseTask(new NewTask(TaskKind.Supervise, TaskFor.Supervisors, now), Actor.System, now);
        });
        await NoticeAsync(world, name, track, filer, queued: false);
        await NoticeAsync(world, name, track, filer, queued: true);
    }

    private static Task NoticeAsync(AccessWorld world, string name, Track track, FilerKind filer, bool queued) => world.WithAsync(async services =>
    {
        var (id, now) = (world.IdOf(name), world.App.Clock.Now());
        var subject = (await services.GetRequiredService<CaseStore>().LoadAsync(id, CancellationToken.None))!;
        var (recipient, words) = ($"{world.Canaries.New(name, Secret.Words)}@example.com", world.Canaries.New(name, Secret.Words));
        var notice = Notice.Draft(
            new NoticeDraft(
                id, NoticeKind.Removal, NoticeReference.FromRandom(RandomNumberGenerator.GetBytes(NoticeReference.RandomBytes)), track, filer,
                "meta-instagram", PlatformIsKnown: true, "instagram-mail", ChannelKind.Mail, "en"),
            new NoticeChoices(recipient, [.. subject.Places.Select(place => place.Id)], [], NoticeSigner.Survivor, words),
            Actor.System,
            now).Value!;
        if (queued)
        {
            var index = services.GetRequiredService<CaseVault>().RecipientIndex(recipient);
            Assert.True(notice.Approve(
                new NoticeFreeze(
                    new FrozenNotice(recipient, "Request", words, "{}", [], "00"), $"To: {recipient}\r\n\r\n{words}\r\n",
                    $"<{Guid.CreateVersion7():N}@example.org>", index, RecipientIsKnown: true),
                hasConsent: true,
                Actor.System,
                now).IsDone);
        }

        var db = services.GetRequiredService<TakedownDbContext>();
        db.Notices.Add(notice);
        await db.SaveChangesAsync();
    });
}
