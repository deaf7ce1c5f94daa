using System.Net;
using TakedownCases.Data;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.CaseFile;

public sealed class CaseVerbTests
{
    [Theory, DatabaseData]
    public async Task A_case_is_claimed_reviewed_changed_closed_and_opened_again(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        using var session = world.As(world.Advocate);

        await DoAsync(session, filed, "", "claim");
        await DoAsync(session, filed, "", "review");
        await DoAsync(session, filed, "", "severity", ("Input.Severity", "Imminent"));
        var working = await world.CaseAsync(filed);
        Assert.Equal((world.Advocate.Staff, CaseState.InProgress, Severity.Imminent), (working.Assignee, working.State, working.Severity));
        await DoAsync(session, filed, "", "close");
        Assert.Equal(CaseState.Closed, (await world.CaseAsync(filed)).State);
        await DoAsync(session, filed, "", "reopen");
        await DoAsync(session, filed, "", "release");

        var after = await world.CaseAsync(filed);
        Assert.Equal((null, CaseState.InProgress), (after.Assignee, after.State));
    }

    [Theory, DatabaseData]
    public async Task Places_are_checked_with_another_platform_added_and_taken_back(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        using var session = world.As(world.Advocate);
        var page = await CaseWorld.OpenAsync(session, filed, "/places");
        var platform = page.Document.QuerySelectorAll("select option")[5].GetAttribute("value");

        await session.SubmitAsync(page, "form[action$='/places/check']", ("Input.Platform", platform));
        await DoAsync(session, filed, "/places", "places/add", ("Input.NewPlaces", "https://example.net/one\nhttps://example.com/two"));
        page = await CaseWorld.OpenAsync(session, filed, "/places");
        await session.SubmitAsync(page, "li:last-child form[action$='/places/withdraw']");

        var places = (await world.CaseAsync(filed)).Places.OrderBy(place => place.AddedAt).ToList();
        Assert.Equal(4, places.Count);
        Assert.Contains(places, place => place.State == PlaceState.Checked && place.Platform == platform);
        Assert.Single(places, place => place.State == PlaceState.Withdrawn);
    }

    [Theory, DatabaseData]
    public async Task Messages_and_questions_reach_the_case_with_who_and_when(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        using var session = world.As(world.Advocate);

        await DoAsync(session, filed, "/messages", "message", ("Input.Message", "<b>canary</b> message"));
        var page = await DoAsync(session, filed, "/messages", "ask", ("Input.Question", "canary question"));

        Assert.Contains("<b>canary</b> message", page.Text, StringComparison.Ordinal);
        Assert.Contains("Name of Advocate", page.Find(".message").TextContent, StringComparison.Ordinal);
        Assert.Equal(CaseState.WaitingForSurvivor, (await world.CaseAsync(filed)).State);
    }

