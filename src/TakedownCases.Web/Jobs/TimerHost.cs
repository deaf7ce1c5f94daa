using System.Threading.Channels;
using TakedownCases.Data;
using TakedownCases.Data.Sql;

namespace TakedownCases.Web.Jobs;

/// <summary>The scheduler of the portable stack: this file is all that <c>Stack=full</c> replaces (HangfireHost.cs).</summary>
internal static class Scheduler
{
    public static IServiceCollection AddScheduler(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        return services.AddHostedService<TimerHost>();
    }

    /// <summary>A timer has no pages.</summary>
    public static WebApplication UseScheduler(this WebApplication app) => app;

    /// <summary>A timer keeps nothing.</summary>
    public static SchedulerTables? TablesOn(DatabaseProvider provider, string? connectionString)
    {
        _ = (provider, connectionString);
        return null;
    }
}

/// <summary>
/// One timer a job. A tick that comes while its job still runs is remembered once, so a job never overlaps itself and
/// never piles up; a run that fails is followed by the next.
/// </summary>
internal sealed class TimerHost(SweepTurns turns, IEnumerable<Job> jobs, TimeProvider clock) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => Task.WhenAll(jobs.Select(job => RepeatAsync(job, stoppingToken)));

    private async Task RepeatAsync(Job job, CancellationToken cancellationToken)
    {
        var ticks = Channel.CreateBounded<byte>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        await using var timer = clock.CreateTimer(_ => ticks.Writer.TryWrite(0), null, TimeSpan.Zero, job.Every);
        await foreach (var _ in ticks.Reader.ReadAllAsync(cancellationToken))
        {
            await turns.RunAsync(job, cancellationToken);
        }
    }
}
