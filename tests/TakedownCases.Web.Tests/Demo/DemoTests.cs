using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Identity;
using TakedownCases.Data.Ledger;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Notices;
using TakedownCases.Testing;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Tests.Demo;

/// <summary>The invented cases of Development: what they show, and that they stay where they belong.</summary>
public sealed class DemoTests
{
    private const int FewestCases = 24;

    [Theory, DatabaseData]
    public async Task An_empty_database_is_filled_with_cases_of_both_tracks_whose_ledger_verifies(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = TestApp.StartOn(database, Development(("ConnectionStrings:Takedown", database.ConnectionString)));
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        var now = app.Clock.GetUtcNow();

        var cases = await db.Cases.AsNoTracking().AsSplitQuery().Include(one => one.Clocks).Include(one => one.Keys).ToListAsync();
        Assert.InRange(cases.Count, FewestCases, 60);
        Assert.All(Enum.GetValues<Track>(), track => Assert.InRange(cases.Count(one => one.Track == track), 10, 40));
        Assert.All(Enum.GetValues<Severity>(), severity => Assert.Contains(cases, one => one.Severity == severity));
        Assert.All(
            Enum.GetValues<CaseState>().Where(state => state != CaseState.Erased),
            state => Assert.Contains(cases, one => one.State == state));
        Assert.Contains(cases, one => one.ErasureDueAt > now);
        Assert.Contains(cases, one => one.Keys.Count == 0);
        Assert.Contains(cases, one => one.AuthorityCheckedAt is not null);
        Assert.NotEmpty(await db.Set<Recusal>().ToListAsync());
        Assert.All(cases, one => Assert.InRange(one.FiledAt, now.AddDays(-15), now));
        var clocks = cases.SelectMany(one => one.Clocks).ToList();
        Assert.Contains(clocks, clock => clock is { IsRunning: true, OverdueAt: not null });
        Assert.Contains(clocks, clock => clock is { IsRunning: true, WarnedAt: not null, OverdueAt: null });
        Assert.Contains(clocks, clock => clock.IsRunning && clock.WarnedAt is null && clock.DueAt - now < TimeSpan.FromHours(1));
        Assert.Contains(clocks, clock => clock.Met);

        await ShowsNoticesAsync(db, now);
        var verdict = await scope.ServiceProvider.GetRequiredService<LedgerVerification>()
            .RunAsync(Actor.Console, progress: null, CancellationToken.None);
        Assert.Empty(verdict.Findings);
        Assert.InRange(verdict.Entries, 200, 5_000);
    }

    // What a stranger finds on the pages of escalations, tasks and the outbox.
    private static async Task ShowsNoticesAsync(TakedownDbContext db, DateTimeOffset now)
    {
        var notices = await db.Notices.AsNoTracking().ToListAsync();
        Assert.All(
            Enum.GetValues<NoticeState>().Where(state => state != NoticeState.Sending),
            state => Assert.Contains(notices, notice => notice.State == state));
        Assert.Contains(notices, notice => notice is { Kind: NoticeKind.Reminder, State: NoticeState.Sent });
        Assert.Contains(notices, notice => notice is { Kind: NoticeKind.Complaint, State: NoticeState.Draft });
        Assert.True(await db.Outbox.AnyAsync(item => item.NextAt > now && item.Attempts > 1));
        Assert.True(await db.Clocks.AnyAsync(clock => clock.Kind == ClockKind.Removal && clock.EndedAt == null && clock.OverdueAt != null));
        var kinds = await db.Tasks.Where(task => task.EndedAt == null && task.For != TaskFor.House).Select(task => task.Kind).ToListAsync();
        Assert.Superset(
            new HashSet<TaskKind>
            {
                TaskKind.ApproveNotice, TaskKind.FileForm, TaskKind.FileComplaint, TaskKind.UnknownSending, TaskKind.SendingRejected,
                TaskKind.NextStep, TaskKind.NoticeStopped,
            },
            kinds.ToHashSet());
        var states = await db.Places.Select(place => place.State).ToListAsync();
        Assert.All(
            new[] { PlaceState.Refused, PlaceState.RemovedClaimed, PlaceState.RemovedConfirmed, PlaceState.HiddenInSearch, PlaceState.Acknowledged },
            state => Assert.Contains(state, states));
    }

    [Fact]
    public async Task A_second_start_adds_nothing_and_shows_the_same_keys()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        string keyFile;
        int cases, staff;
        IReadOnlyList<string> keys;
        await using (var first = TestApp.StartOn(database, Development()))
        {
            (cases, staff) = await CountAsync(first);
            keys = first.Services.GetRequiredService<DemoSignIns>().Keys;
            keyFile = first.KeyFile;
            await using var second = TestApp.StartOn(database, Development(("Installation:KeyFile", keyFile)));

            Assert.Equal((cases, staff), await CountAsync(second));
            Assert.Equal(keys, second.Services.GetRequiredService<DemoSignIns>().Keys);
            Assert.Equal(staff, second.Services.GetRequiredService<DemoSignIns>().All.Count);
        }

