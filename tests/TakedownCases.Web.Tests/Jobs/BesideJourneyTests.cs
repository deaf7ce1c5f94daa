using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Testing;
using TakedownCases.Web.Jobs;
using TakedownCases.Web.Jobs.Sweeps;
using TakedownCases.Web.Mail;
using static TakedownCases.Web.Tests.Jobs.NoticeJourneyTests;

namespace TakedownCases.Web.Tests.Jobs;

/// <summary>Those who run a site do nothing: the house asks who else keeps it reachable, in turn, and an investigation hold stops all of it.</summary>
public sealed class BesideJourneyTests
{
    private static readonly StaffId Ada = new(Guid.Parse("01000000-0000-7000-8000-000000000001"));

    private static readonly StaffId Ben = new(Guid.Parse("01000000-0000-7000-8000-000000000002"));

    private static readonly Actor ByAda = Actor.OfStaff(Ada, "advocate");

    private static readonly Actor ByBen = Actor.OfStaff(Ben, "supervisor");

    [Theory, DatabaseData]
    public async Task An_unlisted_site_brings_a_task_to_find_its_host_and_then_a_draft_for_two_people(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, JobWorld.Unscheduled);
        var (id, notice) = await SilentAsync(app, TimeSpan.FromHours(24));
        var find = Assert.Single(await TasksAsync(app, id), task => task.Kind == TaskKind.FindHost && task.IsOpen && task.Place is not null);
        Assert.Equal((TaskFor.Holder, notice.Id), (find.For, find.Notice!.Value));

        await RecordAsync(app, id, ProviderRole.Host, "abuse@host.example.net");
        await SweepTwiceAsync(app);

        var draft = Assert.Single(await NoticesAsync(app, id), one => one.Kind == NoticeKind.AskHost);
        Assert.Equal((NoticeState.Draft, true, notice.Id), (draft.State, draft.NeedsSecond, draft.Earlier!.Value));
        var tasks = await TasksAsync(app, id);
        Assert.False(tasks.Single(task => task.Id == find.Id).IsOpen);
        Assert.Contains(tasks, task => task is { Kind: TaskKind.AskHost, For: TaskFor.Holder, IsOpen: true } && task.Notice == draft.Id);
        var text = await TextAsync(app, id, draft.Id);
        Assert.Contains("to Example Hosting", text, StringComparison.Ordinal);
        Assert.Contains("we sent the notice", text, StringComparison.Ordinal);
        Assert.Contains("the time given by the law had passed", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Invented Person", text, StringComparison.Ordinal);
        Assert.Equal([], await app.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task Who_was_asked_by_hand_is_not_asked_by_the_ladder_again(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, JobWorld.Unscheduled);
        var id = await FileAsync(app);
        var notice = await ApproveAsync(app, id);
        await app.SweepAsync(JobTable.Sending);
        await RecordAsync(app, id, ProviderRole.Host, "abuse@host.example.net");
        await app.ChangeAsync(id, (found, now) => Assert.True(found.AskProvider(found.Places[0].Id, ProviderRole.Host, notice.Id, ByAda, now).IsDone));
        await SweepTwiceAsync(app);
        var draft = Assert.Single(await NoticesAsync(app, id), one => one.Kind == NoticeKind.AskHost);

        app.Clock.Advance(TimeSpan.FromHours(48));
        await SweepTwiceAsync(app);
        app.Clock.Advance(TimeSpan.FromHours(24));
        await SweepTwiceAsync(app);

        Assert.Contains(await app.ReadAsync(db => db.Rungs.AsNoTracking().Where(rung => rung.CaseId == id).ToListAsync()), rung => rung is { Rung: "removal-host", SkippedBecause: null });
        Assert.Equal(draft.Id, Assert.Single(await NoticesAsync(app, id), one => one.Kind == NoticeKind.AskHost).Id);
        Assert.DoesNotContain(await TasksAsync(app, id), task => task is { Kind: TaskKind.AskHost, For: TaskFor.House, IsOpen: true });
    }

    [Theory, DatabaseData]
    public async Task A_draft_carries_every_answer_there_was_each_with_its_day(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, JobWorld.Unscheduled);
        var (id, _) = await SilentAsync(app, TimeSpan.FromHours(24));
        var start = app.Services.GetRequiredService<CaseClockBook>();
        foreach (var state in new[] { PlaceState.Acknowledged, PlaceState.Refused })
        {
            app.Clock.Advance(TimeSpan.FromHours(2));
            await app.ChangeAsync(id, (found, now) => Assert.True(
                found.TellOutcome(found.Places[0].Id, new PlaceOutcome(state, OutcomeSource.Platform, now), start.Start, ByAda, now).IsDone));
        }

        await RecordAsync(app, id, ProviderRole.Host, "abuse@host.example.net");
        await SweepTwiceAsync(app);

        var draft = Assert.Single(await NoticesAsync(app, id), one => one.Kind == NoticeKind.AskHost);
        var text = await TextAsync(app, id, draft.Id);
        var (confirmed, refused) = (text.IndexOf("the platform confirmed receipt", StringComparison.Ordinal), text.IndexOf("the platform refused", StringComparison.Ordinal));
        Assert.True(confirmed > 0 && refused > confirmed, text);
    }

