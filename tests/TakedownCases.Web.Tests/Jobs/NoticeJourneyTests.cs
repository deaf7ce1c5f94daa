using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Testing;
using TakedownCases.Web.Jobs;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Tests.Jobs;

/// <summary>A notice goes out, nobody answers, and the house does by itself what the ladder says: on both databases.</summary>
public sealed class NoticeJourneyTests
{
    private static readonly Actor Ada = Actor.OfStaff(new StaffId(Guid.Parse("01000000-0000-7000-8000-000000000001")), "advocate");

    [Theory, DatabaseData]
    public async Task Forty_eight_hours_of_silence_bring_a_reminder_then_a_supervisor_and_a_complaint(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, JobWorld.Unscheduled);
        var id = await FileAsync(app);
        var notice = await ApproveAsync(app, id);
        await app.SweepAsync(JobTable.Sending);
        var first = Assert.Single(Mails(app));
        Assert.Contains("To: abuse@example.com", first, StringComparison.Ordinal);
        Assert.Contains($"Subject: Request {notice.Reference.Value}", first, StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromHours(47));
        await SweepAllAsync(app);
        Assert.Single(Mails(app));
        Assert.Contains(await TasksAsync(app, id), task => task is { Kind: TaskKind.DeadlineNear, For: TaskFor.Holder });

        app.Clock.Advance(TimeSpan.FromHours(1));
        await SweepAllAsync(app);
        await SweepAllAsync(app);
        Assert.Equal(2, Mails(app).Count);
        var reminder = (await NoticesAsync(app, id)).Single(one => one.Kind == NoticeKind.Reminder);
        Assert.Equal((NoticeState.Sent, notice.Id), (reminder.State, reminder.Earlier!.Value));
        Assert.Contains(Mails(app), mail => mail.Contains($"Subject: Request {reminder.Reference.Value}", StringComparison.Ordinal));

