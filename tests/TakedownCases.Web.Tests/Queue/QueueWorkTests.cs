using System.Net;
using TakedownCases.Data;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Queue;

public sealed class QueueWorkTests
{
    [Theory]
    [DatabaseData]
    public async Task A_case_is_taken_and_given_back_from_its_row(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var filed = await Filed.CaseAsync(app);
        var viewer = await SignedIn.HireAsync(app, StaffRole.Advocate);
        using var session = SignedIn.As(app, viewer);
        var free = await session.OpenAsync("/staff/queue?tab=free");

        var taken = await session.SubmitAsync(free, "#claim", ("number", filed.Number.Value));

        Assert.Contains("You hold this case now", taken.Text, StringComparison.Ordinal);
        Assert.Equal(viewer.Staff, (await Filed.LoadAsync(app, filed)).Assignee);
        var mine = await session.OpenAsync("/staff/queue?tab=mine");
        Assert.Equal([filed.Number.Value], Filed.Numbers(mine));
        await session.SubmitAsync(mine, "#release", ("number", filed.Number.Value));
        Assert.Null((await Filed.LoadAsync(app, filed)).Assignee);
    }

    [Theory]
    [DatabaseData]
    public async Task Of_two_claims_at_once_one_wins_and_the_other_is_told(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        for (var round = 0; round < 5; round++)
        {
            var filed = await Filed.CaseAsync(app);
            var one = await SignedIn.HireAsync(app, StaffRole.Supervisor, name: "Ada Example");
            var other = await SignedIn.HireAsync(app, StaffRole.Supervisor, name: "Ben Example");
            using var first = SignedIn.As(app, one);
            using var second = SignedIn.As(app, other);
            var pages = (await first.OpenAsync("/staff/queue?tab=free"), await second.OpenAsync("/staff/queue?tab=free"));

            var answers = await Task.WhenAll(
                first.SubmitAsync(pages.Item1, "#claim", ("number", filed.Number.Value)),
                second.SubmitAsync(pages.Item2, "#claim", ("number", filed.Number.Value)));

            Assert.Single(answers, answer => answer.Text.Contains("You hold this case now", StringComparison.Ordinal));
            Assert.Single(answers, answer => answer.Text.Contains("A colleague was faster", StringComparison.Ordinal));
            Assert.Contains((await Filed.LoadAsync(app, filed)).Assignee, new StaffId?[] { one.Staff, other.Staff });
        }
    }

