using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Domain.Cases;
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
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        var reference = await NoticeSteps.ApproveAsync(world, filed, NoticeSteps.Telegram);
        await NoticeSteps.SendAsync(world);
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
    [DatabaseData("esafety", "section 36(3)")]
    [DatabaseData("arcom", "article 53")]
    [DatabaseData("gac", "Grievance Appellate Committee")]
    public async Task A_minors_pack_carries_numbers_and_no_address(DatabaseKind kind, string authority, string said)
    {
        await using var world = await CaseWorld.StartAsync(kind);
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
        Assert.Equal(world.Cleared.Staff, Assert.Single(await PacksAsync(world)).MadeBy);
        using var legal = world.As(world.Legal);
        await CaseWorld.OpenAsync(legal, filed);
        var read = await legal.OpenAsync($"/staff/cases/{filed.Number}/packs/{Assert.Single(await PacksAsync(world)).Id.Value}");
        Assert.Equal(HttpStatusCode.OK, read.Status);
    }

    private static Task<List<ComplaintPack>> PacksAsync(CaseWorld world)
        => world.App.ReadAsync(db => db.ComplaintPacks.AsNoTracking().ToListAsync());
}
