using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Ledger;
using TakedownCases.Domain.Referrals;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.CaseFile;
using TakedownCases.Web.Tests.Jobs;
using TakedownCases.Web.Tests.Notices;

namespace TakedownCases.Web.Tests.Referrals;

/// <summary>Passing a case on without consent: whom a duty names, what two people decide, who hands it over, who is told of it.</summary>
public sealed class DisclosureTests
{
    [Theory, DatabaseData]
    public async Task A_duty_opens_a_door_only_to_whom_it_names_where_it_holds_with_a_reason(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world, Track.Minor);
        using var session = world.As(world.Cleared);
        await CaseWorld.OpenAsync(session, filed);
        var hotline = await session.OpenAsync(Path(filed, "/new?to=iwf"));
        Assert.DoesNotContain("organisation-life", Grounds(hotline));
        var forced = await session.PostAsync(hotline, "#make", ("Input.Ground", "organisation-life"), ("Input.Reason", "a reason"));
        Assert.Contains("That duty does not name them", forced.Text, StringComparison.Ordinal);
        var police = await session.OpenAsync(Path(filed, "/new?to=police"));
        Assert.Equal(["", "organisation-life", "organisation-child", "two-people"], Grounds(police));
        foreach (var elsewhere in new[] { "fr-cp-434-3", "ca-on-cyfsa-125", "no-such-duty" })
        {
            var refused = await session.PostAsync(police, "#make", ("Input.Ground", elsewhere), ("Input.Reason", "a reason"));
            Assert.Contains("That duty does not name them", refused.Text, StringComparison.Ordinal);
        }

        var unreasoned = await session.PostAsync(police, "#make", ("Input.Ground", "organisation-life"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unreasoned.Status);
        Assert.Empty(await ReferralsAsync(world));
        await session.SubmitAsync(police, "#make", ("Input.Ground", "organisation-life"), ("Input.Reason", "canary reason"));

        var made = Assert.Single(await ReferralsAsync(world));
        Assert.Equal((ReferralState.Made, ReferralGround.Duty, "organisation-life"), (made.State, made.Ground, made.Duty));
        Assert.NotNull((await world.CaseAsync(filed)).HotlineToldAt);
        Assert.Contains("canary reason", (await session.OpenAsync(Path(filed, "/" + made.Reference.Value))).Text, StringComparison.Ordinal);
        Assert.Equal(1, await MessagesAsync(world, filed));
        Assert.Equal([], await world.App.VerifyAsync());
    }

