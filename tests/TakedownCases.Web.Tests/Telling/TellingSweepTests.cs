using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Jobs;
using TakedownCases.Web.Mail;
using TakedownCases.Web.Tests.Accounts;
using TakedownCases.Web.Tests.Jobs;
using TakedownCases.Web.Tests.Queue;

namespace TakedownCases.Web.Tests.Telling;

/// <summary>From a clock that runs out to the mail that says so, through the sweeps as they are.</summary>
public sealed class TellingSweepTests
{
    [Theory, DatabaseData]
    public async Task A_promise_of_ours_that_passes_is_told_to_the_supervisor_at_once_and_to_the_holder_in_their_digest(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, TellingHouse.Options());
        var (me, boss) = (await TestStaff.CreateAsync(app, StaffRole.Advocate, minors: true, name: "Ana Example", language: "fr"),
            await TestStaff.CreateAsync(app, StaffRole.Supervisor, minors: true));
        var filed = await app.HeldAsync(me, Track.Minor);
        for (var halfHours = 0; halfHours < 3 * 48; halfHours++)
        {
            await app.TellAsync();
            app.Clock.Advance(TimeSpan.FromMinutes(30));
        }

        var mails = app.Mails();
        var toMe = mails.Where(mail => mail.Header("To") == me.Email).ToList();
        var toBoss = mails.Where(mail => mail.Header("To") == boss.Email).ToList();
        Assert.NotEmpty(toBoss);
        Assert.Contains(toBoss, mail => TellingHouse.Words(mail).Contains("should not wait", StringComparison.Ordinal));
        Assert.Equal(3, toMe.Count(mail => TellingHouse.Words(mail).Contains("Voici ce qui vous attend aujourd’hui", StringComparison.Ordinal)));
        Assert.Distinct(mails.Select(mail => mail.Header("Message-ID")));
        var told = await app.DataAsync(db => db.ToldTasks.AsNoTracking().ToListAsync());
        Assert.Distinct(told.Select(one => (one.Task, one.Staff, one.Danger)));

        var everything = app.Everything();
        foreach (var word in new[] { Filed.Canary, filed.Number.Value, filed.Id.Value.ToString(), filed.Id.Value.ToString("N"), "Ana Example", "minor", "mineur", "example.org/", "instagram" })
        {
            Assert.DoesNotContain(word, everything.Replace(TellingHouse.Address + "/", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain(app.Logs, line => line.Everything.Contains(me.Email, StringComparison.Ordinal));
    }

    [Theory, DatabaseData]
    public async Task Imminent_danger_is_told_at_night_within_one_run_and_ordinary_matters_wait(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, TellingHouse.Options());
        var me = await TestStaff.CreateAsync(app);
        await app.ChangeAsync(me.Id, user => (user.QuietFrom, user.QuietUntil, user.WantsMails) = (new TimeOnly(20, 0), new TimeOnly(7, 0), false));
        var (calm, grave) = (await app.HeldAsync(me), await app.HeldAsync(me));
        await app.SweepAsync(JobTable.Telling);
        app.Clock.Advance(TimeSpan.FromHours(14));
        await app.LateAsync(calm);
        await app.LateAsync(grave);
        await app.SweepAsync(JobTable.Telling);
        Assert.Empty(app.Mails());

        await Filed.ChangeAsync(app, grave, (found, now) => found.ChangeSeverity(Severity.Imminent, Filed.Clocks(app), Actor.System, now));
        await app.SweepAsync(JobTable.Telling);
        await app.SweepAsync(JobTable.Telling);
        Assert.Contains("Please look at once: 1", TellingHouse.Words(Assert.Single(app.Mails())), StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task Two_processes_tell_each_person_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var clock = new ManualTimeProvider();
        await using var one = TestApp.StartOn(database, TellingHouse.Options(clock: clock));
        await using var other = TestApp.StartOn(database, TellingHouse.Options(Keys.Of(one), clock: clock));
        var staff = new List<TestStaff>();
        for (var count = 0; count < 8; count++)
        {
            staff.Add(await TestStaff.CreateAsync(one));
            await one.LateAsync(await one.HeldAsync(staff[^1]));
            await one.AskAsync(await one.HeldAsync(staff[^1]));
        }

        for (var day = 0; day < 2; day++)
        {
            await Task.WhenAll(Enumerable.Range(0, 6).Select(run => (run % 2 == 0 ? one : other).SweepAsync(JobTable.Telling)));
            await one.SweepAsync(JobTable.Telling);
            clock.Advance(TimeSpan.FromHours(24));
        }

        var to = one.Mails().Concat(other.Mails()).Select(mail => mail.Header("To")).ToList();
        Assert.All(staff, person => Assert.Equal(2, to.Count(address => address == person.Email)));
        Assert.Equal(16, to.Count);
    }

    [Theory, DatabaseData]
    public async Task A_mail_that_does_not_go_is_tried_later_and_the_others_go(DatabaseKind kind)
    {
        var transport = new Picky();
        await using var app = await TestApp.StartAsync(kind, TellingHouse.Options(services: services =>
        {
            services.RemoveAll<INoticeTransport>();
            services.AddSingleton<INoticeTransport>(transport);
        }));
        var (away, refused, broken, fine) = (await TestStaff.CreateAsync(app), await TestStaff.CreateAsync(app), await TestStaff.CreateAsync(app), await TestStaff.CreateAsync(app));
        var boss = await TestStaff.CreateAsync(app, StaffRole.Supervisor);
        transport.Answers[away.Email] = SendState.Deferred;
        transport.Answers[refused.Email] = SendState.Rejected;
        await app.ChangeAsync(broken.Id, user => user.Email = "nobody at all");
        foreach (var person in new[] { away, refused, broken, fine })
        {
            await app.LateAsync(await app.HeldAsync(person));
        }

        Assert.True(await app.SweepAsync(JobTable.Telling));
        Assert.True(await app.SweepAsync(JobTable.Telling));
        Assert.Equal(
            new[] { away.Email, boss.Email, fine.Email, refused.Email }.Order(StringComparer.Ordinal), transport.Tried.Order(StringComparer.Ordinal));
        transport.Answers.Clear();
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True(await app.SweepAsync(JobTable.Telling));

        Assert.Equal(2, transport.Tried.Count(address => address == away.Email));
        Assert.Equal(1, transport.Tried.Count(address => address == refused.Email));
        Assert.Equal(new ToldOf(Overdue: 2, Mails: 1), await CountsAsync(app, boss));
    }

    [Theory, DatabaseData]
    public async Task Nobody_to_tell_makes_the_jobs_late_and_the_banner_says_so(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, TellingHouse.Options());
        var filed = await Filed.CaseAsync(app, Track.Minor);
        await app.LateAsync(filed);
        app.Clock.Advance(JobTable.Telling.MostLate + TimeSpan.FromSeconds(1));
        Assert.True(await app.SweepAsync(JobTable.Telling));
        await using var scope = app.Services.CreateAsyncScope();
        var watch = scope.ServiceProvider.GetRequiredService<SweepWatch>();
        Assert.Equal(SweepTrouble.Behind, (await watch.ReadAsync(scope.ServiceProvider, JobTable.Telling, CancellationToken.None)).Trouble);

        await TestStaff.CreateAsync(app, StaffRole.Admin);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await app.SweepAsync(JobTable.Telling));
        Assert.Contains("/staff/people", TellingHouse.Words(Assert.Single(app.Mails())), StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await app.SweepAsync(JobTable.Telling));
        Assert.Equal(SweepTrouble.None, (await watch.ReadAsync(scope.ServiceProvider, JobTable.Telling, CancellationToken.None)).Trouble);
    }

