using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Testing;
using TakedownCases.Web.Jobs;
using TakedownCases.Web.Tests.Jobs;
using TakedownCases.Web.Tests.Notices;

namespace TakedownCases.Web.Tests.CaseFile;

/// <summary>The pages that tell the ladder what it cannot know: a hold of an authority, and who is behind a site.</summary>
public sealed class LadderPageTests
{
    private static readonly (string, string?)[] Hold =
    [
        ("Input.Authority", "Police of Example"), ("Input.Reference", "P-4711"), ("Input.Reason", "canary of the inquiry"), ("Input.LastDay", "2027-03-15"),
    ];

    private const string AskForm = "form[action$='/sites/ask']";

    [Theory, DatabaseData]
    public async Task A_hold_is_asked_for_by_one_person_and_agreed_to_by_another_and_can_be_ended(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        using var asker = world.As(world.Supervisor);
        using var other = world.As(world.OtherSupervisor);
        await CaseVerbTests.DoAsync(asker, filed, "/hold", "hold", Hold);
        Assert.Null((await world.CaseAsync(filed)).HoldUntil);
        Assert.Contains("has not decided yet", (await asker.OpenAsync($"/staff/cases/{filed.Number}/hold")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(filed.Number.Value, (await asker.OpenAsync("/staff/approvals")).Text, StringComparison.Ordinal);

        var page = await other.OpenAsync("/staff/approvals");
        Assert.Contains("canary of the inquiry", page.Text, StringComparison.Ordinal);
        Assert.Contains("Police of Example", page.Text, StringComparison.Ordinal);
        await other.SubmitAsync(page, "form[action^='/staff/approvals/']");

        var held = await world.CaseAsync(filed);
        Assert.Equal(new DateTimeOffset(2027, 3, 16, 0, 0, 0, TimeSpan.Zero), held.HoldUntil);
        Assert.Contains("On hold until", (await asker.OpenAsync($"/staff/cases/{filed.Number}/clocks")).Text, StringComparison.Ordinal);
        Assert.Contains("agreed to hold still", (await asker.OpenAsync($"/staff/cases/{filed.Number}/timeline")).Text, StringComparison.Ordinal);

        var again = await asker.OpenAsync($"/staff/cases/{filed.Number}/hold");
        Assert.Equal("Police of Example", again.Find("input[name='Input.Authority']").GetAttribute("value"));
        Assert.Equal("canary of the inquiry", again.Find("textarea[name='Input.Reason']").TextContent.Trim());
        using var legal = world.As(world.Legal);
        Assert.Contains("A supervisor can end the hold", (await CaseWorld.OpenAsync(legal, filed, "/hold")).Text, StringComparison.Ordinal);
        await CaseVerbTests.DoAsync(asker, filed, "/hold", "hold/end");
        Assert.Null((await world.CaseAsync(filed)).HoldUntil);
        await world.ChangeAsync(filed, (subject, start, now) => subject.Close(world.Supervisor.AsActor(), now, start));
        Assert.Contains("The case is closed", (await asker.OpenAsync($"/staff/cases/{filed.Number}/hold")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [DatabaseData("")]
    [DatabaseData("yesterday")]
    [DatabaseData("2027-02-28")]
    [DatabaseData("2028-01-01")]
    [DatabaseData("9999-12-31")]
    public async Task A_hold_without_an_end_that_makes_sense_is_refused_and_nothing_typed_is_lost(DatabaseKind kind, string day)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        using var asker = world.As(world.Supervisor);

        var page = await CaseVerbTests.DoAsync(asker, filed, "/hold", "hold", [.. Hold[..3], ("Input.LastDay", day)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("within 92 days", page.Text, StringComparison.Ordinal);
        Assert.Contains("canary of the inquiry", page.Text, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task Staff_record_who_hosts_a_site_and_no_other_case_shows_it(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        var another = await world.FileAsync();
        using var session = world.As(world.Supervisor);
        var page = await CaseVerbTests.DoAsync(
            session, filed, "/sites", "sites", ("Input.Role", "Host"), ("Input.Name", "Canary Hosting"), ("Input.Mail", "abuse@example.net"), ("Input.Country", "nl"));

        Assert.Contains("Canary Hosting", page.Text, StringComparison.Ordinal);
        Assert.Contains("NL", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary Hosting", (await CaseWorld.OpenAsync(session, another, "/sites")).Text, StringComparison.Ordinal);
        await world.WithAsync(async services =>
        {
            var provider = await services.GetRequiredService<TakedownDbContext>().SiteProviders.AsNoTracking().SingleAsync();
            Assert.Equal(ProviderRole.Host, provider.Role);
            Assert.NotEmpty(provider.Site);
        });
    }

    [Theory]
    [DatabaseData("Input.Mail", "not an address", "not an e-mail address")]
    [DatabaseData("Input.Country", "Holland", "two letters")]
    [DatabaseData("Input.Role", "", "Choose what the company does")]
    [DatabaseData("Input.Name", "", "")]
    [DatabaseData("Input.Mail", "", "Give an e-mail address or a form")]
    public async Task What_cannot_be_right_of_a_provider_is_refused_with_the_reason(DatabaseKind kind, string field, string value, string reason)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        using var session = world.As(world.Supervisor);
        var typed = new Dictionary<string, string?>
        {
            ["Input.Role"] = "Host", ["Input.Name"] = "Example Hosting", ["Input.Mail"] = "abuse@example.net", ["Input.FoundBy"] = "canary of rdap", [field] = value,
        };

        var page = await CaseVerbTests.DoAsync(session, filed, "/sites", "sites", [.. typed.Select(pair => (pair.Key, pair.Value))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(reason, page.Text, StringComparison.Ordinal);
        Assert.Contains("canary of rdap", page.Body, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task A_second_provider_of_a_role_replaces_the_first_only_when_somebody_says_so(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        using var session = world.As(world.Supervisor);
        (string, string?)[] first = [("Input.Role", "Host"), ("Input.Name", "First Hosting"), ("Input.Mail", "abuse@example.net")];
        await CaseVerbTests.DoAsync(session, filed, "/sites", "sites", first);

        var page = await CaseVerbTests.DoAsync(session, filed, "/sites", "sites", [.. first[..1], ("Input.Name", "Second Hosting"), first[2]]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("is recorded for this already", page.Text, StringComparison.Ordinal);
        Assert.Contains("First Hosting", page.Text, StringComparison.Ordinal);
        page = await session.SubmitAsync(page, "form[action$='/sites']", [.. first[..1], ("Input.Name", "Second Hosting"), first[2], ("Input.Replaces", "true")]);

        Assert.Contains("Second Hosting", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("First Hosting", page.Text, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task A_host_is_asked_before_the_ladder_comes_to_it_once_a_notice_has_left(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var id = await NoticeJourneyTests.FileAsync(world.App);
        var filed = new FiledCase(id, await world.App.ReadAsync(db => db.Cases.Where(subject => subject.Id == id).Select(subject => subject.Number).SingleAsync()));
        using var session = world.As(world.Supervisor);
        var page = await CaseVerbTests.DoAsync(
            session, filed, "/sites", "sites", ("Input.Role", "Host"), ("Input.Name", "Canary Hosting"), ("Input.Mail", "abuse@canary.example.net"));
        Assert.Empty(page.Document.QuerySelectorAll(AskForm));
        await NoticeSteps.ForgeAsync(session, page, $"/staff/cases/{filed.Number}/sites/ask", ("Input.Role", "Host"), ("Input.Place", (await world.CaseAsync(filed)).Places[0].Id.Value.ToString()));
        Assert.Contains("No notice about this site has left yet", (await session.OpenAsync($"/staff/cases/{filed.Number}/sites")).Text, StringComparison.Ordinal);
        await NoticeJourneyTests.ApproveAsync(world.App, id);
        await NoticeSteps.SendAsync(world);

        page = await CaseVerbTests.DoAsync(session, filed, "/sites", "sites/ask");
        Assert.Contains("written within a minute", page.Text, StringComparison.Ordinal);
        Assert.Contains("is being written", page.Text, StringComparison.Ordinal);
        await world.App.SweepAsync(JobTable.Drafting);

        var draft = Assert.Single(await NoticeSteps.NoticesAsync(world, filed), notice => notice.Kind == NoticeKind.AskHost);
        Assert.Equal((NoticeState.Draft, true), (draft.State, draft.NeedsSecond));
        page = await session.OpenAsync($"/staff/cases/{filed.Number}/sites");
        Assert.Contains(draft.Reference.Value, page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll(AskForm));
        Assert.Equal([], await world.App.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task On_the_minor_track_only_name_country_and_source_are_asked_and_no_way_in_is_kept(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync(Track.Minor);
        using var session = world.As(world.Supervisor);
        var page = await CaseWorld.OpenAsync(session, filed, "/sites");
        Assert.Empty(page.Document.QuerySelectorAll("[name='Input.Mail'], [name='Input.Form'], [name='Input.Role'][type=radio]"));

        page = await session.SubmitAsync(
            page, "form[action$='/sites']", ("Input.Name", "Canary Hosting"), ("Input.Country", "nl"), ("Input.Mail", "abuse@canary.example.net"));

        Assert.Contains("Canary Hosting", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("abuse@canary.example.net", page.Text, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task A_host_that_nobody_can_find_out_is_given_up_with_what_was_tried(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        await world.ChangeAsync(filed, (subject, _, now) => subject.RaiseTask(
            new NewTask(TaskKind.FindHost, TaskFor.Holder, now, Place: subject.Places.First(place => place.Site is not null).Id), Actor.System, now));
        using var session = world.As(world.Supervisor);

        var page = await CaseVerbTests.DoAsync(session, filed, "/sites", "sites/unknown", ("Input.NotFound", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await session.SubmitAsync(page, "form[action$='/sites/unknown']", ("Input.NotFound", "canary of what was tried"));

        Assert.Empty(page.Document.QuerySelectorAll("form[action$='/sites/unknown']"));
        Assert.DoesNotContain((await world.CaseAsync(filed)).Tasks, task => task is { Kind: TaskKind.FindHost, IsOpen: true });
        Assert.Contains("canary of what was tried", (await session.OpenAsync($"/staff/cases/{filed.Number}/notes")).Text, StringComparison.Ordinal);
    }
}