    [Theory, DatabaseData]
    public async Task An_answer_on_the_telephone_is_noted_and_the_case_waits_no_more(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        using var session = world.As(world.Advocate);
        Assert.Null((await CaseWorld.OpenAsync(session, filed, "/messages")).Document.QuerySelector("form[action$='/answered']"));
        await DoAsync(session, filed, "/messages", "ask", ("Input.Question", "Which profile?"));

        var empty = await session.PostAsync(await CaseWorld.OpenAsync(session, filed, "/messages"), "form[action$='/answered']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Equal(CaseState.WaitingForSurvivor, (await world.CaseAsync(filed)).State);
        await DoAsync(session, filed, "/messages", "answered", ("Input.SaidElsewhere", "They rang: canary profile."));

        Assert.Equal(CaseState.InProgress, (await world.CaseAsync(filed)).State);
        Assert.Contains("They rang: canary profile.", (await CaseWorld.OpenAsync(session, filed, "/notes")).Text, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task What_was_typed_comes_back_when_the_form_refuses(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        using var session = world.As(world.Advocate);
        var page = await CaseWorld.OpenAsync(session, filed, "/messages");
        var words = new string('x', 10_001);

        var refused = await session.PostAsync(page, "form[action$='/message']", ("Input.Message", words));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(words, refused.Find("textarea[name='Input.Message']").TextContent, StringComparison.Ordinal);
        Assert.Empty((await world.CaseAsync(filed)).Messages);
    }

    [Theory, DatabaseData]
    public async Task A_form_that_arrives_twice_is_done_once(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        using var session = world.As(world.Advocate);
        var page = await CaseWorld.OpenAsync(session, filed, "/messages");

        var both = await Task.WhenAll(
            session.PostAsync(page, "form[action$='/message']", ("Input.Message", "once")),
            session.PostAsync(page, "form[action$='/message']", ("Input.Message", "once")));

        Assert.All(both, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Single((await world.CaseAsync(filed)).Messages);
    }

    [Theory, DatabaseData]
    public async Task Two_colleagues_who_write_at_once_are_both_heard(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        using var session = world.As(world.Advocate);
        var pages = new List<WebPage>();
        for (var i = 0; i < 4; i++)
        {
            pages.Add(await CaseWorld.OpenAsync(session, filed, "/notes"));
        }

        await Task.WhenAll(pages.Select((page, i) => session.PostAsync(page, "form[action$='/note']", ("Input.Note", $"note {i}"))));

        Assert.Equal(4, (await world.CaseAsync(filed)).Notes.Count);
    }

    [Theory, DatabaseData]
    public async Task Privileged_notes_are_for_legal_and_supervisors_in_notes_and_timeline(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        using var legal = world.As(world.Legal);
        using var advocate = world.As(world.Advocate);
        using var supervisor = world.As(world.Supervisor);
        await DoAsync(legal, filed, "/notes", "note", ("Input.Note", "canary privileged"), ("Input.NoteKind", "Privileged"));
        await DoAsync(advocate, filed, "/notes", "note", ("Input.Note", "forged"), ("Input.NoteKind", "Privileged"));

        foreach (var part in new[] { "/notes", "/timeline" })
        {
            Assert.DoesNotContain("canary privileged", (await CaseWorld.OpenAsync(advocate, filed, part)).Body, StringComparison.Ordinal);
            Assert.Contains("canary privileged", (await CaseWorld.OpenAsync(supervisor, filed, part)).Body, StringComparison.Ordinal);
        }

        Assert.Single((await world.CaseAsync(filed)).Notes);
    }

    [Theory, DatabaseData]
    public async Task A_representative_is_checked_with_a_reason(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync(filer: FilerKind.Representative);
        using var session = world.As(world.Advocate);

        await DoAsync(session, filed, "/people", "authority", ("Input.Authority", "canary authority"));

        Assert.NotNull((await world.CaseAsync(filed)).AuthorityCheckedAt);
        Assert.Contains("canary authority", (await CaseWorld.OpenAsync(session, filed, "/timeline")).Text, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task A_colleague_walled_off_no_longer_finds_the_case(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        using var advocate = world.As(world.Advocate);
        using var supervisor = world.As(world.Supervisor);

        await DoAsync(advocate, filed, "/people", "recuse", ("Input.Colleague", world.Supervisor.Staff.Value.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, (await supervisor.GetAsync($"/staff/cases/{filed.Number}")).Status);
        var page = await CaseWorld.OpenAsync(advocate, filed, "/people");
        var self = await advocate.PostAsync(
            page, "form[action$='/recuse']", ("Input.Colleague", world.Advocate.Staff.Value.ToString()));

        Assert.Equal("/staff/queue", self.Location);
        Assert.Equal(HttpStatusCode.NotFound, (await advocate.GetAsync($"/staff/cases/{filed.Number}")).Status);
    }

    [Theory, DatabaseData]
    public async Task Moving_to_the_minor_track_is_one_step_and_takes_the_case_from_the_uncleared(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        using var session = world.As(world.Advocate);
        var page = await CaseWorld.OpenAsync(session, filed);

        var moved = await session.PostAsync(page, "form[action$='/minor']");

        Assert.Equal("/staff/queue", moved.Location);
        Assert.Equal(Track.Minor, (await world.CaseAsync(filed)).Track);
        Assert.Equal(HttpStatusCode.NotFound, (await session.GetAsync($"/staff/cases/{filed.Number}")).Status);
        Assert.Contains(await world.StreamAsync(filed), entry => entry.Kind == "case.track-changed" && entry.Find(LedgerTag.Command) is not null);
    }

    internal static async Task<WebPage> DoAsync(
        WebSession session, FiledCase filed, string part, string verb, params (string, string?)[] values)
    {
        var page = await CaseWorld.OpenAsync(session, filed, part);
        return await session.SubmitAsync(page, $"form[action$='/{filed.Number}/{verb}']", values);
    }
}