    [Theory, DatabaseData]
    public async Task Search_engines_the_network_and_the_registrar_follow_each_once_however_often_the_sweeps_run(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, JobWorld.Unscheduled);
        var (id, _) = await SilentAsync(app, TimeSpan.FromHours(1));
        await RecordAsync(app, id, ProviderRole.Host, "abuse@host.example.net");
        await RecordAsync(app, id, ProviderRole.Cdn, null);
        await RecordAsync(app, id, ProviderRole.Registrar, "abuse@names.example.net");

        foreach (var hours in new[] { 23, 24, 24, 48, 48 })
        {
            app.Clock.Advance(TimeSpan.FromHours(hours));
            await SweepTwiceAsync(app);
        }

        var notices = await NoticesAsync(app, id);
        Assert.Single(notices, one => one.Kind == NoticeKind.AskHost);
        Assert.Equal(
            ["google-search", "microsoft-bing"],
            notices.Where(one => one.Kind == NoticeKind.DeIndexing).Select(one => one.Platform).Order(StringComparer.Ordinal));
        Assert.Single(notices, one => one.Kind == NoticeKind.AskCdn);
        Assert.Single(notices, one => one.Kind == NoticeKind.AskRegistrar);
        Assert.Equal(3, notices.Count(one => one.Kind == NoticeKind.Reminder));
        var rungs = await app.ReadAsync(db => db.Rungs.AsNoTracking().Where(rung => rung.CaseId == id).ToListAsync());
        Assert.Contains(rungs, rung => rung.Rung == "removal-remind#3" && rung.SkippedBecause is null);
        Assert.Distinct(rungs.Select(rung => (rung.Clock, rung.Rung)));
        Assert.Contains(await TasksAsync(app, id), task => task is { Kind: TaskKind.PoliceOrLawyer, IsOpen: true });
        var form = await TextAsync(app, id, notices.Single(one => one.Kind == NoticeKind.AskCdn).Id);
        Assert.Contains("Please do not notify the owner of the site", form, StringComparison.Ordinal);
        Assert.Equal([], await app.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task A_hold_stops_what_is_queued_and_every_rung_for_the_outside_until_it_ends_by_itself(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, JobWorld.Unscheduled);
        var id = await FileAsync(app);
        var first = await ApproveAsync(app, id);
        await app.SweepAsync(JobTable.Sending);
        app.Clock.Advance(TimeSpan.FromHours(40));
        var queued = await ApproveAsync(app, id);
        await HoldAsync(app, id, TimeSpan.FromHours(60));
        Assert.Equal(StopReason.InvestigationHold, (await NoticesAsync(app, id)).Single(one => one.Id == queued.Id).StoppedBecause);

        app.Clock.Advance(TimeSpan.FromHours(59));
        await SweepTwiceAsync(app);
        Assert.Single(Mails(app));
        Assert.Equal(2, (await NoticesAsync(app, id)).Count);
        Assert.Contains(await TasksAsync(app, id), task => task is { Kind: TaskKind.DeadlinePassed, IsOpen: true });

        app.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True(await app.SweepAsync(JobTable.Holds));
        await SweepTwiceAsync(app);
        Assert.Equal(2, Mails(app).Count);
        Assert.Contains(await NoticesAsync(app, id), one => one is { Kind: NoticeKind.Reminder, State: NoticeState.Sent } && one.Earlier == first.Id);
        Assert.Contains(await TasksAsync(app, id), task => task is { Kind: TaskKind.HoldEnded, IsOpen: true });
        Assert.Contains("case.hold-ended", await app.KindsAsync(id));
        Assert.Equal([], await app.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task What_the_house_was_to_write_waits_while_a_hold_is_in_force(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, JobWorld.Unscheduled);
        var (id, _) = await SilentAsync(app, TimeSpan.FromHours(24));
        await HoldAsync(app, id, TimeSpan.FromHours(10));
        await RecordAsync(app, id, ProviderRole.Host, "abuse@host.example.net");
        await SweepTwiceAsync(app);
        Assert.DoesNotContain(await NoticesAsync(app, id), one => one.Kind == NoticeKind.AskHost);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            Assert.Equal(0, (await scope.ServiceProvider.GetRequiredService<DraftingSweep>().WaitingAsync(CancellationToken.None)).Count);
        }

        await app.ChangeAsync(id, (found, now) => Assert.True(found.EndHold(ByBen, now).IsDone));
        await SweepTwiceAsync(app);
        Assert.Contains(await NoticesAsync(app, id), one => one.Kind == NoticeKind.AskHost);
    }

