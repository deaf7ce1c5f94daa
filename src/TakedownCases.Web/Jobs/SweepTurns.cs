using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using TakedownCases.Data;
using TakedownCases.Data.Sql;

namespace TakedownCases.Web.Jobs;

/// <summary>
/// What a scheduler calls, and all that it calls: one run of a sweep, unless the same sweep runs already, here or in
/// another process. A doubled run would do no harm (docs/adr/0009), only the same work twice.
/// </summary>
internal sealed partial class SweepTurns(
    SweepRunner runner, IServiceScopeFactory scopes, IOptions<JobOptions> options, ILogger<SweepTurns> logger)
{
    private readonly ConcurrentDictionary<string, Job> _running = new(StringComparer.Ordinal);

    /// <summary>Throws only when it is told to stop: nothing of a fault may reach what the scheduler keeps.</summary>
    public async Task RunAsync(Job job, CancellationToken cancellationToken)
    {
        if (!options.Value.Run)
        {
            return;
        }

        if (!_running.TryAdd(job.Id, job))
        {
            Log.Taken(logger, job.Id);
            return;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
            await using var turn = await SweepLock.TryTakeAsync(db, job.Id, cancellationToken);
            if (turn is null)
            {
                Log.Taken(logger, job.Id);
                return;
            }

            await runner.RunAsync(job, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NoTurn(logger, job.Id, exception.GetType().Name);
        }
        finally
        {
            _running.TryRemove(job.Id, out _);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1053, LogLevel.Debug, "The sweep {Sweep} runs already; this turn is left out")]
        public static partial void Taken(ILogger logger, string sweep);

        [LoggerMessage(1054, LogLevel.Error, "The sweep {Sweep} did not get its turn: {Reason}")]
        public static partial void NoTurn(ILogger logger, string sweep, string reason);
    }
}
