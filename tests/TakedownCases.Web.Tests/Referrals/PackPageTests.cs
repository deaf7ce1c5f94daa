using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Law;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Referrals;
using TakedownCases.Testing;
using TakedownCases.Web.Jobs;
using TakedownCases.Web.Tests.CaseFile;
using TakedownCases.Web.Tests.Jobs;
using TakedownCases.Web.Tests.Notices;

namespace TakedownCases.Web.Tests.Referrals;

/// <summary>Complaint packs: made by the sweep when the complaint's rung is climbed, or because a person asks; read and saved.</summary>
public sealed class PackPageTests
{
    private const string Address = "t.me/invented_canary";

    [Theory, DatabaseData]
    public async Task A_minute_after_the_time_of_the_law_ran_out_the_pack_is_ready_and_says_what_was_missed(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind, SchedulerTests.Unscheduled);
        var filed = await NoticeSteps.FileAsync(world);
        var reference = await NoticeSteps.ApproveAsync(world, filed, NoticeSteps.Telegram);
        await NoticeSteps.SendAsync(world);
        var cited = Assert.Single((await NoticeSteps.FrozenAsync(world, filed, reference)).Frozen.Laws!);
        Assert.Equal((NoticeSteps.Tida, 5), (cited.Basis, cited.Elements.Count));
        world.App.Clock.Advance(TimeSpan.FromHours(48) + TimeSpan.FromSeconds(20));
        await world.App.SweepAsync(JobTable.Clocks);
        world.App.Clock.Advance(TimeSpan.FromSeconds(30));
        await world.App.SweepAsync(JobTable.Drafting);

        var pack = Assert.Single(await PacksAsync(world));
        var due = (await world.CaseAsync(filed)).Clocks.First(clock => clock.Basis == NoticeSteps.Tida[..NoticeSteps.Tida.IndexOf('@', StringComparison.Ordinal)]).DueAt;
        Assert.InRange(pack.MadeAt - due, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Assert.Equal(("ftc", NoticeSteps.Tida, null), (pack.Authority, pack.Basis, pack.MadeBy));
        using var session = world.As(world.Advocate);
        await CaseWorld.OpenAsync(session, filed);
        var list = await session.OpenAsync($"/staff/cases/{filed.Number}/referrals");
        var page = await session.OpenAsync(list.Find($"a[href$='{pack.Id.Value}']").GetAttribute("href")!);
        Assert.Contains(reference.Value, page.Find("#text").TextContent, StringComparison.Ordinal);
        Assert.Contains("Late by 0 h 0 min", page.Find("#text").TextContent, StringComparison.Ordinal);
        var saved = await session.GetAsync(page.Find("a[href$='/json']").GetAttribute("href")!);
        Assert.Contains("complaint-pack.json", saved.Header("Content-Disposition"), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(saved.Body);
        Assert.Equal("complaint-pack/1", json.RootElement.GetProperty("format").GetString());
        Assert.All(json.RootElement.GetProperty("elements").EnumerateArray(), element => Assert.True(element.GetProperty("given").GetBoolean()));
        Assert.Equal(64, json.RootElement.GetProperty("proof").GetProperty("sha256").GetString()!.Length);
        Assert.Contains(Address, saved.Body, StringComparison.Ordinal);
        Assert.Contains("Complaint to: Federal Trade Commission", (await session.GetAsync(page.Find("a[href$='/text']").GetAttribute("href")!)).Body, StringComparison.Ordinal);
        Assert.Equal([], await world.App.VerifyAsync());
    }

    [Theory]
    [DatabaseData("ftc", "TAKE IT DOWN Act")]
    [DatabaseData("esafety", "s.77")]
    [DatabaseData("arcom", "article 53")]
    [DatabaseData("gac", "Grievance Appellate Committee")]
    public async Task A_minors_pack_carries_numbers_and_no_address(DatabaseKind kind, string authority, string said)
    {
        await using var world = await CaseWorld.StartAsync(kind, SchedulerTests.Unscheduled);
        var filed = await NoticeSteps.FileAsync(world, Track.Minor);
        await world.ChangeAsync(filed, (subject, _, now) => subject.CheckAuthority("seen", world.Supervisor.AsActor(), now));
        var reference = await NoticeSteps.ApproveAsync(world, filed, NoticeSteps.Telegram);
        await NoticeSteps.SendAsync(world);
        using var session = world.As(world.Cleared);
        await CaseWorld.OpenAsync(session, filed);
        var form = await session.OpenAsync($"/staff/cases/{filed.Number}/packs/new");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await session.PostAsync(form, "#pack", ("Input.Authority", authority))).Status);
        var page = await session.SubmitAsync(form, "#pack", ("Input.Notice", reference.Value), ("Input.Authority", authority));

