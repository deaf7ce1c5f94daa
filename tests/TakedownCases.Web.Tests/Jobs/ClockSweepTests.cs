using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;
using TakedownCases.Web.Jobs;

namespace TakedownCases.Web.Tests.Jobs;

public sealed class ClockSweepTests
{
    [Theory, DatabaseData]
    public async Task A_clock_warns_once_and_is_overdue_once(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, JobWorld.Unscheduled);
        var id = await app.FileAsync();
        var first = await app.ReadAsync(db => db.Clocks.AsNoTracking().OrderBy(clock => clock.WarnAt).FirstAsync());

        app.Clock.Set(first.WarnAt - TimeSpan.FromSeconds(1));
        await app.SweepAsync(JobTable.Clocks);
        Assert.DoesNotContain("clock.warned", await app.KindsAsync(id));
        app.Clock.Set(first.WarnAt);
        await app.SweepAsync(JobTable.Clocks);
        await app.SweepAsync(JobTable.Clocks);
        Assert.Single(await app.KindsAsync(id), "clock.warned");
        app.Clock.Set(first.DueAt);
        await app.SweepAsync(JobTable.Clocks);
        await app.SweepAsync(JobTable.Clocks);

        var kinds = await app.KindsAsync(id);
        Assert.Single(kinds, "clock.warned");
        Assert.Single(kinds, "clock.overdue");
        Assert.Equal([], await app.VerifyAsync());
    }

    [Theory]
    [InlineData("false", 0)]
    [InlineData("true", 1)]
    public async Task A_process_that_is_told_to_run_no_sweep_runs_none(string runs, int beats)
    {
        await using var app = await TestApp.StartAsync(
            options: new TestAppOptions { Services = SchedulerTests.Unscheduled, Settings = new Dictionary<string, string> { ["Jobs:Run"] = runs } });
        await app.Services.GetRequiredService<SweepTurns>().RunAsync(JobTable.Clocks, CancellationToken.None);
        Assert.Equal(beats, await app.ReadAsync(db => db.Heartbeats.CountAsync(beat => beat.Sweep == JobTable.Clocks.Id)));
    }

    [Theory, DatabaseData]
    public async Task What_stands_still_is_never_warned_of_or_late_and_goes_on_with_the_answer(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, JobWorld.Unscheduled);
        var id = await app.FileAsync();
        var start = app.Services.GetRequiredService<CaseClockBook>();
        await app.ChangeAsync(id, (it, now) => it.WaitForSurvivor(start.Start, Actor.OfStaff(StaffId.New(now), "advocate"), now));
        app.Clock.Set(app.Clock.GetUtcNow() + TimeSpan.FromDays(30));
        await app.SweepAsync(JobTable.Clocks);

        Assert.Empty(await Said(app, id, "clock.warned"));
        Assert.Empty(await Said(app, id, "clock.overdue"));
        await app.ChangeAsync(id, (it, now) => it.WriteMessage("here", Actor.Survivor, start.Start, now));
        var due = (await NoticeOut(app)).DueAt;
        Assert.True(due > app.Clock.GetUtcNow());
        await app.SweepAsync(JobTable.Clocks);
        Assert.Empty(await Said(app, id, "clock.overdue"));
        app.Clock.Set(due);
        await app.SweepAsync(JobTable.Clocks);
        await app.SweepAsync(JobTable.Clocks);

        Assert.Single(await Said(app, id, "clock.overdue"));
        Assert.Equal([], await app.VerifyAsync());

        static Task<CaseClock> NoticeOut(TestApp app)
            => app.ReadAsync(db => db.Clocks.AsNoTracking().SingleAsync(clock => clock.Kind == ClockKind.NoticeOut));

        static async Task<List<string>> Said(TestApp app, CaseId id, string what)
        {
            var clock = (await NoticeOut(app)).Id.Value;
            var bodies = await app.ReadAsync(db => db.LedgerEntries.AsNoTracking().Where(entry => entry.Scope == id.Value && entry.Lane == LedgerLane.Case)
                .Select(entry => entry.Body).ToListAsync());
            return [.. bodies.Select(body => CanonicalForm.Read(body))
                .Where(entry => entry.Kind == what && entry.Find(LedgerTag.Clock)!.AsGuid() == clock).Select(entry => entry.Kind)];
        }
    }

    [Theory, DatabaseData]
    public async Task After_a_week_of_downtime_everything_is_caught_up_once_and_in_order(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, JobWorld.Unscheduled);
        var adult = await app.FileAsync();
        var minor = await app.FileAsync(Track.Minor);
        app.Clock.Set(app.Clock.GetUtcNow() + TimeSpan.FromDays(7));

        await app.SweepAsync(JobTable.Clocks);
        await app.SweepAsync(JobTable.Clocks);

        foreach (var id in new[] { adult, minor })
        {
            var kinds = await app.KindsAsync(id);
            Assert.Equal(2, kinds.Count(kind => kind == "clock.warned"));
            Assert.Equal(2, kinds.Count(kind => kind == "clock.overdue"));
            Assert.Equal("clock.warned", kinds.First(kind => kind is "clock.warned" or "clock.overdue"));
        }

        var rows = await app.ReadAsync(db => db.Clocks.AsNoTracking().ToListAsync());
        Assert.All(rows, clock => Assert.True(clock.WarnedAt is not null && clock.OverdueAt is not null && clock.NextAt is null));
        Assert.Equal([], await app.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task Sweeps_on_two_machines_at_once_do_each_clock_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var clock = new ManualTimeProvider();
        await using var one = TestApp.StartOn(database, new TestAppOptions { Clock = clock });
        await using var other = TestApp.StartOn(
            database, new TestAppOptions { Clock = clock, Settings = Keys.Of(one) });
        var ids = new List<CaseId>();
        for (var count = 0; count < 40; count++)
        {
            ids.Add(await one.FileAsync(count % 2 == 0 ? Track.Adult : Track.Minor));
        }

        clock.Set(clock.GetUtcNow() + TimeSpan.FromDays(7));
        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(run => (run % 2 == 0 ? one : other).SweepAsync(JobTable.Clocks)));
        Assert.DoesNotContain(false, all);
        await one.SweepAsync(JobTable.Clocks);

        foreach (var id in ids)
        {
            var kinds = await one.KindsAsync(id);
            Assert.Equal(2, kinds.Count(kind => kind == "clock.warned"));
            Assert.Equal(2, kinds.Count(kind => kind == "clock.overdue"));
        }

        Assert.Equal([], await one.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task Nothing_due_writes_nothing_but_the_heartbeat(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, JobWorld.Unscheduled);
        await app.FileAsync();
        var before = await app.ReadAsync(db => db.LedgerEntries.CountAsync());

        foreach (var job in JobTable.All)
        {
            Assert.True(await app.SweepAsync(job));
        }

        Assert.Equal(before, await app.ReadAsync(db => db.LedgerEntries.CountAsync()));
        var beats = await app.ReadAsync(db => db.Heartbeats.AsNoTracking().ToListAsync());
        Assert.Equal(JobTable.All.Select(job => job.Id).Order(), beats.Select(beat => beat.Sweep).Order());
        Assert.All(beats, beat => Assert.Equal((0, 0L, app.Clock.GetUtcNow()), (beat.Done, beat.LatenessMicroseconds, beat.FinishedAt)));
    }

    [Theory, DatabaseData]
    public async Task A_case_that_cannot_be_worked_on_does_not_stop_the_others(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, JobWorld.Unscheduled);
        var broken = await app.FileAsync();
        var sound = await app.FileAsync();
#pragma warning disable RS0030 // No verb makes a clock whose ladder cannot be counted: that is what a fault would be.
        var beyond = new DateTimeOffset(9999, 12, 31, 23, 0, 0, TimeSpan.Zero);
        await app.ReadAsync(db => db.Clocks.Where(clock => clock.CaseId == broken)
            .ExecuteUpdateAsync(change => change.SetProperty(clock => clock.DueAt, beyond)));
#pragma warning restore RS0030
        app.Clock.Set(app.Clock.GetUtcNow() + TimeSpan.FromDays(7));

        Assert.True(await app.SweepAsync(JobTable.Clocks));

        Assert.Contains("clock.overdue", await app.KindsAsync(sound));
        Assert.DoesNotContain("clock.overdue", await app.KindsAsync(broken));
        Assert.Contains(app.Logs, line => line.Id.Id == 1052 && line.Values.Contains(broken.Value.ToString(), StringComparison.Ordinal));
    }
}
