using TakedownCases.Data;
using TakedownCases.Data.Sql;

namespace TakedownCases.Web.Jobs.Sweeps;

/// <summary>Deletes filing drafts after their day (design section 6).</summary>
internal sealed class DraftSweep(Leftovers leftovers, TimeProvider clock) : Sweep
{
    public override async Task<SweepResult> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var (deleted, oldest) = await leftovers.DeleteDraftsAsync(now, cancellationToken);
        return new SweepResult(deleted, oldest is { } since ? now - since : TimeSpan.Zero);
    }
}