        Assert.Contains(said, page.Find("#text").TextContent, StringComparison.Ordinal);
        Assert.Contains(reference.Value, page.Find("#text").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Address, page.Body, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(page.Find("#json").TextContent);
        Assert.Equal(authority == "ftc", json.RootElement.GetProperty("law").GetProperty("cited").GetBoolean());
        Assert.Equal(authority == "ftc" ? 5 : 0, json.RootElement.GetProperty("elements").GetArrayLength());
        Assert.Equal(world.Cleared.Staff, Assert.Single(await PacksAsync(world)).MadeBy);
        using var legal = world.As(world.Legal);
        await CaseWorld.OpenAsync(legal, filed);
        var read = await legal.OpenAsync($"/staff/cases/{filed.Number}/packs/{Assert.Single(await PacksAsync(world)).Id.Value}");
        Assert.Equal(HttpStatusCode.OK, read.Status);
    }

    [Theory, DatabaseData]
    public async Task What_was_taken_back_is_not_passed_on_and_what_was_removed_late_is_called_late(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind, SchedulerTests.Unscheduled);
        var filed = await NoticeSteps.FileAsync(world);
        var reference = await NoticeSteps.ApproveAsync(world, filed, NoticeSteps.Telegram);
        await NoticeSteps.SendAsync(world);
        world.App.Clock.Advance(TimeSpan.FromHours(24));
        await world.ChangeAsync(filed, (subject, _, now) => subject.WithdrawPlace(subject.Places.Single(place => place.Ordinal == 2).Id, Actor.Survivor, now));
        world.App.Clock.Advance(TimeSpan.FromHours(50));
        await world.ChangeAsync(filed, (subject, clocks, now) => Assert.True(subject.TellOutcome(
            subject.Places.Single(place => place.Ordinal == 1).Id,
            new PlaceOutcome(PlaceState.RemovedClaimed, OutcomeSource.Platform, now.AddHours(-1), Words: "Dear Canary, gone."), clocks, Actor.System, now).IsDone));
        using var session = world.As(world.Advocate);
        var page = await MakeAsync(session, filed, reference, "ftc");