    [Theory, DatabaseData]
    public async Task A_house_of_one_whom_no_mail_reaches_stays_late_through_every_attempt(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, TellingHouse.Options());
        var me = await TestStaff.CreateAsync(app);
        await app.ChangeAsync(me.Id, user => user.Email = "nobody at all");
        await app.LateAsync(await app.HeldAsync(me));
        await using var scope = app.Services.CreateAsyncScope();
        var watch = scope.ServiceProvider.GetRequiredService<SweepWatch>();
        async Task<bool> IsLateAsync()
            => (await watch.ReadAsync(scope.ServiceProvider, JobTable.Telling, CancellationToken.None)).Trouble != SweepTrouble.None;
        for (var runs = 0; runs < 40; runs++)
        {
            Assert.True(await app.SweepAsync(JobTable.Telling));
            Assert.Equal(runs > 10, await IsLateAsync());
            app.Clock.Advance(JobTable.Telling.Every);
        }

        await app.ChangeAsync(me.Id, user => user.Email = "me@example.org");
        app.Clock.Advance(TimeSpan.FromHours(2));
        Assert.True(await app.SweepAsync(JobTable.Telling));
        Assert.NotEmpty(app.Mails());
        for (var runs = 0; runs < 2; runs++)
        {
            app.Clock.Advance(JobTable.Telling.Every);
            Assert.True(await app.SweepAsync(JobTable.Telling));
        }

        Assert.False(await IsLateAsync());
    }

    private static async Task<ToldOf> CountsAsync(TestApp app, TestStaff staff)
        => await app.DataAsync(async db => new ToldOf(
            await db.StaffMails.Where(mail => mail.Staff == staff.Viewer.Staff).SumAsync(mail => mail.Overdue),
            await db.StaffMails.CountAsync(mail => mail.Staff == staff.Viewer.Staff)));

    private sealed record ToldOf(int Overdue, int Mails);

    /// <summary>A mail server with an answer for each recipient.</summary>
    private sealed class Picky : INoticeTransport
    {
        public ConcurrentDictionary<string, SendState> Answers { get; } = new(StringComparer.Ordinal);

        public ConcurrentQueue<string> Tried { get; } = [];

        public Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
        {
            if (mail.Refusal() is { } refusal)
            {
                return Task.FromResult(refusal);
            }

            Tried.Enqueue(mail.Recipient);
            return Task.FromResult(SendResult.Own(Answers.GetValueOrDefault(mail.Recipient, SendState.Accepted), "As the test says."));
        }
    }
}
