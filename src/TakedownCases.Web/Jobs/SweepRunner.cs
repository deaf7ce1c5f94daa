using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Jobs;
using TakedownCases.Data.Law;
using TakedownCases.Data.Sql;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Jobs;

/// <summary>Runs one sweep to its end and leaves a heartbeat.</summary>
internal sealed partial class SweepRunner(
    IServiceScopeFactory scopes, CurrentLaw law, SweepWatch watch, TimeProvider clock, TakedownMetrics metrics, ILogger<SweepRunner> logger)
{
    /// <summary>False when the sweep broke off: then there is no heartbeat, and its absence is what people are told.</summary>
    public async Task<bool> RunAsync(Job job, CancellationToken cancellationToken)
    {
        var startedAt = clock.Now();
        try
        {
            await law.LookAsync(cancellationToken);
            await using var scope = scopes.CreateAsyncScope();
            var sweep = (Sweep)scope.ServiceProvider.GetRequiredService(job.Sweep);
            var result = await sweep.RunAsync(cancellationToken);
            await BeatAsync(job, startedAt, result, cancellationToken);
            metrics.Swept(job.Id, result.Done, result.Lateness);
            await MeasureAsync(job, cancellationToken);
            if (result.Done > 0)
            {
                Log.Swept(logger, job.Id, result.Done, (long)result.Lateness.TotalMilliseconds);
            }

            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Messages may repeat what people typed; the kind and the place are enough to find a fault.
            Log.Failed(logger, job.Id, exception.GetType().Name, exception.StackTrace);
            await MeasureAsync(job, cancellationToken);
            return false;
        }
    }

    // After a run that broke off as after one that did not: a sweep that never gets through shows how far behind it falls.
    private async Task MeasureAsync(Job job, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var standing = await watch.ReadAsync(scope.ServiceProvider, job, cancellationToken);
            metrics.Waiting(job.Id, standing.Waiting, standing.Late, standing.Trouble != SweepTrouble.None);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotMeasured(logger, job.Id, exception.GetType().Name);
        }
    }

    private async Task BeatAsync(Job job, DateTimeOffset startedAt, SweepResult result, CancellationToken cancellationToken)
    {
        try
        {
            await SaveBeatAsync(job, startedAt, result, cancellationToken);
        }
        catch (DbUpdateException first) when (DatabaseErrors.IsConflict(first))
        {
            // Another machine wrote the very first heartbeat at the same time.
            await SaveBeatAsync(job, startedAt, result, cancellationToken);
        }
    }

    private async Task SaveBeatAsync(Job job, DateTimeOffset startedAt, SweepResult result, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        var beat = await db.Heartbeats.FindAsync([job.Id], cancellationToken);
        if (beat is null)
        {
            beat = new Heartbeat(job.Id);
            db.Heartbeats.Add(beat);
        }

        beat.Beat(startedAt, clock.Now(), result.Lateness, result.Done, result.Delivered);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1050, LogLevel.Information, "The sweep {Sweep} did {Done}; the oldest was {Milliseconds} ms late")]
        public static partial void Swept(ILogger logger, string sweep, int done, long milliseconds);

        [LoggerMessage(1051, LogLevel.Error, "The sweep {Sweep} broke off: {Reason}\n{Stack}")]
        public static partial void Failed(ILogger logger, string sweep, string reason, string? stack);

        [LoggerMessage(1057, LogLevel.Warning, "What waits for the sweep {Sweep} could not be measured: {Reason}")]
        public static partial void NotMeasured(ILogger logger, string sweep, string reason);
    }
}
