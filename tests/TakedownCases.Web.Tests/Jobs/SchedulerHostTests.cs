using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TakedownCases.Testing;
using TakedownCases.Web.Jobs;

namespace TakedownCases.Web.Tests.Jobs;

/// <summary>
/// What either scheduler must do by itself, with nobody calling a sweep; run again with Stack=full. The timer follows the
/// test's clock and Hangfire the machine's, so each test moves the one, waits for what it expects, and names no instant.
/// </summary>
[Trait("Kind", "Contract")]
public sealed class SchedulerHostTests
{
    [Theory, DatabaseData]
    public async Task A_sweep_runs_again_and_again_and_its_heartbeat_moves(DatabaseKind kind)
    {
        var probes = new Probes();
        await using var app = await StartAsync(kind, probes);

        await UntilAsync(app, async () => await BeatAsync(app, Probes.First) is not null);
        var first = await BeatAsync(app, Probes.First);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await UntilAsync(app, async () => await BeatAsync(app, Probes.First) > first && probes.FirstProbe.Ended >= 3);

        Assert.True(probes.OtherProbe.Ended > 0);
    }

    [Theory, DatabaseData]
    public async Task A_sweep_runs_at_the_start_and_then_at_its_own_pace(DatabaseKind kind)
    {
        var probes = new Probes();
        await using var app = await StartAsync(kind, probes, services => probes.TakeOver(services, TimeSpan.FromMinutes(30)));

        await UntilAsync(app, () => Task.FromResult(probes.FirstProbe.Ended >= 1 && probes.OtherProbe.Ended >= 5));

        // Two, because the half hour of the machine's clock may strike just now.
        Assert.InRange(probes.FirstProbe.Started, 1, 2);
    }

    [Theory, DatabaseData]
    public async Task A_sweep_that_fails_is_tried_again_and_does_not_stop_the_others(DatabaseKind kind)
    {
        var probes = new Probes
        {
            FirstProbe = new Probe((run, _) => run <= 2 ? throw new InvalidOperationException(JobWorld.Canary) : Task.CompletedTask),
        };
        await using var app = await StartAsync(kind, probes);

        await UntilAsync(app, async () => await BeatAsync(app, Probes.First) is not null);

        Assert.True(probes.FirstProbe.Ended >= 3);
        await UntilAsync(app, () => Task.FromResult(probes.OtherProbe.Ended >= 3));
        Assert.Equal(2, app.Logs.Count(line => line.Id.Id == 1051));
        Assert.DoesNotContain(app.Logs, line => line.Everything.Contains(JobWorld.Canary, StringComparison.Ordinal));
    }

    [Theory, DatabaseData]
    public async Task A_sweep_that_hangs_is_not_started_twice_and_does_not_stop_the_others(DatabaseKind kind)
    {
        var gate = new TaskCompletionSource();
        var probes = new Probes { FirstProbe = new Probe((_, cancellationToken) => gate.Task.WaitAsync(cancellationToken)) };
        await using var app = await StartAsync(kind, probes);

        await UntilAsync(app, () => Task.FromResult(probes.FirstProbe.Started >= 1));
        var others = probes.OtherProbe.Ended;
        await UntilAsync(app, () => Task.FromResult(probes.OtherProbe.Ended >= others + 4));
        Assert.Equal((1, 0), (probes.FirstProbe.Started, probes.FirstProbe.Ended));
        gate.SetResult();
        await UntilAsync(app, () => Task.FromResult(probes.FirstProbe.Ended >= 3));

        Assert.Equal(1, probes.FirstProbe.MostAtOnce);
    }