    [Theory]
    [DatabaseData]
    public async Task Take_next_gives_each_colleague_another_case(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        await Filed.CasesAsync(app, 4);
        var sessions = new List<WebSession>();
        for (var i = 0; i < 4; i++)
        {
            sessions.Add(await SignedIn.AsAsync(app, StaffRole.Advocate));
        }

        var pages = new List<WebPage>();
        foreach (var session in sessions)
        {
            pages.Add(await session.OpenAsync("/staff/queue"));
        }

        await Task.WhenAll(sessions.Select((session, i) => session.SubmitAsync(pages[i], "#next")));

        var held = new List<string>();
        foreach (var session in sessions)
        {
            held.Add(Assert.Single(Filed.Numbers(await session.OpenAsync("/staff/queue?tab=mine"))));
            session.Dispose();
        }

        Assert.Equal(4, held.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [DatabaseData]
    public async Task Take_next_puts_danger_first_then_overdue_then_the_own_language(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var overdue = await Filed.CaseAsync(app, language: "en");
        app.Clock.Advance(TimeSpan.FromDays(4));
        var english = await Filed.CaseAsync(app, language: "en");
        var french = await Filed.CaseAsync(app, language: "fr");
        var danger = await Filed.CaseAsync(app, language: "en", danger: new DangerAnswers(ThoughtsOfSuicide: true));
        var viewer = await SignedIn.HireAsync(app, StaffRole.Advocate, language: "fr");
        using var session = SignedIn.As(app, viewer);
        var page = await session.OpenAsync("/staff/queue");
        foreach (var expected in new[] { danger, overdue, french, english })
        {
            page = await session.SubmitAsync(page, "#next");

            Assert.Contains(expected.Number.Value, page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        }

        page = await session.SubmitAsync(page, "#next");
        Assert.Contains("No free case", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [DatabaseData]
    public async Task Only_a_supervisor_gives_back_what_a_colleague_holds(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var filed = await Filed.CaseAsync(app);
        var holder = await SignedIn.HireAsync(app, StaffRole.Advocate, name: "Ada Example");
        await Filed.ChangeAsync(app, filed, (found, now) => found.Claim(holder.Staff, holder.AsActor(), now));
        using var supervisor = await SignedIn.AsAsync(app, StaffRole.Supervisor);
        var all = await supervisor.OpenAsync("/staff/queue?tab=all");
        Assert.Contains("Ada Example", all.Text, StringComparison.Ordinal);

        await supervisor.SubmitAsync(all, "#release", ("number", filed.Number.Value));

        Assert.Null((await Filed.LoadAsync(app, filed)).Assignee);
    }

    [Theory]
    [DatabaseData(StaffRole.Triage)]
    [DatabaseData(StaffRole.Legal)]
    public async Task Who_does_no_case_work_is_offered_no_case_and_gets_none(DatabaseKind kind, StaffRole role)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var filed = await Filed.CaseAsync(app);
        using var session = await SignedIn.AsAsync(app, role);

        var page = await session.OpenAsync("/staff/queue?tab=free");

        Assert.Null(page.Document.QuerySelector("#next"));
        Assert.Null(page.Document.QuerySelector("button[form]"));
        Assert.Equal(
            role == StaffRole.Triage ? $"/staff/queue/{filed.Number}" : $"/staff/cases/{filed.Number}",
            page.Find("table.queue th a").GetAttribute("href"));
    }

    [Theory]
    [DatabaseData]
    public async Task Triage_sorts_without_reading_and_a_case_moved_to_minors_is_gone(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var filed = await Filed.CaseAsync(app);
        using var session = await SignedIn.AsAsync(app, StaffRole.Triage);
        var sorting = await session.OpenAsync($"/staff/queue/{filed.Number}");

        var sorted = await session.SubmitAsync(sorting, "#severity", ("to", "Urgent"));

        Assert.Contains("Urgency saved", sorted.Text, StringComparison.Ordinal);
        Assert.Equal(Severity.Urgent, (await Filed.LoadAsync(app, filed)).Severity);
        var moved = await session.SubmitAsync(sorting, "#minor");
        Assert.Contains("Moved to the track", moved.Text, StringComparison.Ordinal);
        Assert.Equal(Track.Minor, (await Filed.LoadAsync(app, filed)).Track);
        Assert.Equal(HttpStatusCode.NotFound, (await session.GetAsync($"/staff/queue/{filed.Number}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await session.PostAsync(sorting, "#severity", ("to", "Imminent"))).Status);
        Assert.Equal(Severity.Urgent, (await Filed.LoadAsync(app, filed)).Severity);
    }

    [Theory]
    [DatabaseData("severity=Urgent")]
    [DatabaseData("language=fr")]
    [DatabaseData("platform=meta-instagram")]
    [DatabaseData("country=cd")]
    [DatabaseData("state=InProgress")]
    [DatabaseData("waiting=true")]
    public async Task A_filter_narrows_the_list_and_its_chip_removes_it(DatabaseKind kind, string filter)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        await Filed.CaseAsync(app);
        var special = await Filed.CaseAsync(
            app, language: "fr", country: "CD", danger: new DangerAnswers(Threatened: true), places: "https://www.instagram.com/p/a");
        await Filed.ChangeAsync(app, special, (found, now) =>
        {
            found.Review(Filed.Clocks(app), Actor.System, now);
            found.WriteMessage("Are you there?", Actor.Survivor, Filed.Clocks(app), now);
        });
        using var session = await SignedIn.AsAsync(app, StaffRole.Supervisor);

        var page = await session.OpenAsync("/staff/queue?tab=all&" + filter);

        Assert.Equal([special.Number.Value], Filed.Numbers(page));
        var without = await session.OpenAsync(page.Find(".chips a").GetAttribute("href")!);
        Assert.Equal(2, Filed.Numbers(without).Count);
        Assert.Null(without.Document.QuerySelector(".chips"));
    }

    [Theory]
    [DatabaseData]
    public async Task A_number_finds_its_case_however_it_is_typed(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        FiledCase filed = await Filed.CaseAsync(app);
        using var session = await SignedIn.AsAsync(app, StaffRole.Advocate);

        var found = await session.GetAsync("/staff/queue/find?number=" + filed.Number.Value.Replace("-", "%20", StringComparison.Ordinal).ToLowerInvariant());
        var none = await session.OpenAsync("/staff/queue/find?number=%3Cb%3E&x=1");

        Assert.Equal($"/staff/cases/{filed.Number}", found.Location);
        Assert.Contains("no case with this number", none.Text, StringComparison.Ordinal);
        Assert.Equal("<b>", none.Find("#number").GetAttribute("value"));
    }

    [Theory]
    [DatabaseData]
    public async Task A_reviewed_bystanders_case_is_not_lost_without_a_clock(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var filed = await Filed.CaseAsync(app);
        await Filed.ChangeAsync(app, filed, (found, now) =>
        {
            found.Close(Actor.System, now);
        });
        using var session = await SignedIn.AsAsync(app, StaffRole.Supervisor);
        Assert.Empty(Filed.Numbers(await session.OpenAsync("/staff/queue?tab=quiet")));
        var seen = await Filed.BystanderAsync(app);
        await Filed.ChangeAsync(app, seen, (found, now) => found.Review(Filed.Clocks(app), Actor.System, now));

        var page = await session.OpenAsync("/staff/queue?tab=quiet");

        Assert.Equal([seen.Number.Value], Filed.Numbers(page));
        Assert.DoesNotContain(seen.Number.Value, (await session.OpenAsync("/staff/queue?tab=all")).Body, StringComparison.Ordinal);
    }
}