        Assert.Contains("It was done 1 d 1 h late", page.Find("#text").TextContent, StringComparison.Ordinal);
        Assert.Contains("That the time of the law ran out", page.Find("#text").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("t.me/invented_canary/2", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Dear Canary", page.Body, StringComparison.Ordinal);
        Assert.Contains("They answered in words", page.Find("#text").TextContent, StringComparison.Ordinal);
        var quoted = await MakeAsync(session, filed, reference, "ftc", ("Input.QuoteAnswers", "true"));
        Assert.Contains("Dear Canary", quoted.Find("#text").TextContent, StringComparison.Ordinal);

        await world.ChangeAsync(filed, (subject, _, now) => subject.WithdrawPlace(subject.Places.Single(place => place.Ordinal == 1).Id, Actor.Survivor, now));
        var form = await session.OpenAsync($"/staff/cases/{filed.Number}/packs/new");
        var refused = await session.PostAsync(form, "#pack", ("Input.Notice", reference.Value), ("Input.Authority", "ftc"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(2, (await PacksAsync(world)).Count);
    }

    [Theory, DatabaseData]
    public async Task A_pack_about_a_notice_counts_from_that_notice_and_says_of_another_law_that_it_was_not_cited(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind, SchedulerTests.Unscheduled);
        var filed = await NoticeSteps.FileAsync(world);
        var first = await NoticeSteps.ApproveAsync(world, filed, NoticeSteps.Telegram);
        await NoticeSteps.SendAsync(world);
        var left = (await NoticeSteps.NoticeAsync(world, first)).LeftAt!.Value;
        world.App.Clock.Advance(TimeSpan.FromHours(60));
        await NoticeSteps.ApproveAsync(world, filed, NoticeSteps.Telegram);
        await NoticeSteps.SendAsync(world);
        using var session = world.As(world.Advocate);

        var about = await MakeAsync(session, filed, first, "ftc");
        using (var json = JsonDocument.Parse(about.Find("#json").TextContent))
        {
            var clock = json.RootElement.GetProperty("places")[0].GetProperty("clock");
            Assert.Equal(left.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture), clock.GetProperty("startedAt").GetString());
            Assert.Equal("PT12H", clock.GetProperty("lateBy").GetString());
        }

        var other = (await MakeAsync(session, filed, first, "gac")).Find("#text").TextContent;
        Assert.Contains("did not cite this law", other, StringComparison.Ordinal);
        Assert.DoesNotContain("in our notice", other, StringComparison.Ordinal);
        Assert.DoesNotContain("time of the law ran out", other, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task A_time_of_our_own_for_a_law_without_hours_makes_a_pack_that_never_calls_it_law(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind, SchedulerTests.Unscheduled);
        await OwnTimeAsync(world);
        var filed = await NoticeSteps.FileAsync(world);
        using (var first = world.As(world.Supervisor))
        {
            var drafted = await NoticeSteps.DraftAsync(first, filed, NoticeSteps.Telegram, ("Input.Bases", "eu-dsa-16-notice@2026-11-22"));
            var reference = NoticeSteps.ReferenceOf(await first.SubmitAsync(drafted, "#approve"));
            using var second = world.As(world.OtherSupervisor);
            await second.SubmitAsync(await NoticeSteps.OpenAsync(second, filed, reference), "#approve");
        }

        await NoticeSteps.SendAsync(world);
        world.App.Clock.Advance(TimeSpan.FromHours(72) + TimeSpan.FromSeconds(20));
        await world.App.SweepAsync(JobTable.Clocks);
        await world.App.SweepAsync(JobTable.Drafting);

        var pack = Assert.Single(await PacksAsync(world));
        Assert.Equal(("dsa-coordinator", "eu-dsa-16-notice@2026-11-22"), (pack.Authority, pack.Basis));
        using var session = world.As(world.Advocate);
        await CaseWorld.OpenAsync(session, filed);
        var text = (await session.OpenAsync($"/staff/cases/{filed.Number}/packs/{pack.Id.Value}")).Find("#text").TextContent;
        Assert.Contains("by a time of our own", text, StringComparison.Ordinal);
        Assert.Contains("the time that we set ourselves ran out", text, StringComparison.Ordinal);
        Assert.DoesNotContain("the time of the law ran out", text, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task OwnTimeAsync(CaseWorld world)
    {
        var record = JsonNode.Parse(ShippedRules.All.Single(rule => rule.RuleId == "eu-dsa-16-notice").Json)!.AsObject();
        foreach (var (name, value) in new (string, string?)[]
        {
            ("id", "local-dsa"), ("version", "2027-03-01"), ("kind", "local-policy"), ("policyFor", "eu-dsa-16-notice"), ("duration", "PT72H"), ("unit", "elapsed"),
            ("authority", null), ("inForceFrom", null),
        })
        {
            record[name] = value;
        }

        await world.WithAsync(async services =>
        {
            var changes = services.GetRequiredService<RuleChanges>();
            var proposed = await changes.ProposeAsync(RuleKind.Basis, null, record.ToJsonString(), "because", world.Legal.AsActor(), CancellationToken.None);
            Assert.True((await changes.ActivateAsync(proposed.Value!.Id, world.Supervisor.AsActor(), CancellationToken.None)).IsDone);
        });
    }

    private static async Task<WebPage> MakeAsync(
        WebSession session, FiledCase filed, NoticeReference notice, string authority, params (string Name, string? Value)[] more)
    {
        await CaseWorld.OpenAsync(session, filed);
        var form = await session.OpenAsync($"/staff/cases/{filed.Number}/packs/new");
        return await session.SubmitAsync(form, "#pack", [("Input.Notice", notice.Value), ("Input.Authority", authority), .. more]);
    }

    private static Task<List<ComplaintPack>> PacksAsync(CaseWorld world)
        => world.App.ReadAsync(db => db.ComplaintPacks.AsNoTracking().ToListAsync());
}
