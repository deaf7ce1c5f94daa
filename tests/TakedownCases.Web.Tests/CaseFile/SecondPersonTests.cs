using System.Net;
using TakedownCases.Data;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace TakedownCases.Web.Tests.CaseFile;

public sealed class SecondPersonTests
{
    [Theory, DatabaseData]
    public async Task The_adult_track_needs_a_second_person_who_is_another(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync(Track.Minor);
        using var asker = world.As(world.Supervisor);
        using var other = world.As(world.OtherSupervisor);
        await CaseVerbTests.DoAsync(asker, filed, "/people", "adult", ("Input.AdultReason", "canary reason"));

        Assert.DoesNotContain(filed.Number.Value, (await asker.OpenAsync("/staff/approvals")).Text, StringComparison.Ordinal);
        var page = await other.OpenAsync("/staff/approvals");
        Assert.Contains("canary reason", page.Text, StringComparison.Ordinal);
        var form = page.Find("form[action^='/staff/approvals/']");
        var forged = await PostAsync(asker, await asker.OpenAsync("/staff/approvals"), form.GetAttribute("action")!);
        Assert.Equal(HttpStatusCode.Redirect, forged.Status);
        Assert.Equal(Track.Minor, (await world.CaseAsync(filed)).Track);

        await other.SubmitAsync(page, "form[action^='/staff/approvals/']");

        Assert.Equal(Track.Adult, (await world.CaseAsync(filed)).Track);
    }

    [Theory, DatabaseData]
    public async Task A_request_ends_after_a_day(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync(Track.Minor);
        using var asker = world.As(world.Cleared);
        using var other = world.As(world.Supervisor);
        await CaseVerbTests.DoAsync(asker, filed, "/people", "adult", ("Input.AdultReason", "canary reason"));
        var page = await other.OpenAsync("/staff/approvals");

        world.App.Clock.Advance(TimeSpan.FromHours(24));
        await other.SubmitAsync(page, "form[action^='/staff/approvals/']");

        Assert.Equal(Track.Minor, (await world.CaseAsync(filed)).Track);
        Assert.DoesNotContain(filed.Number.Value, (await other.OpenAsync("/staff/approvals")).Text, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task A_lost_key_is_replaced_by_two_people_against_the_answer_which_is_never_shown(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        using var asker = world.As(world.Advocate);
        using var other = world.As(world.Supervisor);

        var wrong = await CaseVerbTests.DoAsync(asker, filed, "/people", "key", ("Input.Answer", "another"));
        Assert.Contains("does not fit", wrong.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(filed.Number.Value, (await other.OpenAsync("/staff/approvals")).Text, StringComparison.Ordinal);
        var right = await CaseVerbTests.DoAsync(asker, filed, "/people", "key", ("Input.Answer", "cafe of the CANARY!"));
        Assert.DoesNotContain("Canary", right.Body, StringComparison.Ordinal);
        var page = await other.OpenAsync("/staff/approvals");
        var form = "form[action^='/staff/approvals/']";
        var shown = await other.PostAsync(page, form);
        var again = await other.PostAsync(page, form);

        var key = CaseKey.Parse(shown.Find(".key").TextContent);
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        byte[] lookup = [];
        await world.WithAsync(services =>
        {
            lookup = services.GetRequiredService<CaseVault>().KeyLookup(key);
            return Task.CompletedTask;
        });
        var keys = (await world.CaseAsync(filed)).Keys;
        Assert.Equal(2, keys.Count);
        Assert.Equal(lookup, Assert.Single(keys, known => known.EndedAt is null).Lookup);
    }

    [Theory, DatabaseData]
    public async Task Five_wrong_answers_a_day_are_the_end_of_it(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        using var session = world.As(world.Advocate);
        for (var i = 0; i < 5; i++)
        {
            await CaseVerbTests.DoAsync(session, filed, "/people", "key", ("Input.Answer", "wrong"));
        }

        var sixth = await CaseVerbTests.DoAsync(session, filed, "/people", "key", ("Input.Answer", "Café of the Canary"));

        Assert.Contains("Five wrong answers", sixth.Text, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task Broken_glass_opens_a_case_for_half_an_hour_after_a_supervisor_agreed(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync();
        await world.ClaimAsync(filed, world.Cleared);
        using var asker = world.As(world.Advocate);
        using var supervisor = world.As(world.Supervisor);
        var path = $"/staff/cases/{filed.Number}";
        Assert.Equal(HttpStatusCode.NotFound, (await asker.GetAsync(path)).Status);

        await AskAsync(asker, filed.Number.Value);
        Assert.Equal(HttpStatusCode.NotFound, (await asker.GetAsync(path)).Status);
        var page = await supervisor.OpenAsync("/staff/approvals");
        Assert.Contains("canary reason", page.Text, StringComparison.Ordinal);
        await supervisor.SubmitAsync(page, "form[action^='/staff/approvals/']");

        var open = await asker.OpenAsync(path);
        Assert.Contains("canary words", open.Text, StringComparison.Ordinal);
        Assert.Contains("Emergency access", open.Find(".banner").TextContent, StringComparison.Ordinal);
        world.App.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(HttpStatusCode.NotFound, (await asker.GetAsync(path)).Status);
    }

    [Theory, DatabaseData]
    public async Task Asking_for_glass_always_gives_the_same_answer(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var held = await world.FileAsync();
        await world.ClaimAsync(held, world.Cleared);
        var minor = await world.FileAsync(Track.Minor);
        var walled = await world.FileAsync();
        await world.ChangeAsync(walled, (subject, _, now) => subject.Recuse(world.Advocate.Staff, world.Supervisor.AsActor(), now));
        using var session = world.As(world.Advocate);
        var answers = new List<string>();
        foreach (var number in new[] { held.Number, minor.Number, walled.Number, CaseNumber.NewRandom() })
        {
            answers.Add((await AskAsync(session, number.Value)).Text);
        }

        Assert.Single(answers.Distinct(StringComparer.Ordinal));
        await world.WithDbAsync(async db => Assert.Equal(held.Id, Assert.Single(await db.Approvals.ToListAsync()).CaseId));
    }

    [Theory, DatabaseData]
    public async Task A_supervisor_without_clearance_neither_sees_nor_decides_requests_about_minors(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await world.FileAsync(Track.Minor);
        var uncleared = CaseWorld.New(StaffRole.Supervisor);
        await world.AddAsync(uncleared);
        using var asker = world.As(world.Cleared);
        using var cleared = world.As(world.Supervisor);
        using var session = world.As(uncleared);
        await CaseVerbTests.DoAsync(asker, filed, "/people", "adult", ("Input.AdultReason", "canary reason"));
        var action = (await cleared.OpenAsync("/staff/approvals")).Find("form[action^='/staff/approvals/']").GetAttribute("action")!;

        var page = await session.OpenAsync("/staff/approvals");
        Assert.DoesNotContain("canary", page.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(session, page, action)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await asker.GetAsync("/staff/approvals")).Status);
    }

    private static async Task<WebPage> AskAsync(WebSession session, string number)
        => await session.SubmitAsync(
            await session.OpenAsync("/staff/glass"),
            "form[action='/staff/glass']",
            ("Input.Number", number),
            ("Input.Purpose", "emergency"),
            ("Input.Reason", "canary reason"));

    private static async Task<WebPage> PostAsync(WebSession session, WebPage page, string action)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, action)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["__RequestVerificationToken"] = page.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!,
                ["Input.Command"] = Guid.CreateVersion7().ToString(),
                ["Input.Granted"] = "true",
            }),
        };
        return await session.SendAsync(request);
    }
}
