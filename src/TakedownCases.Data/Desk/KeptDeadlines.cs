using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Desk;

/// <summary>One deadline that fell due: when, whose, and whether what it waited for had happened by then.</summary>
public sealed record KeptDeadline(DateTimeOffset DueAt, string? Platform, bool Kept);

/// <summary>
/// Which deadlines were kept, of those that fell due since an instant, newest first and at most so many: what was stopped before
/// it fell due counts neither way. Both halves are read along an index by deadline, so that the cost is bounded by the limit.
/// Whoever sees every case counts all of them, an advocate those they hold; the access filter decides as everywhere.
/// </summary>
public sealed class KeptDeadlines(TakedownDbContext db, CaseStore store, TimeProvider clock)
{
    /// <summary>More than these are not read: older weeks are left out then, and the page says so.</summary>
    public const int MostRead = 20_000;

    public async Task<IReadOnlyList<KeptDeadline>> ReadAsync(Viewer viewer, DateTimeOffset from, int most, CancellationToken cancellationToken)
    {
        var ended = await Ended(viewer, from, most).ToListAsync(cancellationToken);
        var open = await Open(viewer, from, most).ToListAsync(cancellationToken);
        return [.. ended.Concat(open).OrderByDescending(one => one.DueAt).Take(most)];
    }

    /// <summary>What ended, in time or late.</summary>
    public IQueryable<KeptDeadline> Ended(Viewer viewer, DateTimeOffset from, int most)
    {
        var now = clock.Now();
        return Drawn(
            db.Clocks.AsNoTracking().Where(one => one.EndedAt != null && one.DueAt >= from && one.DueAt <= now && (one.Met || one.EndedAt > one.DueAt)),
            viewer,
            most);
    }

    /// <summary>What is overdue and still runs.</summary>
    public IQueryable<KeptDeadline> Open(Viewer viewer, DateTimeOffset from, int most)
    {
        var now = clock.Now();
        return Drawn(db.Clocks.AsNoTracking().Where(one => one.EndedAt == null && one.DueAt >= from && one.DueAt <= now), viewer, most);
    }

    private IQueryable<KeptDeadline> Drawn(IQueryable<CaseClock> clocks, Viewer viewer, int most)
    {
        var visible = CasePermissions.SeesAll(viewer.Role) ? store.VisibleTo(viewer) : store.VisibleTo(viewer).HeldBy(viewer.Staff);
        return clocks.Join(visible, one => one.CaseId, subject => subject.Id, (one, _) => one)
            .OrderByDescending(one => one.DueAt).Take(most)
            .Select(one => new KeptDeadline(
                one.DueAt,
                db.Notices.Where(notice => notice.CaseId == one.CaseId && notice.Id == one.Notice).Select(notice => notice.Platform).FirstOrDefault(),
                one.EndedAt != null && one.Met && one.EndedAt <= one.DueAt));
    }
}
