using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Queue;

public sealed class QueueAccessTests
{
    private static readonly string[] Tabs = ["mine", "free", "all", "overdue", "danger", "minor", "quiet"];

    [Theory]
    [DatabaseData(StaffRole.Triage)]
    [DatabaseData(StaffRole.Advocate)]
    [DatabaseData(StaffRole.Supervisor)]
    [DatabaseData(StaffRole.Legal)]
    public async Task A_case_on_the_minor_track_does_not_exist_without_clearance(DatabaseKind kind, StaffRole role)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var minor = await Filed.CaseAsync(app, Track.Minor, danger: new DangerAnswers(DangerNow: true));
        app.Clock.Advance(TimeSpan.FromDays(3));
        var viewer = await SignedIn.HireAsync(app, role);
        using var session = SignedIn.As(app, viewer);
        var empty = await session.OpenAsync("/staff/queue/find?number=TD-2222-2222");
        foreach (var tab in Tabs)
        {
            foreach (var filter in new[] { "", "&severity=Imminent", "&state=Filed", "&language=en" })
            {
                var page = await session.OpenAsync($"/staff/queue?tab={tab}{filter}");
                Assert.DoesNotContain(minor.Number.Value, page.Body, StringComparison.Ordinal);
                Assert.All(page.Document.QuerySelectorAll(".tabs .muted"), count => Assert.Equal("0", count.TextContent.Trim()));
                Assert.DoesNotContain(page.Document.QuerySelectorAll(".tabs a"), link => link.TextContent.Contains("Under 18", StringComparison.Ordinal));
            }
        }

