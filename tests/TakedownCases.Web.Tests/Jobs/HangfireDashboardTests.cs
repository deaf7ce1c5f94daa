using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TakedownCases.Domain.Access;
using TakedownCases.Testing;
using TakedownCases.Web.Features.Accounts;
using TakedownCases.Web.Jobs;

namespace TakedownCases.Web.Tests.Jobs;

/// <summary>Hangfire's pages behind our door. Compiled with Stack=full alone.</summary>
[Trait("Kind", "Contract")]
public sealed partial class HangfireDashboardTests
{
    private static readonly string[] Pages =
    [
        "/jobs", "/jobs/recurring", "/jobs/retries", "/jobs/servers", "/jobs/jobs/enqueued", "/jobs/jobs/enqueued/default",
        "/jobs/jobs/enqueued/fetched/default", "/jobs/jobs/scheduled", "/jobs/jobs/processing", "/jobs/jobs/succeeded",
        "/jobs/jobs/failed", "/jobs/jobs/deleted", "/jobs/jobs/awaiting",
    ];

    [Theory, DatabaseData]
    public async Task An_administrator_sees_the_sweeps_and_the_menu_leads_there(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        await JobWorld.UntilAsync(() => Task.FromResult(Sweeps(app).Count == JobTable.All.Count));
        using var admin = await TestStaff.SignedInAsync(app, StaffRole.Admin);

        Assert.Equal("Jobs", (await admin.OpenAsync("/staff/people")).Find("nav a[href='/jobs']").TextContent);
        var page = await admin.GetAsync("/jobs/recurring");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.All(JobTable.All, job => Assert.Contains(job.Id, page.Text, StringComparison.Ordinal));
        Assert.Equal("/staff/people", page.Find(".navbar-right a").GetAttribute("href"));
        Assert.Empty(page.Document.QuerySelectorAll("[data-url], [data-ajax]"));
        Assert.DoesNotContain("akedown", page.Document.Title, StringComparison.Ordinal);
        Assert.Equal("en", page.Document.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [DatabaseData(StaffRole.Triage)]
    [DatabaseData(StaffRole.Advocate)]
    [DatabaseData(StaffRole.Supervisor)]
    [DatabaseData(StaffRole.Legal)]
    public async Task Nobody_else_gets_in_any_more_than_to_the_other_pages_of_administrators(DatabaseKind kind, StaffRole role)
    {
        await using var app = await TestApp.StartAsync(kind);
        using var staff = await TestStaff.SignedInAsync(app, role);
        var like = await staff.GetAsync("/staff/people");

        foreach (var path in Pages.Append(await AssetAsync(app)))
        {
            var page = await staff.GetAsync(path);
            Assert.Equal(like.Status, page.Status);
            Assert.DoesNotContain("angfire", page.Body, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, like.Status);
        Assert.Null((await staff.OpenAsync("/staff/profile")).Document.QuerySelector("a[href='/jobs']"));
    }

    [Theory, DatabaseData]
    public async Task A_stranger_or_half_a_sign_in_is_sent_to_the_sign_in_page_even_on_the_machine_itself(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var staff = await TestStaff.CreateAsync(app, StaffRole.Admin);
        using var stranger = app.NewSession();
        using var halfWay = app.NewSession();
        await halfWay.SubmitAsync(
            await halfWay.OpenAsync("/staff/sign-in"), "form[action='/staff/sign-in']", ("Email", staff.Email), ("Password", TestStaff.Password));

        foreach (var path in Pages.Append(await AssetAsync(app)))
        {
            foreach (var session in new[] { stranger, halfWay })
            {
                var page = await session.GetAsync(path);
                Assert.Equal(HttpStatusCode.SeeOther, page.Status);
                Assert.StartsWith(StaffScheme.SignInPath, page.Location, StringComparison.Ordinal);
            }
        }

        using var poll = await PostAsync(stranger, "/jobs/stats", token: null);
        Assert.Equal(HttpStatusCode.Unauthorized, poll.StatusCode);
    }

    [Theory, DatabaseData]
    public async Task Nothing_can_be_changed_with_or_without_a_token(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, new TestAppOptions { Services = SchedulerTests.Unscheduled });
        var storage = app.Services.GetRequiredService<JobStorage>();
        var recurring = new RecurringJobManager(storage);
        recurring.AddOrUpdate<HangfireJob>("kept", run => run.RunAsync("kept", CancellationToken.None), Cron.Never());
        var waiting = new BackgroundJobClient(storage).Enqueue<HangfireJob>(run => run.RunAsync("kept", CancellationToken.None));
        using var admin = await TestStaff.SignedInAsync(app, StaffRole.Admin);
        var token = (await admin.GetAsync("/jobs")).Find("meta[name='csrf-token']").GetAttribute("content");

        foreach (var path in new[]
        {
            "/jobs/recurring/trigger", "/jobs/recurring/remove", "/jobs/jobs/enqueued/delete", "/jobs/jobs/enqueued/requeue",
            $"/jobs/jobs/actions/delete/{waiting}", $"/jobs/jobs/actions/requeue/{waiting}",
        })
        {
            using var forged = await PostAsync(admin, path, token: null, "kept", waiting);
            Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
            using var meant = await PostAsync(admin, path, token, "kept", waiting);
            Assert.Equal(HttpStatusCode.Unauthorized, meant.StatusCode);
        }

        var only = Assert.Single(Sweeps(app));
        Assert.Equal(("kept", null), (only.Id, only.LastJobId));
        var statistics = storage.GetMonitoringApi();
        Assert.Equal((1, 0), (statistics.EnqueuedCount("default"), statistics.GetStatistics().Deleted));
        Assert.Equal("Enqueued", Assert.Single(statistics.JobDetails(waiting).History).StateName);
        using var poll = await PostAsync(admin, "/jobs/stats", token, "kept", waiting);
        Assert.Equal(HttpStatusCode.OK, poll.StatusCode);
    }

    [Theory, DatabaseData]
    public async Task No_page_shows_a_case_a_person_or_a_secret(DatabaseKind kind)
    {
        var probes = new Probes
        {
            FirstProbe = new Probe((run, _) => run % 2 == 1 ? throw new InvalidOperationException(JobWorld.Canary) : Task.CompletedTask),
        };
        await using var app = await TestApp.StartAsync(kind, new TestAppOptions { Services = probes.TakeOver });
        var id = (await app.FileAsync()).Value.ToString();
        var staff = await TestStaff.CreateAsync(app, StaffRole.Admin);
        using var admin = app.NewSession();
        await staff.SignInAsync(app, admin);
        await JobWorld.UntilAsync(() => Task.FromResult(probes.FirstProbe.Ended >= 3));
        string[] secrets = [JobWorld.Canary, id, staff.Email, staff.User.DisplayName, "InvalidOperation", .. Connection(app)];

        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        var next = new Queue<string>(Pages);
        while (next.TryDequeue(out var path))
        {
            if (seen.ContainsKey(path) || seen.Count == 60)
            {
                continue;
            }

            var page = await admin.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            seen[path] = page.Body;
            foreach (var link in page.Document.QuerySelectorAll("a[href^='/jobs']"))
            {
                next.Enqueue(link.GetAttribute("href")!);
            }
        }

        Assert.Contains(seen.Keys, path => path.StartsWith("/jobs/jobs/details/", StringComparison.Ordinal));
        Assert.Contains(seen.Values, body => body.Contains(Probes.First, StringComparison.Ordinal));
        Assert.All(seen.Values, body => Assert.DoesNotContain(secrets, secret => body.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Its_content_policy_is_its_own_and_names_the_one_style_it_makes()
    {
        await using var app = await TestApp.StartAsync();
        using var admin = await TestStaff.SignedInAsync(app, StaffRole.Admin);
        await using var script = typeof(BackgroundJob).Assembly.GetManifestResourceStream("Hangfire.Dashboard.Content.js.Chart.min.js");
        var style = "/* Chart.js */\n" + ChartStyle().Match(await new StreamReader(script!).ReadToEndAsync()).Groups["css"].Value;

        var policy = (await admin.GetAsync("/jobs")).Header("Content-Security-Policy");

        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))
            + "'; style-src-attr 'unsafe-hashes' 'sha256-" + Convert.ToBase64String(SHA256.HashData([]))
            + "'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
            policy);
        foreach (var path in new[] { "/staff/people", "/jobs/no-such-page", "/jobsx", "/en" })
        {
            Assert.Contains("require-trusted-types-for", (await admin.GetAsync(path)).Header("Content-Security-Policy"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_left_open_does_not_keep_the_session_alive()
    {
        await using var app = await TestApp.StartAsync(options: new TestAppOptions { Services = SchedulerTests.Unscheduled });
        using var admin = await TestStaff.SignedInAsync(app, StaffRole.Admin);
        var token = (await admin.GetAsync("/jobs")).Find("meta[name='csrf-token']").GetAttribute("content");
        var last = HttpStatusCode.OK;

        for (var minutes = 0; minutes < 31; minutes++)
        {
            Assert.Equal(HttpStatusCode.OK, last);
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            using var poll = await PostAsync(admin, "/jobs/stats", token);
            last = poll.StatusCode;
        }

        Assert.Equal(HttpStatusCode.Unauthorized, last);
        Assert.StartsWith(StaffScheme.SignInPath, (await admin.GetAsync("/jobs")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_pages_speak_the_readers_language()
    {
        await using var app = await TestApp.StartAsync();
        var staff = await TestStaff.CreateAsync(app, StaffRole.Admin, language: "fr");
        using var session = app.NewSession();
        await staff.SignInAsync(app, session);

        var page = await session.GetAsync("/jobs/servers");

        Assert.Equal("fr", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Serveurs", page.Text, StringComparison.Ordinal);
    }

    private static List<RecurringJobDto> Sweeps(TestApp app)
    {
        using var connection = app.Services.GetRequiredService<JobStorage>().GetConnection();
        return connection.GetRecurringJobs();
    }

    private static async Task<string> AssetAsync(TestApp app)
    {
        using var admin = await TestStaff.SignedInAsync(app, StaffRole.Admin);
        var asset = (await admin.GetAsync("/jobs")).Find("script[src]").GetAttribute("src")!;
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(asset)).Status);
        return asset;
    }

    private static string[] Connection(TestApp app)
        => app.Database.Provider == "Postgres"
            && new NpgsqlConnectionStringBuilder(app.Database.AppConnectionString) is { } to
            ? [to.Password!, to.Username!, to.Database!]
            : [app.Database.ConnectionString];

    private static async Task<HttpResponseMessage> PostAsync(WebSession session, string path, string? token, params string[] jobs)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(jobs.Select(job => KeyValuePair.Create("jobs[]", job))),
        };
        if (token is not null)
        {
            request.Headers.Add("RequestVerificationToken", token);
        }

        return await session.Client.SendAsync(request);
    }

    [GeneratedRegex("default:\"(?<css>@keyframes chartjs[^\"]*)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex ChartStyle();
}