        Assert.Equal(2, keys.Distinct().Count());
    }

    [Theory]
    [InlineData("Testing", "true")]
    [InlineData("Development", "false")]
    public async Task Nothing_is_invented_outside_Development_or_where_it_is_switched_off(string environment, string demo)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = TestApp.StartOn(database, new TestAppOptions { Environment = environment, Settings = With(("Demo", demo)) });

        Assert.Equal((0, 0), await CountAsync(app));
        using var visitor = app.NewSession();
        var page = await visitor.OpenAsync("/staff/sign-in");
        Assert.Null(page.Document.QuerySelector("#demo"));
    }

    [Fact]
    public async Task A_database_in_which_somebody_already_works_is_left_alone()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var before = TestApp.StartOn(database);
        await TestStaff.CreateAsync(before);

        await using var app = TestApp.StartOn(database, Development(("Installation:KeyFile", before.KeyFile)));

        Assert.Equal((0, 1), await CountAsync(app));
        Assert.Empty(app.Services.GetRequiredService<DemoSignIns>().All);
    }

    [Fact]
    public async Task Production_refuses_the_database_and_Testing_shows_no_code_of_it()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var demo = TestApp.StartOn(database, Development());
        var key = ("Installation:KeyFile", demo.KeyFile);

        var refused = Assert.ThrowsAny<Exception>(() => TestApp.StartOn(
            database, new TestAppOptions { Environment = "Production", Settings = With(key, ("Demo", "true")) }));
        Assert.IsType<OperatorException>(refused.GetBaseException());

        await using var testing = TestApp.StartOn(database, new TestAppOptions { Settings = With(key, ("Demo", "true")) });
        using var visitor = testing.NewSession();
        var page = await visitor.OpenAsync("/staff/sign-in");
        Assert.DoesNotContain("example.org", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_codes_and_keys_on_the_sign_in_page_open_the_queue_and_the_cases()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = TestApp.StartOn(database, Development());
        using var visitor = app.NewSession();
        var page = await visitor.OpenAsync("/staff/sign-in");
        var signIns = app.Services.GetRequiredService<DemoSignIns>();
        Assert.All(Enum.GetValues<StaffRole>(), role => Assert.Contains(signIns.All, person => person.Role == role));
        Assert.All(signIns.All, person => Assert.EndsWith("@example.org", person.Email, StringComparison.Ordinal));
        Assert.All(signIns.All, person => Assert.True(Passwords.Check(person.Password, [person.Email, person.Name, "TakedownCases"]).IsDone));
        Assert.Contains(signIns.All, person => person is { Role: StaffRole.Advocate, ClearedForMinors: false });
        Assert.All(signIns.Keys, key => Assert.Contains(key.Replace(" ", "", StringComparison.Ordinal), Digits(page), StringComparison.Ordinal));

        var supervisor = signIns.All.First(person => person.Role == StaffRole.Supervisor);
        Assert.Contains(supervisor.CodeAt(app.Clock.Now()), page.Text, StringComparison.Ordinal);
        var code = await visitor.SubmitAsync(
            page, "form[action='/staff/sign-in']", ("Email", supervisor.Email), ("Password", supervisor.Password));
        await visitor.PostAsync(code, "form[action='/staff/sign-in/code']", ("Passcode", supervisor.CodeAt(app.Clock.Now())));
        var queue = await visitor.OpenAsync("/staff/queue");
        Assert.NotEmpty(queue.Document.QuerySelectorAll("table.grid tbody tr"));
        foreach (var key in signIns.Keys)
        {
            Assert.True(await OpensAsync(app, key));
        }
    }

    private static async Task<bool> OpensAsync(TestApp app, string key)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var lookup = scope.ServiceProvider.GetRequiredService<TakedownCases.Data.Vault.CaseVault>().KeyLookup(CaseKey.Parse(key));
        return await scope.ServiceProvider.GetRequiredService<TakedownDbContext>().AccessKeys.AnyAsync(found => found.Lookup == lookup);
    }

    private static string Digits(WebPage page)
        => string.Concat(page.Document.QuerySelectorAll(".key").SelectMany(key => key.TextContent).Where(char.IsAsciiDigit));

    private static async Task<(int Cases, int Staff)> CountAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        return (await db.Cases.CountAsync(), await db.Users.CountAsync());
    }

    private static TestAppOptions Development(params (string Name, string Value)[] settings)
        => new() { Environment = "Development", Settings = With([("Demo", "true"), .. settings]) };

    private static Dictionary<string, string> With(params (string Name, string Value)[] settings)
        => settings.ToDictionary(setting => setting.Name, setting => setting.Value, StringComparer.Ordinal);
}