    [Theory]
    [DatabaseData("organisation-child", null)]
    [DatabaseData("organisation-life", "canary danger")]
    public async Task A_duty_of_two_people_and_one_of_which_the_person_is_not_to_know_wait_for_the_second(DatabaseKind kind, string duty, string? endangers)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world, Track.Minor);
        using var session = world.As(world.Cleared);
        await CaseWorld.OpenAsync(session, filed);
        var form = await session.OpenAsync(Path(filed, "/new?to=police"));
        var page = await session.SubmitAsync(
            form, "#make", ("Input.Ground", duty), ("Input.Reason", "a reason"), ("Input.WhyNotTold", endangers));
        Assert.Contains("put before a second person", page.Text, StringComparison.Ordinal);

        var proposed = Assert.Single(await ReferralsAsync(world));
        Assert.Equal((ReferralState.Proposed, duty, endangers is null), (proposed.State, proposed.Duty, proposed.TellPerson));
        Assert.Null((await world.CaseAsync(filed)).HotlineToldAt);
        Assert.Contains(await NoticeSteps.TasksAsync(world, filed), task => task.Kind == TaskKind.DecideReferral && task.Referral == proposed.Id);
    }

    [Theory]
    [DatabaseData(false)]
    [DatabaseData(true)]
    public async Task What_two_people_agreed_to_has_left_when_somebody_handed_it_over(DatabaseKind kind, bool endangers)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world, Track.Minor);
        using var session = world.As(world.Cleared);
        using var supervisor = world.As(world.Supervisor);
        await CaseVerbTests.DoAsync(session, filed, "", "review");
        await world.ChangeAsync(filed, (found, clocks, now) => found.ChangeSeverity(Severity.Imminent, clocks, Actor.System, now));
        await ProposeAsync(session, filed, "police", ("Input.WhyNotTold", endangers ? "canary danger" : null));
        var referral = Assert.Single(await ReferralsAsync(world));
        var own = await session.OpenAsync(Path(filed, "/" + referral.Reference.Value));
        Assert.Null(own.Document.QuerySelector("form[action$='/agree']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await NoticeSteps.ForgeAsync(session, own, Path(filed, $"/{referral.Reference.Value}/agree"))).Status);
        await NoticeSteps.ForgeAsync(session, own, Path(filed, $"/{referral.Reference.Value}/hand-over"));
        Assert.Equal(ReferralState.Proposed, Assert.Single(await ReferralsAsync(world)).State);

        var page = await CaseWorld.OpenAsync(supervisor, filed, "/referrals/" + referral.Reference.Value);
        Assert.Contains("canary reason", page.Text, StringComparison.Ordinal);
        var agreed = await supervisor.SubmitAsync(page, "form[action$='/agree']");

        Assert.Contains("Nothing has left yet", agreed.Text, StringComparison.Ordinal);
        var waiting = Assert.Single(await ReferralsAsync(world));
        Assert.Equal((ReferralState.Agreed, null, world.Supervisor.Staff), (waiting.State, waiting.MadeAt, waiting.AgreedBy));
        var subject = await world.CaseAsync(filed);
        Assert.Null(subject.HotlineToldAt);
        Assert.True(Assert.Single(subject.Clocks, clock => clock.Basis == "notice-out-minor-imminent").IsRunning);
        Assert.Equal(0, await MessagesAsync(world, filed));
        Assert.DoesNotContain(await world.StreamAsync(filed), entry => entry.Kind is "referral.made" or "hotline.told");
        var now = world.App.Clock.GetUtcNow();
        var task = Assert.Single(await NoticeSteps.TasksAsync(world, filed), task => task is { Kind: TaskKind.DecideReferral } or { Kind: TaskKind.HandOver, For: TaskFor.Holder });
        Assert.Equal((TaskKind.HandOver, now.AddMinutes(15)), (task.Kind, task.DueAt));
        Assert.Contains(await NoticeSteps.TasksAsync(world, filed), also => also is { Kind: TaskKind.HandOver, For: TaskFor.Supervisors });

        world.App.Clock.Advance(TimeSpan.FromMinutes(8));
        var at = now.AddMinutes(5);
        var handing = await session.OpenAsync(Path(filed, "/" + referral.Reference.Value));
        await session.SubmitAsync(handing, "#handover", ("Input.HappenedAt", Typed(at)), ("Input.Theirs", "P-7"));

        var made = Assert.Single(await ReferralsAsync(world));
        Assert.Equal((ReferralState.Made, at, world.Cleared.Staff, !endangers), (made.State, made.MadeAt, made.MadeBy, made.TellPerson));
        subject = await world.CaseAsync(filed);
        Assert.Equal(at, subject.HotlineToldAt);
        Assert.Equal(at, Assert.Single(subject.Clocks, clock => clock.Basis == "notice-out-minor-imminent").EndedAt);
        Assert.DoesNotContain(await NoticeSteps.TasksAsync(world, filed), open => open.Kind == TaskKind.HandOver);
        Assert.Equal(endangers ? 0 : 1, await MessagesAsync(world, filed));
        var entry = Assert.Single(await world.StreamAsync(filed), entry => entry.Kind == "referral.made");
        Assert.Equal(world.Supervisor.Staff.Value, entry.Find(LedgerTag.SecondStaff)!.AsGuid());
        Assert.Contains("P-7", (await session.OpenAsync(Path(filed, "/" + referral.Reference.Value))).Text, StringComparison.Ordinal);
        Assert.Equal([], await world.App.VerifyAsync());
    }

    [Theory]
    [DatabaseData(FilerKind.Survivor, true)]
    [DatabaseData(FilerKind.Representative, false)]
    public async Task Only_the_persons_own_key_shows_that_they_were_passed_on_else_a_colleague_finds_a_way(DatabaseKind kind, FilerKind filer, bool writes)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world, Track.Minor, filer: filer);
        await world.ChangeAsync(filed, (found, _, now) => found.CheckAuthority("seen", world.Supervisor.AsActor(), now));
        using var session = world.As(world.Cleared);
        using var supervisor = world.As(world.Supervisor);
        await CaseWorld.OpenAsync(session, filed);
        await ProposeAsync(session, filed, "police");
        var part = "/referrals/" + Assert.Single(await ReferralsAsync(world)).Reference.Value;
        var page = await CaseWorld.OpenAsync(supervisor, filed, part);
        Assert.Equal(!writes, page.Text.Contains("no key of their own", StringComparison.Ordinal));
        await supervisor.SubmitAsync(page, "form[action$='/agree']");
        await session.SubmitAsync(await CaseWorld.OpenAsync(session, filed, part), "#handover");

        Assert.Equal(ReferralState.Made, Assert.Single(await ReferralsAsync(world)).State);
        Assert.Equal(writes ? 1 : 0, await MessagesAsync(world, filed));
        Assert.Equal(!writes, (await NoticeSteps.TasksAsync(world, filed)).Exists(task => task.Kind == TaskKind.TellPerson));
        Assert.Equal(!writes, (await CaseWorld.OpenAsync(session, filed, "/referrals")).Text.Contains("Tell the person, safely", StringComparison.Ordinal));
    }

    [Theory, DatabaseData]
    public async Task Telling_the_person_of_a_service_that_only_they_can_turn_to_tells_no_hotline(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world, Track.Minor, consents: [ConsentAction.TellHotline]);
        using var session = world.As(world.Cleared);
        await CaseVerbTests.DoAsync(session, filed, "", "review");
        await world.ChangeAsync(filed, (found, _, now) => found.RaiseTask(new NewTask(TaskKind.TellHotline, TaskFor.Holder, now), Actor.System, now));
        var form = await session.OpenAsync(Path(filed, "/new?to=take-it-down"));
        Assert.Null(form.Document.QuerySelector("#text, [name='Input.Items'], [name='Input.Places'], [name='Input.Ground']"));
        var done = await session.SubmitAsync(form, "#make");

        Assert.Contains("Nothing was passed on", done.Text, StringComparison.Ordinal);
        var mentioned = Assert.Single(await ReferralsAsync(world));
        Assert.Equal((ReferralState.Mentioned, ReferralGround.ByPerson, ""), (mentioned.State, mentioned.Ground, mentioned.Items));
        Assert.Null(mentioned.Text);
        var subject = await world.CaseAsync(filed);
        Assert.Null(subject.HotlineToldAt);
        Assert.True(Assert.Single(subject.Clocks, clock => clock.Kind == ClockKind.NoticeOut).IsRunning);
        Assert.Contains(await NoticeSteps.TasksAsync(world, filed), task => task.Kind == TaskKind.TellHotline);
        Assert.Equal(HttpStatusCode.OK, (await session.OpenAsync(Path(filed, "/" + mentioned.Reference.Value))).Status);
        Assert.Equal([], await world.App.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task Somebody_whom_the_directory_does_not_know_has_a_name_and_two_people_who_decided(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world, Track.Minor, consents: [ConsentAction.TellHotline]);
        using var session = world.As(world.Cleared);
        using var supervisor = world.As(world.Supervisor);
        await CaseVerbTests.DoAsync(session, filed, "", "review");
        var form = await session.OpenAsync(Path(filed, "/new?to=other"));
        Assert.Equal(["", "two-people"], Grounds(form));
        var nobody = await session.PostAsync(form, "#make", ("Input.Ground", "two-people"), ("Input.Reason", "a reason"));
        Assert.Contains("Say who it is", nobody.Text, StringComparison.Ordinal);
        var consent = await session.PostAsync(form, "#make", ("Input.Ground", "consent"), ("Input.Whom", "canary school"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, consent.Status);
        await ProposeAsync(session, filed, "other", ("Input.Whom", "canary school"));
        var part = "/referrals/" + Assert.Single(await ReferralsAsync(world)).Reference.Value;
        var page = await CaseWorld.OpenAsync(supervisor, filed, part);
        Assert.Contains("canary school", page.Find("h1").TextContent, StringComparison.Ordinal);
        await supervisor.SubmitAsync(page, "form[action$='/agree']");
        await session.SubmitAsync(await session.OpenAsync($"/staff/cases/{filed.Number}{part}"), "#handover");

        var subject = await world.CaseAsync(filed);
        Assert.Null(subject.HotlineToldAt);
        Assert.True(Assert.Single(subject.Clocks, clock => clock.Kind == ClockKind.NoticeOut).IsRunning);
        Assert.Equal(ReferralState.Made, Assert.Single(await ReferralsAsync(world)).State);
    }

    [Theory, DatabaseData]
    public async Task Each_proposal_is_decided_for_itself_and_whoever_made_it_may_take_it_back(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        using var session = world.As(world.Advocate);
        using var supervisor = world.As(world.Supervisor);
        await CaseWorld.OpenAsync(session, filed);
        await ProposeAsync(session, filed, "police");
        await ProposeAsync(session, filed, "ic3");
        var both = await ReferralsAsync(world);
        Assert.Equal(2, (await NoticeSteps.TasksAsync(world, filed)).Count(task => task.Kind == TaskKind.DecideReferral));
        var board = await supervisor.OpenAsync("/staff/escalations?tab=second");
        Assert.All(both, referral => Assert.Contains(referral.Reference.Value, board.Find("#proposals").TextContent, StringComparison.Ordinal));
        var (one, two) = (both.Single(referral => referral.Authority == "police"), both.Single(referral => referral.Authority == "ic3"));
        await supervisor.SubmitAsync(await CaseWorld.OpenAsync(supervisor, filed, "/referrals/" + one.Reference.Value), "form[action$='/refuse']");
        Assert.Equal(two.Id, Assert.Single(await NoticeSteps.TasksAsync(world, filed), task => task.Kind == TaskKind.DecideReferral).Referral);

        await session.SubmitAsync(await session.OpenAsync(Path(filed, "/" + two.Reference.Value)), "#takeback");

        Assert.All(await ReferralsAsync(world), referral => Assert.Equal(ReferralState.Withdrawn, referral.State));
        Assert.DoesNotContain(await NoticeSteps.TasksAsync(world, filed), task => task.Kind == TaskKind.DecideReferral);
    }

    [Theory]
    [DatabaseData(FilerKind.Survivor, false)]
    [DatabaseData(FilerKind.Survivor, true)]
    [DatabaseData(FilerKind.Representative, false)]
    public async Task What_had_left_when_the_person_stopped_everything_is_recorded_and_taken_back_there(DatabaseKind kind, FilerKind filer, bool erases)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world, filer: filer);
        using var session = world.As(world.Advocate);
        using var supervisor = world.As(world.Supervisor);
        await CaseWorld.OpenAsync(session, filed);
        await ProposeAsync(session, filed, "police");
        var part = "/referrals/" + Assert.Single(await ReferralsAsync(world)).Reference.Value;
        await supervisor.SubmitAsync(await CaseWorld.OpenAsync(supervisor, filed, part), "form[action$='/agree']");
        var (left, waiting) = (world.App.Clock.GetUtcNow(), await CaseWorld.OpenAsync(session, filed, part));
        world.App.Clock.Advance(TimeSpan.FromMinutes(2));
        await world.ChangeAsync(filed, (found, clocks, now) => Assert.True((erases
            ? found.RequestErasure(keepProof: true, now.AddHours(72), Actor.Survivor, now, clocks) : found.Withdraw(Actor.Survivor, now, clocks)).IsDone));
        world.App.Clock.Advance(TimeSpan.FromMinutes(2));

        var late = await session.PostAsync(waiting, "#handover", ("Input.Theirs", "P-7"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("It was stopped before that", late.Text, StringComparison.Ordinal);
        Assert.Equal("P-7", late.Find("[name='Input.Theirs']").GetAttribute("value"));
        var recorded = await session.SubmitAsync(late, "#handover", ("Input.HappenedAt", Typed(left)));
        Assert.Contains("It is recorded that the case was handed over", recorded.Text, StringComparison.Ordinal);

        var made = Assert.Single(await ReferralsAsync(world));
        Assert.Equal((ReferralState.Made, left), (made.State, made.MadeAt));
        var tasks = await NoticeSteps.TasksAsync(world, filed);
        Assert.Contains(tasks, task => task.Kind == TaskKind.TellWithdrawal && task.Referral == made.Id);
        var isWritten = filer == FilerKind.Survivor && !erases;
        Assert.Equal((isWritten ? 1 : 0, !isWritten), (await MessagesAsync(world, filed), tasks.Exists(task => task.Kind == TaskKind.TellPerson)));
        var twice = await session.PostAsync(late, "#handover", ("Input.Command", Guid.CreateVersion7().ToString()), ("Input.HappenedAt", Typed(left)));
        Assert.Equal(HttpStatusCode.Conflict, twice.Status);
        Assert.Equal([], await world.App.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task A_place_that_was_taken_back_is_not_agreed_to(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        using var session = world.As(world.Advocate);
        using var supervisor = world.As(world.Supervisor);
        await CaseWorld.OpenAsync(session, filed);
        await ProposeAsync(session, filed, "police");
        await world.ChangeAsync(filed, (found, _, now) => found.WithdrawPlace(found.Places.Single(place => place.Ordinal == 2).Id, Actor.Survivor, now));
        var page = await CaseWorld.OpenAsync(supervisor, filed, "/referrals/" + Assert.Single(await ReferralsAsync(world)).Reference.Value);
        Assert.Contains("The person has taken back: item 2", page.Text, StringComparison.Ordinal);
        var refused = await supervisor.PostAsync(page, "form[action$='/agree']");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Take the proposal back", refused.Text, StringComparison.Ordinal);
        Assert.Equal(ReferralState.Proposed, Assert.Single(await ReferralsAsync(world)).State);
    }

    private static async Task ProposeAsync(WebSession session, FiledCase filed, string to, params (string Name, string? Value)[] more)
    {
        var form = await session.OpenAsync(Path(filed, "/new?to=" + to));
        var page = await session.SubmitAsync(form, "#make", [("Input.Ground", "two-people"), ("Input.Reason", "canary reason"), .. more]);
        Assert.Contains("put before a second person", page.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Grounds(WebPage form)
        => form.Document.QuerySelectorAll("select[name='Input.Ground'] option").Select(option => option.GetAttribute("value")!);

    private static string Typed(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static string Path(FiledCase filed, string part = "") => $"/staff/cases/{filed.Number}/referrals{part}";

    private static Task<int> MessagesAsync(CaseWorld world, FiledCase filed)
        => world.App.ReadAsync(db => db.Messages.CountAsync(message => message.CaseId == filed.Id));

    private static Task<List<Referral>> ReferralsAsync(CaseWorld world)
        => world.App.ReadAsync(db => db.Referrals.AsNoTracking().OrderBy(referral => referral.Id).ToListAsync());
}