    [Theory, DatabaseData]
    public async Task A_reminder_that_a_hold_kept_back_and_the_one_that_is_due_when_it_ends_are_one(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, JobWorld.Unscheduled);
        var id = await FileAsync(app);
        await ApproveAsync(app, id);
        await app.SweepAsync(JobTable.Sending);
        app.Clock.Advance(TimeSpan.FromHours(48));
        await app.SweepAsync(JobTable.Clocks);
        Assert.Contains(await TasksAsync(app, id), task => task is { Kind: TaskKind.Remind, For: TaskFor.House, IsOpen: true });
        await HoldAsync(app, id, TimeSpan.FromHours(80));

        app.Clock.Advance(TimeSpan.FromHours(80));
        await app.SweepAsync(JobTable.Holds);
        await SweepTwiceAsync(app);
        await SweepTwiceAsync(app);

        Assert.Single(await NoticesAsync(app, id), one => one.Kind == NoticeKind.Reminder);
        Assert.DoesNotContain(await TasksAsync(app, id), task => task is { Kind: TaskKind.Remind, IsOpen: true });
    }

    // Both places lie on one site: one host to ask.
    private static async Task<(CaseId Id, Notice Notice)> SilentAsync(TestApp app, TimeSpan late)
    {
        var id = await FileAsync(app);
        var notice = await ApproveAsync(app, id);
        await app.SweepAsync(JobTable.Sending);
        app.Clock.Advance(TimeSpan.FromHours(48));
        await SweepTwiceAsync(app);
        app.Clock.Advance(late);
        await SweepTwiceAsync(app);
        return (id, notice);
    }

    private static Task RecordAsync(TestApp app, CaseId id, ProviderRole role, string? mail)
        => app.ChangeAsync(id, (found, now) => Assert.True(found.RecordProvider(
            found.Places[0].Id,
            role,
            new ProviderDetails("Example Hosting", mail, mail is null ? "https://network.example.net/abuse" : null, "NL", "rdap"),
            ByAda,
            now).IsDone));

    private static Task HoldAsync(TestApp app, CaseId id, TimeSpan length)
        => app.ChangeAsync(id, (found, now) => Assert.True(
            found.Hold(new InvestigationHold("Police of Example", "P-1", "An inquiry is under way."), now + length, ByBen, Ada, now).IsDone));

    private static async Task SweepTwiceAsync(TestApp app)
    {
        await SweepAllAsync(app);
        await SweepAllAsync(app);
    }

    private static async Task<string> TextAsync(TestApp app, CaseId id, NoticeId notice)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var loaded = (await services.GetRequiredService<NoticeStore>().LoadAsync(id, notice, CancellationToken.None))!;
        var reading = await services.GetRequiredService<ReadLog>().OpenAsync(id, ByAda, "notice", null, CancellationToken.None);
        var choices = reading.OpenRecord<NoticeChoices>(SealedFields.NoticeChoices(notice), loaded.Notice.Choices)!;
        var facts = await services.GetRequiredService<NoticeFactsReader>().ReadAsync(
            loaded, choices, reading, services.GetRequiredService<MailSender>().AsNoticeSender(), app.Clock.Now(), CancellationToken.None);
        var composed = NoticeFreezer.Compose(facts);
        Assert.True(composed.IsDone, composed.Refusal?.Message + string.Join(", ", NoticeValidity.Check(facts).Select(missing => missing.Code)));
        return composed.Value!.Body;
    }
}