        var found = await session.OpenAsync("/staff/queue/find?number=" + minor.Number.Value);
        Assert.Equal(Said(empty), Said(found));
        Assert.Equal(empty.Status, found.Status);
        if (role is StaffRole.Advocate or StaffRole.Supervisor)
        {
            var next = await session.SubmitAsync(found, "#next");
            Assert.Contains("No free case", Said(next), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(session, app, "/staff/queue/claim", minor.Number.Value)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(session, app, "/staff/queue/release", minor.Number.Value)).Status);
        }

        foreach (var act in new[] { "severity", "minor" })
        {
            var answer = await PostAsync(session, app, $"/staff/queue/{minor.Number}/{act}", minor.Number.Value, ("to", "Standard"));
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await session.GetAsync($"/staff/queue/{minor.Number}")).Status);
        Assert.Null((await Filed.LoadAsync(app, minor)).Assignee);
        Assert.Equal(Severity.Imminent, (await Filed.LoadAsync(app, minor)).Severity);
    }

    [Theory]
    [DatabaseData]
    public async Task An_answer_about_an_invisible_case_is_the_answer_about_none(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        await Filed.CaseAsync(app);
        var minor = await Filed.CaseAsync(app, Track.Minor);
        using var session = await SignedIn.AsAsync(app, StaffRole.Advocate);

        var invisible = await PostAsync(session, app, "/staff/queue/claim", minor.Number.Value);
        var unknown = await PostAsync(session, app, "/staff/queue/claim", CaseNumber.NewRandom().Value);

        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Equal(unknown.Find("main").TextContent, invisible.Find("main").TextContent);
    }

    [Theory]
    [DatabaseData]
    public async Task Who_is_cleared_sees_both_tracks_and_the_part_for_minors(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var adult = await Filed.CaseAsync(app);
        var minor = await Filed.CaseAsync(app, Track.Minor);
        using var session = await SignedIn.AsAsync(app, StaffRole.Advocate, cleared: true);

        var free = await session.OpenAsync("/staff/queue?tab=free");
        var minors = await session.OpenAsync("/staff/queue?tab=minor");

        Assert.Equal(new[] { adult.Number.Value, minor.Number.Value }.Order(), Filed.Numbers(free).Order());
        Assert.Equal([minor.Number.Value], Filed.Numbers(minors));
    }

    [Theory]
    [DatabaseData]
    public async Task A_recused_colleague_sees_and_counts_nothing(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var filed = await Filed.CaseAsync(app);
        var viewer = await SignedIn.HireAsync(app, StaffRole.Supervisor, cleared: true);
        await Filed.ChangeAsync(app, filed, (found, now) => found.Recuse(viewer.Staff, Actor.Console, now));
        using var session = SignedIn.As(app, viewer);

        foreach (var tab in Tabs)
        {
            var page = await session.OpenAsync("/staff/queue?tab=" + tab);
            Assert.Empty(Filed.Numbers(page));
            Assert.All(page.Document.QuerySelectorAll(".tabs .muted"), count => Assert.Equal("0", count.TextContent.Trim()));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(session, app, "/staff/queue/claim", filed.Number.Value)).Status);
    }

    [Theory]
    [DatabaseData(StaffRole.Triage, "free all overdue danger")]
    [DatabaseData(StaffRole.Advocate, "mine free overdue danger")]
    [DatabaseData(StaffRole.Supervisor, "mine free all overdue danger")]
    [DatabaseData(StaffRole.Legal, "free all overdue danger")]
    public async Task Each_role_has_its_own_parts(DatabaseKind kind, StaffRole role, string tabs)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        using var plain = await SignedIn.AsAsync(app, role);
        using var cleared = await SignedIn.AsAsync(app, role, cleared: true);

        Assert.Equal(tabs, TabsOf(await plain.OpenAsync("/staff/queue")));
        Assert.Equal(tabs + " minor", TabsOf(await cleared.OpenAsync("/staff/queue")));
    }

    [Theory]
    [DatabaseData]
    public async Task An_advocate_does_not_see_what_a_colleague_holds(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var filed = await Filed.CaseAsync(app, danger: new DangerAnswers(DangerNow: true));
        var colleague = await SignedIn.HireAsync(app, StaffRole.Advocate);
        await Filed.ChangeAsync(app, filed, (found, now) => found.Claim(colleague.Staff, colleague.AsActor(), now));
        app.Clock.Advance(TimeSpan.FromDays(3));
        using var session = await SignedIn.AsAsync(app, StaffRole.Advocate);

        foreach (var tab in Tabs)
        {
            Assert.Empty(Filed.Numbers(await session.OpenAsync("/staff/queue?tab=" + tab)));
        }
    }

    [Theory]
    [DatabaseData]
    public async Task Admins_and_strangers_get_no_queue(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        using var admin = await SignedIn.AsAsync(app, StaffRole.Admin);
        using var stranger = app.NewSession();

        Assert.Equal(HttpStatusCode.Forbidden, (await admin.GetAsync("/staff/queue")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await stranger.GetAsync("/staff/queue")).Status);
    }

    [Theory]
    [DatabaseData]
    public async Task The_ids_shown_stand_in_the_ledger_exactly(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var filed = await Filed.CasesAsync(app, 3);
        await Filed.CaseAsync(app, Track.Minor);
        var viewer = await SignedIn.HireAsync(app, StaffRole.Triage);
        using var session = SignedIn.As(app, viewer);

        await session.OpenAsync("/staff/queue?tab=free");

        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        var row = Assert.Single(await db.LedgerEntries.AsNoTracking()
            .Where(entry => entry.Scope == viewer.Staff.Value && entry.Lane == LedgerLane.List).ToListAsync());
        var entry = CanonicalForm.Read(row.Body);
        var shown = entry.Fields.Single(field => field.Tag == LedgerTag.Shown);
        Assert.Equal(
            filed.Select(one => one.Id.Value).Order(), shown.AsGuidList().Order());
    }

    [Theory]
    [DatabaseData]
    public async Task No_word_of_a_person_and_no_sealed_column_reaches_a_list(DatabaseKind kind)
    {
        var queries = new Queries();
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options(queries));
        var filed = await Filed.CaseAsync(app, Track.Minor);
        using var session = await SignedIn.AsAsync(app, StaffRole.Supervisor, cleared: true);
        queries.Forget();
        foreach (var tab in Tabs)
        {
            var page = await session.OpenAsync("/staff/queue?tab=" + tab);
            Assert.DoesNotContain(Filed.Canary, page.Body, StringComparison.Ordinal);
        }

        var sorting = await session.OpenAsync($"/staff/queue/{filed.Number}");
        Assert.DoesNotContain(Filed.Canary, sorting.Body, StringComparison.Ordinal);
        var asked = queries.Asked.Where(query => query.Contains("takedown_case", StringComparison.Ordinal)
            || query.Contains("place", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(asked);
        foreach (var column in new[] { "details", "contact", "statement", "blind_index", "reach" })
        {
            Assert.DoesNotContain(asked, query => query.Contains(column, StringComparison.Ordinal));
        }
    }

    [Theory]
    [DatabaseData]
    public async Task A_page_takes_three_queries_beside_the_read_entry(DatabaseKind kind)
    {
        var queries = new Queries();
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options(queries));
        await Filed.CasesAsync(app, 60);
        using var session = await SignedIn.AsAsync(app, StaffRole.Advocate, cleared: true);
        await session.OpenAsync("/staff/queue?tab=free");
        queries.Forget();

        await session.OpenAsync("/staff/queue?tab=free");

        Assert.Equal(3, queries.Asked.Count(query => !query.Contains("ledger_", StringComparison.Ordinal)));
    }

    private static string Said(WebPage page) => page.Find("[role=status]").TextContent.Trim();

    private static string TabsOf(WebPage page) => string.Join(
        ' ', page.Document.QuerySelectorAll(".tabs a").Select(link => link.GetAttribute("href")!.Split("tab=")[1].Split('&')[0]));

    /// <summary>A hand-made post, as somebody who knows a number would send it.</summary>
    private static async Task<WebPage> PostAsync(
        WebSession session, TestApp app, string path, string number, params (string Name, string Value)[] more)
    {
        Assert.NotNull(app);
        var page = await session.OpenAsync("/staff/queue");
        var token = page.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(
            [
                KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("number", number),
                .. more.Select(field => KeyValuePair.Create(field.Name, field.Value)),
            ]),
        };
        return await session.SendAsync(request);
    }
}
