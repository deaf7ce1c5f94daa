using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;

namespace TakedownCases.Data.Notices;

/// <summary>
/// The outbox of a restored copy. What it shows as waiting may have left between the backup and today, so nothing of it is
/// sent as if nothing had happened: it is looked for in the archive, or a person is asked (design law 6).
/// </summary>
public sealed class RestoredOutbox(TakedownDbContext db, NoticeStore notices, TimeProvider clock)
{
    /// <summary>How many notices nobody knows about now. Done again, it finds none.</summary>
    public async Task<int> DoubtAsync(Actor by, CancellationToken cancellationToken)
    {
        var waiting = await db.Outbox.AsNoTracking().Where(item => item.NextAt != null)
            .Select(item => new { item.CaseId, item.Notice }).ToListAsync(cancellationToken);
        var doubted = 0;
        foreach (var one in waiting)
        {
            db.StartAgain();
            var now = clock.Now();
            if (await notices.LoadAsync(one.CaseId, one.Notice, cancellationToken) is { } loaded
                && await db.Outbox.FindAsync([one.CaseId, one.Notice], cancellationToken) is { } item
                && loaded.Notice.State is var before
                && loaded.Notice.DoubtAfterRestore(item.Attempts, by, now).IsDone)
            {
                item.Doubt(before == NoticeState.Sending, now);
                await db.SaveChangesAsync(cancellationToken);
                doubted++;
            }
        }

        db.StartAgain();
        return doubted;
    }
}
