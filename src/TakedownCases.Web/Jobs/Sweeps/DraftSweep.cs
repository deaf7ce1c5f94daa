using TakedownCases.Data;
using TakedownCases.Data.Jobs;
using TakedownCases.Data.Sql;

namespace TakedownCases.Web.Jobs.Sweeps;

/// <summary>Deletes filing drafts after their day (design section 6).</summary>
internal sealed class DraftSweep(TakedownDbContext db, Leftovers leftovers, TimeProvider clock) : Sweep
{
    public override async Task<SweepResult> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var (deleted, oldest) = await leftovers.DeleteDraftsAsync(now, cancellationToken);
        return new SweepResult(deleted, oldest is { } since ? now - since : TimeSpan.Zero);
    }

    public override Task<Backlog> WaitingAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        return Backlog.OfAsync(db.FilingDrafts.Where(draft => draft.ExpiresAt <= now).Select(draft => draft.ExpiresAt), cancellationToken);
    }
}
