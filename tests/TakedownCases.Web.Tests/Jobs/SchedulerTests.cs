using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TakedownCases.Data.Jobs;
using TakedownCases.Testing;
using TakedownCases.Web.Jobs;
using TakedownCases.Web.Jobs.Sweeps;

namespace TakedownCases.Web.Tests.Jobs;

/// <summary>What either scheduler must do; run again with Stack=full.</summary>
[Trait("Kind", "Contract")]
public sealed class SchedulerTests
{
    [Theory, DatabaseData]
    public async Task Every_job_runs_by_itself_soon_after_the_start(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        app.NewSession().Dispose();

        await JobWorld.UntilAsync(async () =>
        {
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            return await app.ReadAsync(db => db.Heartbeats.CountAsync()) == JobTable.All.Count;
        });

        var beats = await app.ReadAsync(db => db.Heartbeats.AsNoTracking().Select(beat => beat.Sweep).ToListAsync());
        Assert.Equal(JobTable.All.Select(job => job.Id).Order(), beats.Order());
    }

    [Theory, DatabaseData]
    public async Task A_late_heartbeat_fails_the_jobs_check_and_leaves_filing_open(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, new TestAppOptions { Services = Unscheduled });
        using var operatorSession = app.NewSession();
        await Task.WhenAll(JobTable.All.Select(app.SweepAsync));
        Assert.Equal(HttpStatusCode.OK, (await operatorSession.GetAsync("/health/jobs")).Status);

        app.Clock.Advance(TimeSpan.FromSeconds(91));
        var jobs = await operatorSession.GetAsync("/health/jobs");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, jobs.Status);
        Assert.StartsWith("failing: clocks, notices, sending, telling, recounting\nclocks: silent, last run 20", jobs.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await operatorSession.GetAsync("/health/ready")).Status);
        await app.SweepAsync(JobTable.Clocks);
        Assert.StartsWith("failing: notices, sending, telling, recounting\n", (await operatorSession.GetAsync("/health/jobs")).Body, StringComparison.Ordinal);
        await app.SweepAsync(JobTable.Drafting);
        await app.SweepAsync(JobTable.Sending);
        await app.SweepAsync(JobTable.Telling);
        await app.SweepAsync(JobTable.Recounting);
        Assert.Equal(HttpStatusCode.OK, (await operatorSession.GetAsync("/health/jobs")).Status);
    }

    [Theory, DatabaseData]
    public async Task A_sweep_that_finds_old_deadlines_is_late_until_it_has_caught_up(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind, new TestAppOptions { Services = Unscheduled });
        using var operatorSession = app.NewSession();
        await app.FileAsync();
        app.Clock.Advance(TimeSpan.FromDays(7));

        await Task.WhenAll(JobTable.All.Select(app.SweepAsync));
        Assert.StartsWith("failing: clocks\nclocks: behind, ", (await operatorSession.GetAsync("/health/jobs")).Body, StringComparison.Ordinal);
        await app.SweepAsync(JobTable.Clocks);

        Assert.Equal(HttpStatusCode.OK, (await operatorSession.GetAsync("/health/jobs")).Status);
    }

    [Fact]
    public async Task A_sweep_that_breaks_off_leaves_no_heartbeat_and_no_words_in_the_log()
    {
        await using var app = await TestApp.StartAsync(options: new TestAppOptions
        {
            Services = services =>
            {
                Unscheduled(services);
                services.AddScoped<BrokenSweep>();
            },
        });
        var job = JobTable.Drafts with { Id = "broken", Sweep = typeof(BrokenSweep) };

        Assert.False(await app.SweepAsync(job));

        Assert.False(await app.ReadAsync(db => db.Heartbeats.AnyAsync()));
        var line = Assert.Single(app.Logs, line => line.Id.Id == 1051);
        Assert.DoesNotContain(JobWorld.Canary, line.Everything, StringComparison.Ordinal);
    }

    /// <summary>The app without the scheduler, so that only the test says when.</summary>
    internal static void Unscheduled(IServiceCollection services)
    {
        foreach (var host in services.Where(service => service.ImplementationType?.Namespace == typeof(JobTable).Namespace
            && service.ServiceType == typeof(Microsoft.Extensions.Hosting.IHostedService)).ToList())
        {
            services.Remove(host);
        }
    }

    private sealed class BrokenSweep : Sweep
    {
        public override Task<SweepResult> RunAsync(CancellationToken cancellationToken)
            => throw new InvalidOperationException(JobWorld.Canary);

        public override Task<Backlog> WaitingAsync(CancellationToken cancellationToken) => Task.FromResult(Backlog.Nothing);
    }
}
