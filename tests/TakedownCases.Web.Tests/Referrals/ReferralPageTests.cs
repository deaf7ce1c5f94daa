using System.Net;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Ledger;
using TakedownCases.Domain.Referrals;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.CaseFile;
using TakedownCases.Web.Tests.Jobs;
using TakedownCases.Web.Tests.Notices;

namespace TakedownCases.Web.Tests.Referrals;

/// <summary>Handing a case to somebody outside, through the pages: by what right, what is passed on, what they did.</summary>
public sealed class ReferralPageTests
{
    private const string Address = "t.me/invented_canary";

    [Theory, DatabaseData]
    public async Task A_hotline_is_told_with_consent_and_the_first_clock_is_met_when_it_was_told(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world, Track.Minor);
        using var session = world.As(world.Cleared);
        await CaseVerbTests.DoAsync(session, filed, "", "review");
        var choose = await session.OpenAsync(Path(filed, "/new"));
        Assert.Contains("has not agreed to telling a hotline", choose.Text, StringComparison.Ordinal);
        Assert.NotNull(choose.Document.QuerySelector("input[name=to][value=iwf]"));
        Assert.Null(choose.Document.QuerySelector("input[name=to][value=stopncii]"));
        var form = await session.OpenAsync(Path(filed, "/new?to=iwf"));
        Assert.Contains(Address, form.Find("#text").TextContent, StringComparison.Ordinal);
        var groundless = await session.PostAsync(form, "#make", ("Input.Theirs", "H-1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, groundless.Status);
        Assert.Contains("H-1", groundless.Body, StringComparison.Ordinal);
        var consentless = await session.PostAsync(form, "#make", ("Input.Ground", "consent"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, consentless.Status);
        await world.ChangeAsync(filed, (subject, _, now) => subject.GiveConsent(ConsentAction.TellHotline, Actor.Survivor, now));
        var told = world.App.Clock.GetUtcNow().AddMinutes(10);
        world.App.Clock.Advance(TimeSpan.FromHours(30));
        var again = await CaseWorld.OpenAsync(session, filed, "/referrals/new?to=iwf");
        var done = await session.SubmitAsync(
            again, "#make", ("Input.Ground", "consent"), ("Input.Theirs", "H-1"),
            ("Input.MadeAt", Typed(told)));

        Assert.Contains("It is recorded", done.Text, StringComparison.Ordinal);
        var subject = await world.CaseAsync(filed);
        Assert.Equal(told, subject.HotlineToldAt);
        var clock = Assert.Single(subject.Clocks, clock => clock.Kind == ClockKind.NoticeOut);
        Assert.Equal((true, told), (clock.Met, clock.EndedAt));
        var referral = Assert.Single(await ReferralsAsync(world));
        Assert.Equal((ReferralState.Made, ReferralGround.Consent, "iwf"), (referral.State, referral.Ground, referral.Authority));
        var one = await session.OpenAsync(Path(filed, "/" + referral.Reference.Value));
        Assert.Contains("H-1", one.Text, StringComparison.Ordinal);
        Assert.Contains(Address, one.Find("#text").TextContent, StringComparison.Ordinal);
        Assert.Contains("The hotline was told", (await CaseWorld.OpenAsync(session, filed, "/notices")).Text, StringComparison.Ordinal);
        Assert.Contains("handed the case over to Internet Watch Foundation", (await CaseWorld.OpenAsync(session, filed, "/timeline")).Text, StringComparison.Ordinal);
        Assert.Equal([], await world.App.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task What_is_recorded_is_what_was_shown(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world, consents: [ConsentAction.NotifyPlatforms, ConsentAction.TellPolice]);
        using var session = world.As(world.Advocate);
        await CaseWorld.OpenAsync(session, filed);
        var form = await session.OpenAsync(Path(filed, "/new?to=police"));
        Assert.DoesNotContain("Canary Name", form.Find("#text").TextContent, StringComparison.Ordinal);

        var changed = await session.PostAsync(form, "#make", ("Input.Items", "Name"), ("Input.Theirs", "P-7"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, changed.Status);
        Assert.Contains("Canary Name", changed.Find("#text").TextContent, StringComparison.Ordinal);
        Assert.Empty(await ReferralsAsync(world));
        var shown = await session.PostAsync(form, "#make", ("Input.Items", "OwnWords"), ("Input.Preview", "true"));
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains("canary words", shown.Find("#text").TextContent, StringComparison.Ordinal);
        Assert.Empty(await ReferralsAsync(world));
        await session.SubmitAsync(changed, "#make");

        Assert.Equal("name", Assert.Single(await ReferralsAsync(world)).Items);
    }

    [Theory, DatabaseData]
    public async Task What_was_typed_while_the_purpose_ran_out_is_sent_with_the_new_one(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        using var session = world.As(world.Supervisor);
        await CaseWorld.OpenAsync(session, filed);
        var form = await session.OpenAsync(Path(filed, "/new?to=police"));
        world.App.Clock.Advance(TimeSpan.FromMinutes(31));

        var asked = await session.PostAsync(form, "#make", ("Input.Ground", "two-people"), ("Input.Reason", "a reason\nof two lines"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("half an hour is over", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", asked.Text, StringComparison.Ordinal);
        Assert.Empty(await ReferralsAsync(world));
        var unanswered = await session.PostAsync(asked, "main form");
        Assert.Contains("Please choose a reason", unanswered.Text, StringComparison.Ordinal);
        var page = await session.SubmitAsync(unanswered, "main form", ("Why.Purpose", "cover"));

        Assert.Contains("put before a second person", page.Text, StringComparison.Ordinal);
        var proposed = Assert.Single(await ReferralsAsync(world));
        Assert.Contains("of two lines", (await session.OpenAsync(Path(filed, "/" + proposed.Reference.Value))).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await world.StreamAsync(filed, LedgerLane.Read)).Count(entry => entry.Kind == "case.purpose-given"));
    }

    [Theory, DatabaseData]
    public async Task Unticking_every_place_passes_none_on(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world, consents: [ConsentAction.NotifyPlatforms, ConsentAction.TellPolice]);
        using var session = world.As(world.Advocate);
        await CaseWorld.OpenAsync(session, filed);
        var form = await session.OpenAsync(Path(filed, "/new?to=police"));
        Assert.Contains(Address, form.Find("#text").TextContent, StringComparison.Ordinal);
        var shown = await session.PostAsync(form, "#make", ("Input.Places", null));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, shown.Status);
        Assert.DoesNotContain(Address, shown.Find("#text").TextContent, StringComparison.Ordinal);
        Assert.Equal(4, NoticeSteps.Choices(shown, "Input.Places").Count());
        await session.SubmitAsync(shown, "#make", ("Input.Places", null));

        var made = Assert.Single(await world.App.ReadAsync(db => db.Referrals.Include(referral => referral.Places).ToListAsync()));
        Assert.Empty(made.Places);
    }

    [Theory, DatabaseData]
    public async Task A_consent_counts_when_they_were_told_and_what_was_taken_back_since_is_told_on(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world, consents: [ConsentAction.NotifyPlatforms, ConsentAction.TellPolice]);
        using var session = world.As(world.Advocate);
        await CaseWorld.OpenAsync(session, filed);
        var start = world.App.Clock.GetUtcNow();
        world.App.Clock.Advance(TimeSpan.FromMinutes(5));
        await world.ChangeAsync(filed, (found, _, now) => found.WithdrawConsent(ConsentAction.TellPolice, Actor.Survivor, now));
        world.App.Clock.Advance(TimeSpan.FromMinutes(5));
        var form = await session.OpenAsync(Path(filed, "/new?to=police"));
        var now = await session.PostAsync(form, "#make", ("Input.Ground", "consent"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, now.Status);
        var before = await session.PostAsync(form, "#make", ("Input.Ground", "consent"), ("Input.MadeAt", Typed(start.AddDays(-1))));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, before.Status);

        await session.SubmitAsync(form, "#make", ("Input.Ground", "consent"), ("Input.MadeAt", Typed(start.AddMinutes(2))));

        var made = Assert.Single(await ReferralsAsync(world));
        Assert.Contains(await NoticeSteps.TasksAsync(world, filed), task => task.Kind == TaskKind.TellWithdrawal && task.Referral == made.Id);
        var page = await session.OpenAsync(Path(filed, "/" + made.Reference.Value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await session.PostAsync(page, "#withdraw")).Status);
        await session.SubmitAsync(page, "#withdraw", ("Input.How", "called them at noon"));
        Assert.DoesNotContain(await NoticeSteps.TasksAsync(world, filed), task => task.Kind == TaskKind.TellWithdrawal);
    }

    [Theory, DatabaseData]
    public async Task An_answer_about_one_referral_ends_no_clock_of_another(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world, consents: [ConsentAction.NotifyPlatforms, ConsentAction.TellAuthority]);
        using var session = world.As(world.Advocate);
        await CaseWorld.OpenAsync(session, filed);
        foreach (var place in new[] { 0, 2 })
        {
            var form = await session.OpenAsync(Path(filed, "/new?to=garante"));
            var chosen = ("Input.Places", NoticeSteps.Choices(form, "Input.Places").ElementAt(place));
            await session.SubmitAsync(await session.PostAsync(form, "#make", chosen), "#make", chosen);
        }

        var paths = (await ReferralsAsync(world)).ConvertAll(referral => Path(filed, "/" + referral.Reference.Value));
        foreach (var path in paths)
        {
            await session.SubmitAsync(await session.OpenAsync(path), "#tell", ("Input.To", "Received"), ("Input.Bases", "it-garante-144bis"));
        }

        await session.SubmitAsync(await session.OpenAsync(paths[0]), "#tell", ("Input.To", "Refused"));

        var clocks = (await world.CaseAsync(filed)).Clocks.Where(clock => clock.Kind == ClockKind.Authority).ToList();
        Assert.Equal((2, 1), (clocks.Count, clocks.Count(clock => clock.IsRunning)));
        Assert.Contains(await NoticeSteps.TasksAsync(world, filed), task => task.Kind == TaskKind.TellPerson);
    }

    [Theory, DatabaseData]
    public async Task A_regulator_gets_no_address_of_a_minors_case(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world, Track.Minor, consents: [ConsentAction.TellAuthority]);
        using var session = world.As(world.Cleared);
        await CaseWorld.OpenAsync(session, filed);
        var form = await session.OpenAsync(Path(filed, "/new?to=ftc"));
        Assert.DoesNotContain(Address, form.Find("#text").TextContent, StringComparison.Ordinal);
        Assert.Null(form.Document.QuerySelector("input[value=Addresses]"));
        var forced = await session.PostAsync(form, "#make", ("Input.Items", "Addresses"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.Status);
        Assert.DoesNotContain(Address, forced.Find("#text").TextContent, StringComparison.Ordinal);
        Assert.Empty(await ReferralsAsync(world));
    }

    [Theory, DatabaseData]
    public async Task A_second_person_who_does_not_agree_ends_it(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        using var session = world.As(world.Supervisor);
        using var other = world.As(world.OtherSupervisor);
        await CaseWorld.OpenAsync(session, filed);
        var form = await session.OpenAsync(Path(filed, "/new?to=police"));
        await session.SubmitAsync(form, "#make", ("Input.Ground", "two-people"), ("Input.Reason", "a reason"));
        var referral = Assert.Single(await ReferralsAsync(world));
        var own = await session.OpenAsync(Path(filed, "/" + referral.Reference.Value));
        await NoticeSteps.ForgeAsync(session, own, Path(filed, $"/{referral.Reference.Value}/refuse"));
        Assert.Equal(ReferralState.Proposed, Assert.Single(await ReferralsAsync(world)).State);

        await CaseWorld.OpenAsync(other, filed);
        await other.SubmitAsync(await other.OpenAsync(Path(filed, "/" + referral.Reference.Value)), "form[action$='/refuse']");

        Assert.Equal(ReferralState.Withdrawn, Assert.Single(await ReferralsAsync(world)).State);
        Assert.Null((await world.CaseAsync(filed)).HotlineToldAt);
    }

    [Theory]
    [DatabaseData("esafety", "Acted", "au-osa-77-ncii", 24)]
    [DatabaseData("garante", "Received", "it-garante-144bis", 48)]
    public async Task Their_clocks_start_when_they_act_or_have_it(DatabaseKind kind, string to, string step, string basis, int hours)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world, consents: [ConsentAction.NotifyPlatforms, ConsentAction.TellAuthority]);
        using var session = world.As(world.Advocate);
        await CaseWorld.OpenAsync(session, filed);
        await session.SubmitAsync(await session.OpenAsync(Path(filed, "/new?to=" + to)), "#make");
        var path = Path(filed, "/" + Assert.Single(await ReferralsAsync(world)).Reference.Value);
        Assert.DoesNotContain((await world.CaseAsync(filed)).Clocks, clock => clock.Kind == ClockKind.Authority);
        world.App.Clock.Advance(TimeSpan.FromHours(3));
        var page = await session.OpenAsync(path);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await session.PostAsync(page, "#tell", ("Input.Words", "canary"))).Status);
        await session.SubmitAsync(page, "#tell", ("Input.To", step), ("Input.Bases", basis), ("Input.Theirs", "A-9"));

        var now = world.App.Clock.GetUtcNow();
        var clocks = (await world.CaseAsync(filed)).Clocks.Where(clock => clock.Kind == ClockKind.Authority).ToList();
        Assert.Equal(4, clocks.Count);
        Assert.All(clocks, clock => Assert.Equal((basis, now.AddHours(hours), true), (clock.Basis, clock.DueAt, clock.IsRunning)));
        var shown = await session.OpenAsync(path);
        Assert.Contains("A-9", shown.Text, StringComparison.Ordinal);
        world.App.Clock.Advance(TimeSpan.FromHours(1));
        await session.SubmitAsync(await session.OpenAsync(path), "#tell", ("Input.To", "Answered"), ("Input.Words", "canary answer"));

        var after = (await world.CaseAsync(filed)).Clocks.Where(clock => clock.Kind == ClockKind.Authority);
        Assert.All(after, clock => Assert.Equal(step == "Received", clock.Met));
        Assert.Equal([], await world.App.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task Legal_staff_read_referrals_and_make_none(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        using var session = world.As(world.Legal);
        var page = await CaseWorld.OpenAsync(session, filed);
        Assert.Equal(HttpStatusCode.OK, (await session.GetAsync(Path(filed))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await session.GetAsync(Path(filed, "/new"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await NoticeSteps.ForgeAsync(session, page, Path(filed), ("Input.To", "iwf"))).Status);
    }

    [Theory, DatabaseData]
    public async Task The_directory_says_what_nobody_verified_and_an_administrator_records_a_check(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var admin = CaseWorld.New(StaffRole.Admin);
        await world.AddAsync(admin);
        using var session = world.As(admin);
        using var advocate = world.As(world.Advocate);
        Assert.Contains("not verified", (await advocate.OpenAsync("/staff/authorities?country=GB")).Text, StringComparison.Ordinal);
        var read = await advocate.OpenAsync("/staff/authorities/iwf");
        Assert.Null(read.Document.QuerySelector("#check"));
        var form = await session.OpenAsync("/staff/authorities/iwf");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await session.PostAsync(form, "#check", ("Input.Note", "canary note"))).Status);
        var done = await session.SubmitAsync(form, "#check", ("Input.IsRight", "true"), ("Input.Note", "opened their page"));

        Assert.Contains("opened their page", done.Text, StringComparison.Ordinal);
        var check = Assert.Single(await world.App.ReadAsync(db => db.AuthorityChecks.ToListAsync()));
        Assert.Equal(("iwf", true, admin.Staff), (check.Authority, check.IsRight, check.CheckedBy));
        Assert.Equal(HttpStatusCode.NotFound, (await session.GetAsync("/staff/authorities/nobody")).Status);
        Assert.Equal([], await world.App.VerifyAsync());
    }

    private static string Typed(DateTimeOffset at)
        => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static string Path(FiledCase filed, string part = "") => $"/staff/cases/{filed.Number}/referrals{part}";

    private static Task<List<Referral>> ReferralsAsync(CaseWorld world)
        => world.App.ReadAsync(db => db.Referrals.AsNoTracking().ToListAsync());
}
