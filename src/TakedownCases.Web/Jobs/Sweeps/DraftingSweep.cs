using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Jobs;
using TakedownCases.Data.Sql;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Jobs.Sweeps;

/// <summary>
/// Writes what rungs ask the house to write: reminders, which then leave by themselves, and drafts that wait for a person.
/// Each task of the house is done once, in the transaction that makes the notice.
/// </summary>
internal sealed partial class DraftingSweep(
    TakedownDbContext db, RungDrafts drafts, TimeProvider clock, ILogger<DraftingSweep> logger) : Sweep
{
    private const int BatchSize = 100;

    public override async Task<SweepResult> RunAsync(CancellationToken cancellationToken)
    {
        var (done, lateness) = (0, TimeSpan.Zero);
        var failed = new HashSet<TaskId>();
        while (true)
        {
            // A complaint pack has a minute; what else is drafted has none.
            var batch = await Wanted().OrderByDescending(task => task.Kind == TaskKind.PreparePack).ThenBy(task => task.DueAt).ThenBy(task => task.Id)
                .Take(BatchSize + failed.Count)
                .Select(task => new
                {
                    task.CaseId,
                    task.Id,
                    task.RaisedAt,
                    HeldUntil = db.Tasks.Where(end => end.CaseId == task.CaseId && end.Kind == TaskKind.HoldEnded)
                        .Max(end => (DateTimeOffset?)end.RaisedAt),
                }).ToListAsync(cancellationToken);
            var left = batch.Where(task => !failed.Contains(task.Id)).ToList();
            if (left.Count == 0)
            {
                return new SweepResult(done, lateness);
            }

            foreach (var task in left)
            {
                var late = clock.Now() - (task.HeldUntil > task.RaisedAt ? task.HeldUntil.Value : task.RaisedAt);
                lateness = late > lateness ? late : lateness;
                if (await TryAsync(task.CaseId, task.Id, cancellationToken))
                {
                    done++;
                }
                else
                {
                    failed.Add(task.Id);
                }
            }
        }
    }

    public override Task<Backlog> WaitingAsync(CancellationToken cancellationToken)
        => Backlog.OfAsync(Wanted().Select(task => task.RaisedAt), cancellationToken);

    // What a hold stops waits until its end is written down: nothing is drafted meanwhile, and nobody is late with it.
    private IQueryable<StaffTask> Wanted()
        => db.Tasks.AsNoTracking().Where(task => task.For == TaskFor.House && task.EndedAt == null
            && !db.Cases.Any(held => held.Id == task.CaseId && held.HoldUntil != null));

    private async Task<bool> TryAsync(CaseId caseId, TaskId task, CancellationToken cancellationToken)
    {
        try
        {
            return await drafts.WriteAsync(caseId, task, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && !DatabaseErrors.IsUnavailable(exception))
        {
            Log.Failed(logger, caseId.Value, exception.GetType().Name, exception.StackTrace);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1061, LogLevel.Error, "A task of the house in case {Case} could not be done: {Reason}\n{Stack}")]
        public static partial void Failed(ILogger logger, Guid @case, string reason, string? stack);
    }
}
