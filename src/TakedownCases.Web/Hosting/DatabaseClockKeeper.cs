using TakedownCases.Data.Ledger;
using TakedownCases.Data.Sql;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Web.Hosting;

/// <summary>
/// Compares this process's clock with the database's at the start and every minute. A database clock that was set back or
/// forward is recorded, never refused; one far from the machine's is a warning to the operator (security 2.3).
/// </summary>
internal sealed partial class DatabaseClockKeeper(
    DatabaseClock clock, IServiceScopeFactory scopes, ILogger<DatabaseClockKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan MostApart = TimeSpan.FromSeconds(2);

    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        var measured = await clock.MeasureAsync(cancellationToken);
        if (measured.FromMachine.Duration() > MostApart)
        {
            Log.Apart(logger, (long)measured.FromMachine.TotalMilliseconds);
        }

        if (measured.WentBackBy > TimeSpan.Zero)
        {
            await RecordAsync("system.clock-backwards", measured.WentBackBy, cancellationToken);
        }

        if (measured.WentForwardBy > TimeSpan.Zero)
        {
            // What was due in between is climbed at once. Whoever looks into it later finds why.
            Log.Forward(logger, (long)measured.WentForwardBy.TotalSeconds);
            await RecordAsync("system.clock-forwards", measured.WentForwardBy, cancellationToken);
        }
    }

    private async Task RecordAsync(string kind, TimeSpan by, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ReadLog>().AppendAsync(
            LedgerStream.System, kind, Actor.System, entry => entry.Number("count", (long)by.TotalMicroseconds), cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await MeasureAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The clock runs on by itself; the next minute asks again.
                Log.Failed(logger, exception.GetType().Name);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1041, LogLevel.Warning, "The database's clock is {Milliseconds} ms away from this machine's. Check that both follow a time server")]
        public static partial void Apart(ILogger logger, long milliseconds);

        [LoggerMessage(1043, LogLevel.Error, "The database's clock was set forward by {Seconds} s: deadlines that passed by it have escalated. Check its time service")]
        public static partial void Forward(ILogger logger, long seconds);

        [LoggerMessage(1042, LogLevel.Warning, "The database's clock could not be read: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
