using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Jobs;
using TakedownCases.Data.Sql;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Jobs.Sweeps;

/// <summary>
/// Writes down that an investigation hold is over, once its end has come, and has somebody look at what it stopped (practice P4).
/// A case that somebody changes at the same moment is left for the next run.
/// </summary>
internal sealed partial class HoldSweep(TakedownDbContext db, CaseStore cases, TimeProvider clock, ILogger<HoldSweep> logger) : Sweep
{
    private const int BatchSize = 100;

    public override async Task<SweepResult> RunAsync(CancellationToken cancellationToken)
    {
        var (done, lateness) = (0, TimeSpan.Zero);
        var left = new HashSet<CaseId>();
        while (true)
        {
            var now = clock.Now();
            var over = await db.Cases.AsNoTracking().Where(held => held.HoldUntil <= now).OrderBy(held => held.HoldUntil)
                .Take(BatchSize + left.Count).Select(held => new { held.Id, held.HoldUntil }).ToListAsync(cancellationToken);
            over.RemoveAll(held => left.Contains(held.Id));
            if (over.Count == 0)
            {
                return new SweepResult(done, lateness);
            }

            foreach (var held in over)
            {
                lateness = now - held.HoldUntil!.Value > lateness ? now - held.HoldUntil.Value : lateness;
                if (await EndAsync(held.Id, now, cancellationToken))
                {
                    done++;
                }
                else
                {
                    left.Add(held.Id);
                }
            }
        }
    }

    public override Task<Backlog> WaitingAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        return Backlog.OfAsync(db.Cases.Where(held => held.HoldUntil <= now).Select(held => held.HoldUntil!.Value), cancellationToken);
    }

    private async Task<bool> EndAsync(CaseId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.StartAgain();
        try
        {
            if (await cases.LoadAsync(id, cancellationToken) is not { } takedownCase || !takedownCase.EndHold(Actor.System, now).IsDone)
            {
                return false;
            }

            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException conflict) when (DatabaseErrors.IsConflict(conflict))
        {
            return false;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && !DatabaseErrors.IsUnavailable(exception))
        {
            Log.Failed(logger, id.Value, exception.GetType().Name, exception.StackTrace);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1064, LogLevel.Error, "The hold of case {Case} could not be ended: {Reason}\n{Stack}")]
        public static partial void Failed(ILogger logger, Guid @case, string reason, string? stack);
    }
}
