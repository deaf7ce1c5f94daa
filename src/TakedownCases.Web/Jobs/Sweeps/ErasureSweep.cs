using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Jobs;
using TakedownCases.Data.Sql;

namespace TakedownCases.Web.Jobs.Sweeps;

/// <summary>Erases the cases whose 72 hours are over (practice P13); one that was undone in time is not found.</summary>
internal sealed class ErasureSweep(TakedownDbContext db, CaseErasure erasure, Leftovers leftovers, TimeProvider clock) : Sweep
{
    private const int BatchSize = 100;

    public override async Task<SweepResult> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var due = await db.Cases.AsNoTracking().Where(takedownCase => takedownCase.ErasureDueAt <= now)
            .OrderBy(takedownCase => takedownCase.ErasureDueAt).Take(BatchSize)
            .Select(takedownCase => new { takedownCase.Id, DueAt = takedownCase.ErasureDueAt!.Value })
            .ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return SweepResult.Nothing;
        }

        var done = 0;
        foreach (var takedownCase in due)
        {
            done += await erasure.EraseAsync(takedownCase.Id, cancellationToken) ? 1 : 0;
        }

        await leftovers.ForgetOldPagesAsync(cancellationToken);
        return new SweepResult(done, now - due[0].DueAt);
    }

    public override Task<Backlog> WaitingAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        return Backlog.OfAsync(
            db.Cases.Where(takedownCase => takedownCase.ErasureDueAt <= now).Select(takedownCase => takedownCase.ErasureDueAt!.Value), cancellationToken);
    }
}