        app.Clock.Advance(TimeSpan.FromHours(24));
        await SweepAllAsync(app);
        await SweepAllAsync(app);
        var complaint = Assert.Single(await NoticesAsync(app, id), one => one.Kind == NoticeKind.Complaint);
        Assert.Equal(NoticeState.Draft, complaint.State);
        var tasks = await TasksAsync(app, id);
        Assert.Contains(tasks, task => task is { Kind: TaskKind.Supervise, For: TaskFor.Supervisors, IsOpen: true });
        Assert.Contains(tasks, task => task is { Kind: TaskKind.FileComplaint, For: TaskFor.Holder, IsOpen: true } && task.Notice == complaint.Id);
        Assert.DoesNotContain(tasks, task => task is { For: TaskFor.House, IsOpen: true });
        Assert.Equal(2, Mails(app).Count);
        Assert.Equal([], await app.VerifyAsync());
        await using var scope = app.Services.CreateAsyncScope();
        var verdict = await scope.ServiceProvider.GetRequiredService<LedgerVerification>().RunAsync(Actor.Console, null, CancellationToken.None);
        Assert.True(verdict.IsValid, string.Join('\n', verdict.Findings.Select(finding => finding.Message)));
    }

    [Theory, DatabaseData]
    public async Task A_week_of_standing_still_climbs_each_rung_once(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, JobWorld.Unscheduled);
        var id = await FileAsync(app);
        await ApproveAsync(app, id);
        await app.SweepAsync(JobTable.Sending);
        app.Clock.Advance(TimeSpan.FromDays(7));
        await SweepAllAsync(app);
        await SweepAllAsync(app);
        await SweepAllAsync(app);
        Assert.Equal(2, Mails(app).Count);
        Assert.Single(await NoticesAsync(app, id), one => one.Kind == NoticeKind.Complaint);
        var rungs = await app.ReadAsync(db => db.Rungs.AsNoTracking().Where(rung => rung.CaseId == id).ToListAsync());
        Assert.Equal(rungs.Count, (await app.KindsAsync(id)).Count(happened => happened == "ladder.climbed"));
        Assert.Equal([], await app.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task What_is_gone_in_time_brings_no_reminder(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, JobWorld.Unscheduled);
        var id = await FileAsync(app);
        await ApproveAsync(app, id);
        await app.SweepAsync(JobTable.Sending);
        var book = app.Services.GetRequiredService<CaseClockBook>();
        app.Clock.Advance(TimeSpan.FromHours(10));
        await app.ChangeAsync(id, (found, now) =>
        {
            foreach (var place in found.Places)
            {
                Assert.True(found.TellOutcome(place.Id, new PlaceOutcome(PlaceState.RemovedConfirmed, OutcomeSource.Platform, now), book.Start, Ada, now).IsDone);
            }
        });
        app.Clock.Advance(TimeSpan.FromDays(3));
        await SweepAllAsync(app);
        Assert.Single(Mails(app));
    }

    [Theory, DatabaseData]
    public async Task An_early_no_about_one_place_does_not_cost_the_others_their_complaint(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, JobWorld.Unscheduled);
        var id = await FileAsync(app);
        await ApproveAsync(app, id);
        await app.SweepAsync(JobTable.Sending);
        var book = app.Services.GetRequiredService<CaseClockBook>();
        app.Clock.Advance(TimeSpan.FromHours(2));
        await app.ChangeAsync(id, (found, now) => Assert.True(
            found.TellOutcome(found.Places[0].Id, new PlaceOutcome(PlaceState.Refused, OutcomeSource.Platform, now), book.Start, Ada, now).IsDone));
        await SweepAllAsync(app);
        await SweepAllAsync(app);
        var early = Assert.Single(await NoticesAsync(app, id), one => one.Kind == NoticeKind.Complaint);

        app.Clock.Advance(TimeSpan.FromHours(70));
        await SweepAllAsync(app);
        await SweepAllAsync(app);
        var complaints = await app.ReadAsync(db => db.Notices.AsNoTracking().Include(one => one.Places)
            .Where(one => one.CaseId == id && one.Kind == NoticeKind.Complaint).ToListAsync());
        Assert.Equal(2, complaints.Count);
        Assert.Single(complaints.Single(one => one.Id == early.Id).Places);
        Assert.Equal(2, complaints.Single(one => one.Id != early.Id).Places.Count);
    }

    [Theory, DatabaseData]
    public async Task Who_takes_forms_only_is_reminded_by_a_person_and_each_law_has_a_complaint_of_its_own(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, JobWorld.Unscheduled);
        var id = await FileAsync(app);
        string[] laws = ["us-tida-removal@2026-11-22", "uk-osa-ncii-removal@2026-11-22"];
        var notice = await ApproveAsync(app, id, ChannelKind.Form, laws);
        await LogFilingAsync(app, id, notice.Id);

        app.Clock.Advance(TimeSpan.FromHours(48));
        await SweepAllAsync(app);
        await SweepAllAsync(app);
        Assert.DoesNotContain(await NoticesAsync(app, id), one => one.Kind == NoticeKind.Reminder);
        var byHand = Assert.Single(await TasksAsync(app, id), task => task.Kind == TaskKind.Remind);
        Assert.Equal((TaskFor.Holder, notice.Id, true), (byHand.For, byHand.Notice!.Value, byHand.IsOpen));

        app.Clock.Advance(TimeSpan.FromHours(24));
        await SweepAllAsync(app);
        await SweepAllAsync(app);
        var complaints = (await NoticesAsync(app, id)).FindAll(one => one.Kind == NoticeKind.Complaint);
        Assert.Equal(laws.Order(StringComparer.Ordinal), (await MissedAsync(app, id, complaints)).Order(StringComparer.Ordinal));
        Assert.Single(await TasksAsync(app, id), task => task.Kind == TaskKind.Remind);
        Assert.Equal([], await app.VerifyAsync());
    }

    internal static async Task SweepAllAsync(TestApp app)
    {
        foreach (var job in new[] { JobTable.Clocks, JobTable.Drafting, JobTable.Sending })
        {
            Assert.True(await app.SweepAsync(job));
        }
    }

    internal static List<string> Mails(TestApp app)
        => [.. Directory.EnumerateFiles(app.MailFolder, "*.eml").Select(file => File.ReadAllText(file, Encoding.ASCII))];

    internal static Task<List<Notice>> NoticesAsync(TestApp app, CaseId id)
        => app.ReadAsync(db => db.Notices.AsNoTracking().Where(notice => notice.CaseId == id).ToListAsync());

    internal static Task<List<StaffTask>> TasksAsync(TestApp app, CaseId id)
        => app.ReadAsync(db => db.Tasks.AsNoTracking().Where(task => task.CaseId == id).ToListAsync());

    internal static async Task<CaseId> FileAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<CaseFiling>().FileAsync(
            new FilingRequest
            {
                Command = new CommandId(Guid.CreateVersion7()),
                Track = Track.Adult,
                Language = "en",
                Country = "US",
                Details = new CaseDetails { Harms = [HarmKind.SharedWithoutConsent] },
                Statement = new SignedStatement
                {
                    Statement = "I did not agree to this picture being shared.", Name = "Invented Person", Signature = "Invented Person", SignedAt = app.Clock.Now(),
                },
                Places = [new TypedPlace("https://example.org/a"), new TypedPlace("https://example.org/b")],
                Consents = [ConsentAction.NotifyPlatforms],
                Key = CaseKey.NewRandom(),
                By = Actor.Survivor,
            },
            CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.Refusal?.Message);
        var book = app.Services.GetRequiredService<CaseClockBook>();
        await app.ChangeAsync(outcome.Value.Id, (found, now) => found.Review(book.Start, Ada, now));
        return outcome.Value.Id;
    }

    private static async Task LogFilingAsync(TestApp app, CaseId id, NoticeId notice)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var loaded = (await scope.ServiceProvider.GetRequiredService<NoticeStore>().LoadAsync(id, notice, CancellationToken.None))!;
        var now = app.Clock.Now();
        Assert.True(scope.ServiceProvider.GetRequiredService<OutboxAnswers>().LogFiling(loaded, "INVENTED-4711", hadNone: false, now, Ada, now).IsDone);
        await scope.ServiceProvider.GetRequiredService<TakedownDbContext>().SaveChangesAsync();
    }

    private static async Task<List<string?>> MissedAsync(TestApp app, CaseId id, List<Notice> complaints)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var reading = await scope.ServiceProvider.GetRequiredService<ReadLog>().OpenAsync(id, Ada, "notice", null, CancellationToken.None);
        return complaints.ConvertAll(one => reading.OpenRecord<NoticeChoices>(SealedFields.NoticeChoices(one.Id), one.Choices)!.MissedBasis);
    }

    internal static async Task<Notice> ApproveAsync(
        TestApp app, CaseId id, ChannelKind channel = ChannelKind.Mail, params string[] laws)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var now = app.Clock.Now();
        var takedownCase = (await services.GetRequiredService<CaseStore>().LoadAsync(id, CancellationToken.None))!;
        var wroteBefore = await services.GetRequiredService<TakedownDbContext>().Outbox.AnyAsync();
        var choices = new NoticeChoices(
            channel == ChannelKind.Mail ? "abuse@example.com" : "https://example.org/report",
            [.. takedownCase.Places.Select(place => place.Id)],
            laws.Length == 0 ? ["us-tida-removal@2026-11-22"] : laws,
            NoticeSigner.Survivor,
            null);
        var notice = Notice.Draft(
            new NoticeDraft(
                id,
                NoticeKind.Removal,
                NoticeReference.FromRandom(RandomNumberGenerator.GetBytes(NoticeReference.RandomBytes)),
                Track.Adult,
                FilerKind.Survivor,
                "example.org",
                PlatformIsKnown: false,
                "other",
                channel,
                "en"),
            choices,
            Ada,
            now).Value!;
        var reading = await services.GetRequiredService<ReadLog>().OpenAsync(id, Ada, "notice", null, CancellationToken.None);
        var facts = await services.GetRequiredService<NoticeFactsReader>().ReadAsync(
            new LoadedNotice(takedownCase, notice), choices, reading, services.GetRequiredService<MailSender>().AsNoticeSender(), now, CancellationToken.None);
        var frozen = await services.GetRequiredService<NoticeFreezer>().FreezeAsync(notice, facts, CancellationToken.None);
        Assert.True(frozen.IsDone, frozen.Refusal?.Message);
        Assert.Equal(channel == ChannelKind.Form || wroteBefore, frozen.Value.RecipientIsKnown);
        var approved = notice.Approve(frozen.Value with { RecipientIsKnown = true }, hasConsent: true, Ada, now);
        Assert.True(approved.IsDone, approved.Refusal?.Message);
        var db = services.GetRequiredService<TakedownDbContext>();
        db.Notices.Add(notice);
        await db.SaveChangesAsync();
        return notice;
    }
}
