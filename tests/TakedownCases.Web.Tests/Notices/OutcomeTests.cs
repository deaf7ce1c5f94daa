using System.Net;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.CaseFile;

namespace TakedownCases.Web.Tests.Notices;

/// <summary>What came of notices: how places stand by whose word.</summary>
public sealed class OutcomeTests
{
    [Theory, DatabaseData]
    public async Task One_refusal_of_many_places_asks_for_the_next_step_of_each(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        var reference = await NoticeSteps.ApproveAsync(world, filed, NoticeSteps.Telegram);
        await NoticeSteps.SendAsync(world);
        using var session = world.As(world.Advocate);
        var notice = await NoticeSteps.OpenAsync(session, filed, reference);
        var form = await session.OpenAsync(notice.Find("a[href*='/outcomes?notice=']").GetAttribute("href")!);
        Assert.Equal(2, form.Document.QuerySelectorAll("input[name='Input.Places'][checked]").Length);

        var incomplete = await session.PostAsync(form, "#outcome", ("Input.State", "Refused"), ("Input.Words", "canary answer"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, incomplete.Status);
        Assert.Contains("canary answer", incomplete.Body, StringComparison.Ordinal);
        var done = await session.SubmitAsync(
            form, "#outcome", ("Input.State", "Refused"), ("Input.Source", "Platform"), ("Input.Words", "canary answer"));

        Assert.Contains("The outcome is kept", done.Text, StringComparison.Ordinal);
        var subject = await world.CaseAsync(filed);
        Assert.Equal(2, subject.Places.Count(place => place.State == PlaceState.Refused));
        Assert.Equal(2, (await NoticeSteps.TasksAsync(world, filed)).Count(task => task.Kind == TaskKind.NextStep));
        Assert.True(Assert.Single(subject.Clocks, clock => clock.Kind == ClockKind.Acknowledgement).Met);
        Assert.Contains("canary answer", (await CaseWorld.OpenAsync(session, filed, "/timeline")).Text, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task A_platform_that_asks_for_an_identity_document_gets_a_letter_of_its_own(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        var reference = await NoticeSteps.ApproveAsync(world, filed, NoticeSteps.Telegram);
        await NoticeSteps.SendAsync(world);
        using var session = world.As(world.Advocate);
        await NoticeSteps.OpenAsync(session, filed, reference);
        var form = await session.OpenAsync($"/staff/cases/{filed.Number}/outcomes?notice={reference}");
        await session.SubmitAsync(form, "#outcome", ("Input.State", "AsksIdentity"), ("Input.Source", "Platform"));
        var start = await session.OpenAsync($"/staff/cases/{filed.Number}/notices/new");
        var compose = await session.OpenAsync(start.Find("a[href*='kind=CounterIdentity']").GetAttribute("href")!);

        var shown = await session.SubmitAsync(compose, "#compose");

        Assert.Contains(reference.Value, NoticeSteps.PreviewOf(shown), StringComparison.Ordinal);
        Assert.NotNull(shown.Document.QuerySelector("#approve"));
    }

    [Theory, DatabaseData]
    public async Task A_look_of_our_own_needs_a_second_person_before(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        using var session = world.As(world.Advocate);
        using var supervisor = world.As(world.Supervisor);
        var place = (await world.CaseAsync(filed)).Places.First(place => place.Ordinal == 3);
        var form = await session.OpenAsync($"/staff/cases/{filed.Number}/outcomes?place={place.Id.Value}");
        var alone = await session.PostAsync(form, "#outcome", ("Input.State", "RemovedConfirmed"), ("Input.Source", "OwnLook"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, alone.Status);
        Assert.Contains("Nobody has agreed to this look", alone.Text, StringComparison.Ordinal);

        var places = await CaseWorld.OpenAsync(session, filed, "/places");
        await session.SubmitAsync(places, $"#place-{place.Id.Value} form[action$='/look']", ("Input.LookReason", "canary reason"));
        var asked = await supervisor.OpenAsync("/staff/approvals");
        Assert.Contains("canary reason", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Address 3", asked.Text, StringComparison.Ordinal);
        await supervisor.SubmitAsync(asked, "form[action^='/staff/approvals/']");
        var again = await session.OpenAsync($"/staff/cases/{filed.Number}/outcomes?place={place.Id.Value}");
        Assert.Contains("a look was agreed to", again.Text, StringComparison.Ordinal);
        await session.SubmitAsync(again, "#outcome", ("Input.State", "RemovedConfirmed"), ("Input.Source", "OwnLook"), ("Input.Views", "167,000"));

        Assert.Equal(PlaceState.RemovedConfirmed, (await world.CaseAsync(filed)).Places.Single(one => one.Id == place.Id).State);
        var entry = Assert.Single(await world.StreamAsync(filed), entry => entry.Kind == "place.outcome");
        Assert.Equal(world.Supervisor.Staff.Value, entry.Find(LedgerTag.SecondStaff)!.AsGuid());
        Assert.Contains(await world.StreamAsync(filed), entry => entry.Kind == "approval.granted");
        Assert.Contains("167,000 views", (await CaseWorld.OpenAsync(session, filed, "/places")).Text, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task A_look_that_was_agreed_to_is_good_for_a_day_and_for_that_place(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        using var session = world.As(world.Advocate);
        using var supervisor = world.As(world.Supervisor);
        var places = await CaseWorld.OpenAsync(session, filed, "/places");
        await session.SubmitAsync(places, "li:first-child form[action$='/look']", ("Input.LookReason", "why"));
        await supervisor.SubmitAsync(await supervisor.OpenAsync("/staff/approvals"), "form[action^='/staff/approvals/']");
        var ids = (await world.CaseAsync(filed)).Places.OrderBy(place => place.Ordinal).Select(place => place.Id.Value.ToString()).ToList();
        var form = await session.OpenAsync($"/staff/cases/{filed.Number}/outcomes?place={ids[0]}");

        var both = await session.PostAsync(
            form, "#outcome", ("Input.Places", ids[0]), ("Input.Places", ids[1]), ("Input.State", "PartlyRemoved"), ("Input.Source", "OwnLook"));
        world.App.Clock.Advance(TimeSpan.FromHours(25));
        var late = await session.PostAsync(form, "#outcome", ("Input.State", "PartlyRemoved"), ("Input.Source", "OwnLook"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (both.Status, late.Status));
        Assert.DoesNotContain((await world.CaseAsync(filed)).Places, place => place.State == PlaceState.PartlyRemoved);
    }

    [Theory, DatabaseData]
    public async Task On_the_minor_track_nobody_looks_and_only_platform_hotline_or_police_confirm(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world, Track.Minor);
        using var session = world.As(world.Cleared);
        var place = (await world.CaseAsync(filed)).Places[0].Id.Value;
        var places = await CaseWorld.OpenAsync(session, filed, "/places");
        Assert.Empty(places.Document.QuerySelectorAll("form[action$='/look']"));
        var asked = await NoticeSteps.ForgeAsync(
            session, places, $"/staff/cases/{filed.Number}/look", ("Input.Place", place.ToString()), ("Input.LookReason", "why"));
        Assert.Contains("nobody here opens an address", (await session.FollowAsync(asked)).Text, StringComparison.OrdinalIgnoreCase);
        var form = await session.OpenAsync($"/staff/cases/{filed.Number}/outcomes?place={place}");
        Assert.DoesNotContain("OwnLook", NoticeSteps.Choices(form, "Input.Source"));

        var looked = await session.PostAsync(form, "#outcome", ("Input.State", "RemovedClaimed"), ("Input.Source", "OwnLook"));
        var said = await session.PostAsync(form, "#outcome", ("Input.State", "RemovedConfirmed"), ("Input.Source", "Survivor"));
        Assert.Contains("nobody here opens an address", looked.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("record it as removed, they say", said.Text, StringComparison.Ordinal);
        await session.SubmitAsync(form, "#outcome", ("Input.State", "RemovedConfirmed"), ("Input.Source", "Hotline"));

        Assert.Equal(PlaceState.RemovedConfirmed, (await world.CaseAsync(filed)).Places.Single(one => one.Id.Value == place).State);
    }

    [Theory, DatabaseData]
    public async Task Times_and_numbers_are_checked_and_what_cannot_follow_is_refused(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        using var session = world.As(world.Advocate);
        var place = (await world.CaseAsync(filed)).Places[0].Id.Value;
        await CaseWorld.OpenAsync(session, filed);
        var form = await session.OpenAsync($"/staff/cases/{filed.Number}/outcomes?place={place}");

        (string Name, string Value)[] wrong =
        [
            ("Input.LearnedAt", "2027-03-02T09:00"), ("Input.LearnedAt", "yesterday"), ("Input.Views", "many"), ("Input.Reposts", "-3"),
            ("Input.State", "Filed"), ("Input.State", "Reappeared"),
        ];
        foreach (var (name, value) in wrong)
        {
            var refused = await session.PostAsync(form, "#outcome", [("Input.Source", "Platform"), .. name == "Input.State" ? [] : new[] { ("Input.State", (string?)"Moved") }, (name, value)]);
            Assert.True(refused.Status == HttpStatusCode.UnprocessableEntity, $"{name} {value}: {refused.Status}");
        }

        Assert.DoesNotContain(await world.StreamAsync(filed), entry => entry.Kind == "place.outcome");
    }
}
