using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Escalation;
using TakedownCases.Data.Jobs;
using TakedownCases.Data.Sql;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Jobs.Sweeps;

/// <summary>
/// Warns before a deadline, flags it when it has passed and climbs its ladder: each once, oldest first, each case in a
/// transaction of its own.
/// A case that another worker or a person changes at the same moment is left for the next run.
/// </summary>
internal sealed partial class ClockSweep(
    TakedownDbContext db,
    CaseStore cases,
    DueClocks clocks,
    LadderClimber ladder,
    TakedownMetrics metrics,
    TimeProvider clock,
    ILogger<ClockSweep> logger) : Sweep
{
    private const int BatchSize = 500;

    public override async Task<SweepResult> RunAsync(CancellationToken cancellationToken)
    {
        await clocks.KeepConnectionAsync(cancellationToken);
        var now = clock.Now();
        var (done, left, lateness) = (0, 0, TimeSpan.Zero);
        while (true)
        {
            // What was left behind still heads the list; everything done has gone from it.
            var batch = await clocks.ListAsync(now, left, BatchSize, cancellationToken);
            foreach (var ofCase in batch.GroupBy(one => one.CaseId))
            {
                var late = clock.Now() - ofCase.Min(one => one.Since);
                lateness = late > lateness ? late : lateness;
                var ticked = await TickAsync(ofCase.First(), now, cancellationToken);
                done += ticked;
                left += Math.Max(0, ofCase.Count() - ticked);
            }

            if (batch.Count < BatchSize)
            {
                return new SweepResult(done, lateness);
            }
        }
    }

    public override Task<Backlog> WaitingAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        return Backlog.OfAsync(db.Clocks.Where(clock => clock.NextAt <= now).Select(clock => clock.NextAt!.Value), cancellationToken);
    }

    private async Task<int> TickAsync(DueClock first, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        try
        {
            await using var claim = await clocks.ClaimAsync(first.CaseId, now, cancellationToken);
            if (!claim.IsWorth)
            {
                return 0;
            }

            var takedownCase = await cases.LoadWithClocksAsync(first.CaseId, cancellationToken)
                ?? throw new InvalidOperationException("A clock runs, and its case or the head of its stream is missing.");
            if (claim.Of(takedownCase) is not { Count: > 0 } due)
            {
                return 0;
            }

            var before = takedownCase.Rungs.Count;
            var ticked = await ladder.ClimbAsync(takedownCase, due, now, cancellationToken);
            var climbed = takedownCase.Rungs.Count - before;
            await db.SaveChangesAsync(cancellationToken);
            await claim.CommitAsync(cancellationToken);
            metrics.Escalated(climbed);
            return ticked;
        }
        catch (DbUpdateException conflict) when (DatabaseErrors.IsConflict(conflict))
        {
            return 0;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && !DatabaseErrors.IsUnavailable(exception))
        {
            // One case that cannot be worked on must not stop the deadlines of all others.
            Log.Failed(logger, first.CaseId.Value, exception.GetType().Name, exception.StackTrace);
            return 0;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1052, LogLevel.Error, "The clocks of case {Case} could not be looked at: {Reason}\n{Stack}")]
        public static partial void Failed(ILogger logger, Guid @case, string reason, string? stack);
    }
}
