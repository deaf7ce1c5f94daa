using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Escalation;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Testing;

namespace TakedownCases.Browser.Tests.Tours;

/// <summary>Tasks, escalations and the outbox, with something in each.</summary>
internal sealed class DeskTour(Visitor visitor, PageCheck check)
{
    /// <summary>Gives somebody both cases, with tasks, overdue deadlines, a draft and a queued notice.</summary>
    public static async Task FillAsync(TestApp app, Viewer holder, params FiledCase[] cases)
    {
        foreach (var state in new[] { NoticeState.Unknown, NoticeState.Rejected, NoticeState.AwaitsSecond })
        {
            await TestLetters.AddAsync(app, cases[0].Id, new TestLetter { State = state, Recipient = $"{state}@platform.example.com", Places = [1] });
        }

        foreach (var filed in cases)
        {
            var (sent, _) = await NoticeAsync(app, filed, queued: true);
            await NoticeAsync(app, filed, queued: false);
            await using var scope = app.Services.CreateAsyncScope();
            var services = scope.ServiceProvider;
            var found = (await services.GetRequiredService<CaseStore>().LoadAsync(filed.Id, CancellationToken.None))!;
            var now = app.Clock.Now();
            found.Release(Actor.System, now);
            found.Claim(holder.Staff, holder.AsActor(), now);
            found.NoticeLeft(
                sent,
                [],
                [
                    Start(ClockKind.Removal, now.AddDays(-9)) with { Notice = sent, Place = found.Places[0].Id },
                    Start(ClockKind.Acknowledgement, now.AddHours(-5)) with { Notice = sent },
                    Start(ClockKind.NextAction, now.AddMinutes(-20)),
                ],
                services.GetRequiredService<CaseClockBook>().Start,
                Actor.System,
                now);
            var removal = found.Clocks.First(clock => clock is { IsRunning: true, Kind: ClockKind.Removal });
            found.Climb(
                removal.Id,
                [
                    new RungStep("answer-due", "adult@1", "tellassignee", removal.DueAt),
                    new RungStep("removal-remind", "adult@1", "remindplatform", removal.DueAt.AddHours(1), SkipCode.NoMailChannel),
                ],
                null,
                now);
            foreach (var (kind, whose, due) in new[]
            {
                (TaskKind.NextStep, TaskFor.Holder, now.AddHours(7)), (TaskKind.UnknownSending, TaskFor.Holder, now),
                (TaskKind.DeadlinePassed, TaskFor.Holder, now.AddHours(-30)), (TaskKind.Supervise, TaskFor.Supervisors, now.AddHours(-3)),
            })
            {
                found.RaiseTask(new NewTask(kind, whose, due, Notice: sent, Place: found.Places[0].Id), Actor.System, now);
            }

            await services.GetRequiredService<TakedownDbContext>().SaveChangesAsync();
        }
    }

    /// <summary>A notice as the composer makes it, and its Message-ID.</summary>
    public static async Task<(NoticeId Notice, string MessageId)> NoticeAsync(TestApp app, FiledCase filed, bool queued)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var found = (await services.GetRequiredService<CaseStore>().LoadAsync(filed.Id, CancellationToken.None))!;
        var (now, recipient) = (app.Clock.Now(), "abuse@platform.example.com");
        var notice = Notice.Draft(
            new NoticeDraft(
                filed.Id, NoticeKind.Removal, NoticeReference.FromRandom(RandomNumberGenerator.GetBytes(NoticeReference.RandomBytes)), found.Track,
                FilerKind.Survivor, "meta-instagram", PlatformIsKnown: true, "instagram-mail", ChannelKind.Mail, "en"),
            new NoticeChoices(recipient, [.. found.Places.Select(place => place.Id)], [], NoticeSigner.Survivor, null),
            Actor.System,
            now).Value!;
        var messageId = $"<{Guid.CreateVersion7():N}@example.org>";
        if (queued)
        {
            Assert.True(notice.Approve(
                new NoticeFreeze(
                    new FrozenNotice(recipient, "Request", "Please.", "{}", [], "00"), "Subject: Request\r\n\r\nPlease.\r\n", messageId,
                    services.GetRequiredService<CaseVault>().RecipientIndex(recipient), RecipientIsKnown: true),
                hasConsent: true,
                Actor.System,
                now).IsDone);
        }

        var db = services.GetRequiredService<TakedownDbContext>();
        db.Notices.Add(notice);
        await db.SaveChangesAsync();
        return (notice.Id, messageId);
    }

    public async Task RunAsync(CaseNumber number)
    {
        await LookAsync("/staff/tasks", "tasks");
        await visitor.SendAsync("main td form button.button");
        await check.LookAsync(visitor, "tasks-done");
        await LookAsync("/staff/escalations", "escalations");
        await LookAsync("/staff/escalations?age=older", "escalations-filtered");
        await LookAsync("/staff/escalations?tab=drafted", "escalations-drafts");
        await LookAsync("/staff/outbox?shelf=waiting", "outbox");
        await LookAsync("/staff/outbox?shelf=rejected", "outbox-rejected");
        await visitor.SendAsync(Of(number));
        await check.LookAsync(visitor, "notice-rejected");
        await visitor.OpenAsync("/staff/outbox?shelf=unknown");
        await visitor.SendAsync(Of(number));
        await check.LookAsync(visitor, "notice-unknown");
        await visitor.SendAsync("#decide button.button");
        await check.LookAsync(visitor, "notice-unknown-error");
    }

    /// <summary>The same lists while nobody has anything to do.</summary>
    public async Task NothingAsync()
    {
        await LookAsync("/staff/tasks", "tasks-empty");
        await LookAsync("/staff/escalations?tab=drafted", "escalations-empty");
        await LookAsync("/staff/outbox?shelf=sending", "outbox-empty");
    }

    private async Task LookAsync(string path, string name)
    {
        await visitor.OpenAsync(path);
        await check.LookAsync(visitor, name);
    }

    private static string Of(CaseNumber number) => $"main tr:has(th:has-text('{number}')) a[data-open]";

    private static ClockStart Start(ClockKind kind, DateTimeOffset due)
        => new(kind, "example", "1", due.AddDays(-2), due, due.AddHours(-12), 75, "server-acceptance");
}
