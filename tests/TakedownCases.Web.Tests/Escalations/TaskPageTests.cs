using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.Queue;

namespace TakedownCases.Web.Tests.Escalations;

public sealed class TaskPageTests
{
    [Theory]
    [DatabaseData]
    public async Task A_task_is_shown_done_once_and_gone_from_list_and_menu(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var me = await SignedIn.HireAsync(app, StaffRole.Advocate);
        var filed = await Desk.HeldAsync(app, me);
        await Desk.AskAsync(app, filed, TaskKind.NextStep, dueIn: 2);
        await Desk.AskAsync(app, filed, TaskKind.UnknownSending, dueIn: 1);
        using var session = SignedIn.As(app, me);

        var page = await session.OpenAsync("/staff/tasks");
        Assert.Equal(["Find out whether a notice left", "Decide the next step"], page.Document.QuerySelectorAll("main th[scope=row] a").Select(link => link.TextContent));
        Assert.Equal("2", Menu(page));
        Assert.Single(page.Document.QuerySelectorAll("main form"));

        var done = await session.SubmitAsync(page, "main form");
        Assert.Equal("The task is done.", done.Find("[role=status]").TextContent.Trim());
        Assert.Equal("1", Menu(done));
        var again = await session.SubmitAsync(page, "main form");
        Assert.Equal("The task is done.", again.Find("[role=status]").TextContent.Trim());

        var ended = Assert.Single(await Desk.TasksAsync(app, filed), task => !task.IsOpen);
        Assert.Equal((TaskKind.NextStep, me.Staff), (ended.Kind, ended.DoneBy));
        await using var scope = app.Services.CreateAsyncScope();
        var entries = await scope.ServiceProvider.GetRequiredService<TakedownDbContext>().LedgerEntries.AsNoTracking()
            .Where(entry => entry.Scope == filed.Id.Value && entry.Lane == LedgerLane.Case).ToListAsync();
        Assert.Single(entries, entry => CanonicalForm.Read(entry.Body).Kind == "task.ended");
    }

    [Theory]
    [DatabaseData]
    public async Task Where_nobody_may_be_told_the_page_of_recipients_ends_the_task(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var me = await SignedIn.HireAsync(app, StaffRole.Advocate);
        var filed = await Desk.HeldAsync(app, me);
        await Desk.AskAsync(app, filed, TaskKind.TellHotline);
        using var session = SignedIn.As(app, me);

        await session.SubmitAsync(await session.OpenAsync($"/staff/cases/{filed.Number}/referrals/new"), "#nobody");

        Assert.All(await Desk.TasksAsync(app, filed), task => Assert.False(task.IsOpen));
        Assert.Null((await session.OpenAsync($"/staff/cases/{filed.Number}/referrals/new")).Document.QuerySelector("#nobody"));
    }

    [Theory]
    [DatabaseData]
    public async Task What_an_act_ends_is_not_ended_by_a_word(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var me = await SignedIn.HireAsync(app, StaffRole.Advocate);
        var filed = await Desk.HeldAsync(app, me);
        await Filed.ChangeAsync(app, filed, (found, now) => found.GiveConsent(ConsentAction.TellHotline, Actor.Survivor, now));
        await Desk.AskAsync(app, filed, TaskKind.TellHotline);
        await Desk.AskAsync(app, filed, TaskKind.NextStep);
        using var session = SignedIn.As(app, me);
        var page = await session.OpenAsync("/staff/tasks");
        var hotline = (await Desk.TasksAsync(app, filed)).Single(task => task.Kind == TaskKind.TellHotline);

        var answer = await PostAsync(session, page, filed, hotline.Id, Guid.CreateVersion7());

        Assert.Contains("when what it asks for has happened", (await session.OpenAsync("/staff/tasks")).Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.All(await Desk.TasksAsync(app, filed), task => Assert.True(task.IsOpen));
    }

    [Theory]
    [DatabaseData]
    public async Task Nobody_ends_what_is_not_theirs_and_an_invisible_case_answers_like_none(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var (me, other) = (await SignedIn.HireAsync(app, StaffRole.Advocate), await SignedIn.HireAsync(app, StaffRole.Advocate, cleared: true));
        var mine = await Desk.HeldAsync(app, me);
        await Desk.AskAsync(app, mine);
        await Desk.AskAsync(app, mine, TaskKind.Supervise, TaskFor.Supervisors);
        var theirs = await Desk.HeldAsync(app, other);
        var minor = await Desk.HeldAsync(app, other, Track.Minor);
        var free = await Filed.CaseAsync(app);
        foreach (var filed in new[] { theirs, minor, free })
        {
            await Desk.AskAsync(app, filed);
        }

        using var session = SignedIn.As(app, me);
        var page = await session.OpenAsync("/staff/tasks");
        Assert.Equal([mine.Number.Value], Desk.Numbers(page));

        var supervise = (await Desk.TasksAsync(app, mine)).Single(task => task.For == TaskFor.Supervisors);
        await PostAsync(session, page, mine, supervise.Id, Guid.CreateVersion7());
        await PostAsync(session, page, free, (await Desk.TasksAsync(app, free))[0].Id, Guid.CreateVersion7());
        var hidden = await PostAsync(session, page, minor, (await Desk.TasksAsync(app, minor))[0].Id, Guid.CreateVersion7());
        var held = await PostAsync(session, page, theirs, (await Desk.TasksAsync(app, theirs))[0].Id, Guid.CreateVersion7());
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (hidden.Status, held.Status));
        foreach (var filed in new[] { mine, theirs, minor, free })
        {
            Assert.All(await Desk.TasksAsync(app, filed), task => Assert.True(task.IsOpen));
        }
    }

