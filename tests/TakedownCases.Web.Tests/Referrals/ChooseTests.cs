using TakedownCases.Data.Seed;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Referrals;
using TakedownCases.Testing;
using TakedownCases.Web.Features.Referrals;
using TakedownCases.Web.Tests.CaseFile;
using TakedownCases.Web.Tests.Notices;

namespace TakedownCases.Web.Tests.Referrals;

/// <summary>Whom one is offered to tell, in which order, and what is known of the record.</summary>
public sealed class ChooseTests
{
    private static readonly AuthorityDirectory Directory = AuthorityFile.Load();

    [Theory]
    [InlineData(Severity.Standard, AuthorityKind.Hotline)]
    [InlineData(Severity.Imminent, AuthorityKind.Police)]
    public void Hotlines_and_the_police_stand_first_and_whoever_is_named_by_hand_last(Severity severity, AuthorityKind first)
    {
        var ordered = RecipientOrder.Of(Directory.For(Track.Minor, "BE"), severity);

        Assert.Equal(first, ordered[0].Kind);
        Assert.Equal(AuthorityDirectory.Other, ordered[^1].Id);
        var regulator = ordered.ToList().FindIndex(authority => authority.Kind == AuthorityKind.Regulator);
        Assert.True(ordered.ToList().FindLastIndex(authority => authority.Kind == AuthorityKind.Police) < regulator);
        Assert.Equal("child-focus", ordered.First(authority => authority.Kind == AuthorityKind.Hotline).Id);
    }

    [Theory, DatabaseData]
    public async Task A_record_found_wrong_says_so_where_one_chooses_and_is_near_no_more(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var admin = CaseWorld.New(StaffRole.Admin);
        await world.AddAsync(admin);
        var filed = await NoticeSteps.FileAsync(world);
        using var session = world.As(world.Advocate);
        using var checker = world.As(admin);
        await CaseWorld.OpenAsync(session, filed);
        var path = $"/staff/cases/{filed.Number}/referrals/new";
        Assert.NotNull((await session.OpenAsync(path)).Document.QuerySelector("details input[value=iwf], #choose > fieldset input[value=ic3]"));
        foreach (var (id, right) in new[] { ("ic3", "false"), ("police", "true") })
        {
            await checker.SubmitAsync(
                await checker.OpenAsync("/staff/authorities/" + id), "#check", ("Input.IsRight", right), ("Input.Note", "canary note of " + id));
        }

        var page = await session.OpenAsync(path);

        Assert.Null(page.Document.QuerySelector("#choose > fieldset input[value=ic3]"));
        Assert.Contains("Checked: wrong", page.Find("#to-ic3-about").TextContent, StringComparison.Ordinal);
        Assert.Contains("checked, right", page.Find("#to-police-about").TextContent, StringComparison.Ordinal);
        Assert.Contains("canary note of ic3", (await session.OpenAsync(path + "?to=ic3")).Text, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task While_an_authority_asks_us_to_hold_still_every_page_of_it_says_so(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        await world.ChangeAsync(filed, (found, _, now) => found.Hold(
            new InvestigationHold("Police of Example", "P-1", "An inquiry is under way."), now.AddDays(7), world.Advocate.AsActor(), world.Supervisor.Staff, now));
        using var session = world.As(world.Advocate);
        await CaseWorld.OpenAsync(session, filed);
        foreach (var part in new[] { "", "/new", "/new?to=police" })
        {
            Assert.Contains(
                "An authority asked us to hold still", (await session.OpenAsync($"/staff/cases/{filed.Number}/referrals{part}")).Text, StringComparison.Ordinal);
        }
    }
}
