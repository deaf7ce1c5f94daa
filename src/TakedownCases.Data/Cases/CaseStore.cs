using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Data;

/// <summary>
/// Finds cases through the access filter and loads one whole for a change. What a viewer may not see does not exist here:
/// the answer is null, and pages say 404 (design section 3).
/// </summary>
public sealed class CaseStore(TakedownDbContext db, TimeProvider clock)
{
    /// <summary>The cases a viewer may see: by track, relation, recusal and short-lived grants. Untracked.</summary>
    public IQueryable<TakedownCase> VisibleTo(Viewer viewer) => Visible(db.Cases.AsNoTracking(), viewer, clock.Now());

    /// <summary>The id behind a number, where the viewer may open it; null otherwise.</summary>
    public async Task<CaseId?> FindAsync(Viewer viewer, CaseNumber number, CancellationToken cancellationToken)
    {
        var found = await VisibleTo(viewer).Where(takedownCase => takedownCase.Number == number)
            .Select(takedownCase => (CaseId?)takedownCase.Id).SingleOrDefaultAsync(cancellationToken);
        return found;
    }

    /// <summary>The case for a change by staff, with places, clocks, consents, keys and recusals; null where it does not exist for them.</summary>
    public async Task<TakedownCase?> LoadAsync(Viewer viewer, CaseNumber number, CancellationToken cancellationToken)
    {
        if (await FindAsync(viewer, number, cancellationToken) is not { } id)
        {
            return null;
        }

        await LoadHeadAsync(id, cancellationToken);
        return await WithParts(Visible(db.Cases, viewer, clock.Now()))
            .SingleOrDefaultAsync(takedownCase => takedownCase.Id == id, cancellationToken);
    }

    /// <summary>The case for a change by the survivor or a sweep, who need no filter.</summary>
    public async Task<TakedownCase?> LoadAsync(CaseId id, CancellationToken cancellationToken)
    {
        await LoadHeadAsync(id, cancellationToken);
        return await WithParts(db.Cases).SingleOrDefaultAsync(takedownCase => takedownCase.Id == id, cancellationToken);
    }

    /// <summary>
    /// The case with what a climb looks at: clocks, rungs, consents, open tasks, and places where a clock runs on one. Thousands fall
    /// due at once, so these queries are compiled once, and head and case are one of them, as they stood at one moment.
    /// </summary>
    public async Task<TakedownCase?> LoadWithClocksAsync(CaseId id, CancellationToken cancellationToken)
    {
        var parts = CaseParts.Of(db);
        if (await parts.HeadAndCaseAsync(db, id, cancellationToken) is not { } found)
        {
            return null;
        }

        await parts.LoadForClimbAsync(db, id, cancellationToken);
        return found;
    }

    /// <summary>The same with messages and notes, which only erasure touches.</summary>
    public async Task<TakedownCase?> LoadWholeAsync(CaseId id, CancellationToken cancellationToken)
    {
        await LoadHeadAsync(id, cancellationToken);
        return await WithParts(db.Cases).Include(takedownCase => takedownCase.Messages).Include(takedownCase => takedownCase.Notes)
            .SingleOrDefaultAsync(takedownCase => takedownCase.Id == id, cancellationToken);
    }

    // Before the case, never after: if somebody changes it in between, the save finds the head moved on and is decided
    // again; the other way round their change would be overwritten unseen.
    private async Task LoadHeadAsync(CaseId id, CancellationToken cancellationToken)
        => await db.LedgerHeads.FindAsync([id.Value, LedgerLane.Case], cancellationToken);

    private static IQueryable<TakedownCase> WithParts(IQueryable<TakedownCase> cases)
        => cases.Include(takedownCase => takedownCase.Places).Include(takedownCase => takedownCase.Clocks)
            .Include(takedownCase => takedownCase.Consents).Include(takedownCase => takedownCase.Keys).Include(takedownCase => takedownCase.Providers)
            .Include(takedownCase => takedownCase.Recusals).Include(takedownCase => takedownCase.Tasks.Where(task => task.EndedAt == null))
            .AsSplitQuery();

    private static IQueryable<TakedownCase> Visible(IQueryable<TakedownCase> cases, Viewer viewer, DateTimeOffset now)
    {
        if (!CasePermissions.May(viewer, CaseAction.List))
        {
            return cases.Where(_ => false);
        }

        var me = viewer.Staff;
        if (!viewer.ClearedForMinors)
        {
            cases = cases.Where(takedownCase => takedownCase.Track == Track.Adult);
        }

        if (!CasePermissions.SeesAll(viewer.Role))
        {
            cases = cases.Where(takedownCase => takedownCase.Assignee == null || takedownCase.Assignee == me
                || takedownCase.Glass.Any(grant => grant.Staff == me && grant.Until > now));
        }

        return cases.Where(takedownCase => !takedownCase.Recusals.Any(recusal => recusal.Staff == me));
    }
}