    [Theory]
    [DatabaseData]
    public async Task A_form_without_its_command_changes_nothing(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        var me = await SignedIn.HireAsync(app, StaffRole.Advocate);
        var filed = await Desk.HeldAsync(app, me);
        await Desk.AskAsync(app, filed);
        using var session = SignedIn.As(app, me);
        var page = await session.OpenAsync("/staff/tasks");

        await PostAsync(session, page, filed, (await Desk.TasksAsync(app, filed))[0].Id, Guid.Empty);
        var unknown = await PostAsync(session, page, filed, TaskId.New(app.Clock.GetUtcNow()), Guid.CreateVersion7());

        Assert.Equal(HttpStatusCode.Found, unknown.Status);
        Assert.True(Assert.Single(await Desk.TasksAsync(app, filed)).IsOpen);
    }

    [Theory]
    [DatabaseData]
    public async Task Without_tasks_the_page_says_so_and_the_menu_says_no_number(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        await Desk.AskAsync(app, await Filed.CaseAsync(app, Track.Minor), TaskKind.Supervise, TaskFor.Supervisors);
        using var session = await SignedIn.AsAsync(app, StaffRole.Supervisor);

        var page = await session.OpenAsync("/staff/tasks");

        Assert.Contains("Nothing is asked of you now.", page.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Null(Menu(page));
    }

    [Theory]
    [DatabaseData]
    public async Task The_list_is_logged_and_takes_five_queries(DatabaseKind kind)
    {
        var queries = new Queries();
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options(queries));
        var me = await SignedIn.HireAsync(app, StaffRole.Supervisor, cleared: true);
        var filed = await Desk.HeldAsync(app, me);
        await Desk.AskAsync(app, filed);
        await Desk.AskAsync(app, filed, TaskKind.Supervise, TaskFor.Supervisors);
        using var session = SignedIn.As(app, me);
        await session.OpenAsync("/staff/tasks");
        queries.Forget();

        var page = await session.OpenAsync("/staff/tasks");

        Assert.DoesNotContain(Filed.Canary, page.Body, StringComparison.Ordinal);
        // The rows, how many, who works here, whom mails do not reach, and what mails lost.
        Assert.Equal(5, queries.Asked.Count(query => !query.Contains("ledger_", StringComparison.Ordinal)));
        Assert.Equal([filed.Id.Value], await ShownAsync(app, me, "tasks"));
    }

    [Theory]
    [DatabaseData]
    public async Task Triage_legal_and_administrators_have_no_tasks(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, SignedIn.Options());
        foreach (var role in new[] { StaffRole.Triage, StaffRole.Legal, StaffRole.Admin })
        {
            using var session = await SignedIn.AsAsync(app, role);
            Assert.Equal(HttpStatusCode.Forbidden, (await session.GetAsync("/staff/tasks")).Status);
        }
    }

    /// <summary>The ids in the newest entry of a list.</summary>
    internal static async Task<List<Guid>> ShownAsync(TestApp app, Viewer viewer, string list)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<TakedownDbContext>().LedgerEntries.AsNoTracking()
            .Where(entry => entry.Scope == viewer.Staff.Value && entry.Lane == LedgerLane.List).OrderByDescending(entry => entry.Seq).ToListAsync();
        var entry = CanonicalForm.Read(rows[0].Body);
        Assert.Contains(entry.Fields, field => field.Tag == LedgerTag.Fields && field.AsText() == list);
        return [.. entry.Fields.Single(field => field.Tag == LedgerTag.Shown).AsGuidList()];
    }

    private static string? Menu(WebPage page) => page.Document.QuerySelector("nav.nav a[href='/staff/tasks'] .tag")?.LastChild?.TextContent.Trim();

    private static async Task<WebPage> PostAsync(WebSession session, WebPage page, FiledCase filed, TaskId task, Guid command)
    {
        var token = page.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/staff/tasks/{filed.Number}/{task.Value}")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("command", command.ToString())]),
        };
        return await session.SendAsync(request);
    }
}