    [Fact]
    public async Task Two_processes_on_one_database_do_not_run_a_sweep_at_the_same_time()
    {
        var gate = new TaskCompletionSource();
        var probes = new Probes { FirstProbe = new Probe((_, cancellationToken) => gate.Task.WaitAsync(cancellationToken)) };
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        var clock = new ManualTimeProvider();
        await using var one = TestApp.StartOn(database, new TestAppOptions { Clock = clock, Services = probes.TakeOver });
        await UntilAsync(one, () => Task.FromResult(probes.FirstProbe.Started == 1));
        await using var other = TestApp.StartOn(
            database, new TestAppOptions { Clock = clock, Services = probes.TakeOver, Settings = Keys.Of(one) });

        // The other process runs none of it, so what it says can come from the lock between the two alone.
        await UntilAsync(one, () => Task.FromResult(probes.FirstProbe.MostAtOnce > 1
            || other.Logs.Any(line => line.Id.Id == 1053 && line.Values.Contains(Probes.First, StringComparison.Ordinal))));
        Assert.Equal((1, 0), (probes.FirstProbe.Started, probes.FirstProbe.Ended));
        gate.SetResult();
        await UntilAsync(one, () => Task.FromResult(probes.FirstProbe.Ended >= 4));

        Assert.Equal(1, probes.FirstProbe.MostAtOnce);
    }

    [Theory, DatabaseData]
    public async Task A_stop_cancels_the_sweep_that_runs_and_waits_for_it(DatabaseKind kind)
    {
        var cancelled = new TaskCompletionSource();
        var cleaned = new TaskCompletionSource();
        var probes = new Probes
        {
            FirstProbe = new Probe(async (_, cancellationToken) =>
            {
                await using var told = cancellationToken.Register(cancelled.SetResult);
                await cancelled.Task;
                await cleaned.Task;
                cancellationToken.ThrowIfCancellationRequested();
            }),
        };
        await using var database = await TestDatabase.CreateAsync(kind);
        var app = TestApp.StartOn(database, new TestAppOptions { Services = probes.TakeOver });
        await UntilAsync(app, () => Task.FromResult(probes.FirstProbe.Started >= 1));

        var stop = app.DisposeAsync().AsTask();
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.False(stop.IsCompleted);
        cleaned.SetResult();
        await stop;

        Assert.Equal((1, 1), (probes.FirstProbe.Started, probes.FirstProbe.Ended));
        Assert.DoesNotContain(app.Logs, line => line.Id.Id is 1051 or 1054);
    }

    [Theory, DatabaseData]
    public async Task Nothing_runs_where_a_test_took_the_scheduler_out(DatabaseKind kind)
    {
        var probes = new Probes();
        await using var app = await StartAsync(kind, probes, services =>
        {
            probes.TakeOver(services);
            SchedulerTests.Unscheduled(services);
        });

        app.Clock.Advance(TimeSpan.FromHours(1));

        Assert.DoesNotContain(app.Services.GetServices<IHostedService>(), IsScheduler);
        Assert.Equal((0, 0), (probes.FirstProbe.Started, probes.OtherProbe.Started));
        await using var scheduled = await StartAsync(kind, probes);
        Assert.Contains(scheduled.Services.GetServices<IHostedService>(), IsScheduler);
    }

    [Fact]
    public async Task No_other_address_leads_to_the_scheduler()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();

        foreach (var path in new[] { "/hangfire", "/staff/jobs" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(path)).Status);
        }
    }

    [Fact]
    public void Every_period_divides_a_minute_or_an_hour()
        => Assert.All(JobTable.All, job => Assert.Equal(
            0, (job.Every < TimeSpan.FromMinutes(1) ? TimeSpan.TicksPerMinute : TimeSpan.TicksPerHour) % job.Every.Ticks));

    private static bool IsScheduler(IHostedService service)
        => service.GetType().Namespace == typeof(JobTable).Namespace
            || service.GetType().Assembly.GetName().Name!.StartsWith("Hangfire", StringComparison.Ordinal);

    private static Task<TestApp> StartAsync(DatabaseKind kind, Probes probes, Action<IServiceCollection>? services = null)
        => TestApp.StartAsync(kind, new TestAppOptions { Services = services ?? probes.TakeOver });

    private static Task UntilAsync(TestApp app, Func<Task<bool>> holds) => JobWorld.UntilAsync(() =>
    {
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        return holds();
    });

    private static Task<DateTimeOffset?> BeatAsync(TestApp app, string sweep)
        => app.ReadAsync(db => db.Heartbeats.AsNoTracking().Where(beat => beat.Sweep == sweep)
            .Select(beat => (DateTimeOffset?)beat.FinishedAt).SingleOrDefaultAsync());
}
