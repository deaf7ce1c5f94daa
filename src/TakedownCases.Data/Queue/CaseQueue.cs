using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Queue;

/// <summary>
/// The queue, earliest deadline first. A part is read as one or more runs, one per track and holder, each a stretch of one
/// index that already lies in order; the runs are merged. So a page costs the same however many cases there are.
/// </summary>
public sealed class CaseQueue(TakedownDbContext db, CaseStore store, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>Counts stop here: beyond it nobody plans by the number.</summary>
    public const int MostCounted = 1_000;

    private const int Candidates = 20;

    private enum Order
    {
        Due,
        HolderThenDue,
        Id,
    }

    private enum Holder
    {
        Anyone,
        Viewer,
        Nobody,
    }

    /// <summary>Which parts there are for this viewer, in the order of their tabs.</summary>
    public static IReadOnlyList<QueuePart> PartsFor(Viewer viewer)
        => [.. Enum.GetValues<QueuePart>().Where(part => part switch
        {
            QueuePart.Mine => CasePermissions.May(viewer, CaseAction.Claim),
            QueuePart.All => CasePermissions.SeesAll(viewer.Role),
            QueuePart.Minor => viewer.ClearedForMinors,
            _ => true,
        })];

    public async Task<QueueSlice> ReadAsync(
        Viewer viewer, QueuePart part, QueueFilter filter, QueueCursor? cursor, bool backwards, CancellationToken cancellationToken)
    {
        backwards &= cursor is not null;
        var rows = await Rows(viewer, part, filter, cursor, backwards).ToListAsync(cancellationToken);
        var more = rows.Count > PageSize;
        if (more)
        {
            rows.RemoveAt(PageSize);
        }

        if (backwards)
        {
            rows.Reverse();
        }

        var hasPrevious = backwards ? more : cursor is not null;
        var hasNext = backwards || more;
        return new QueueSlice(
            rows,
            hasPrevious && rows.Count > 0 ? QueueCursor.Of(rows[0]) : null,
            hasNext && rows.Count > 0 ? QueueCursor.Of(rows[^1]) : null);
    }

    /// <summary>The query behind a page: one row more than fits, to know whether there is another page.</summary>
    public IQueryable<QueueRow> Rows(Viewer viewer, QueuePart part, QueueFilter filter, QueueCursor? cursor, bool backwards)
    {
        var runs = Runs(viewer, part).Select(run => Ordered(From(filter.Apply(run.Cases), part, cursor, backwards), run.Order, backwards)
            .Take(PageSize + 1).Select(QueueRow.Projection)).ToList();
        return runs.Count == 1 ? runs[0] : Ordered(runs.Aggregate(Queryable.Concat), backwards).Take(PageSize + 1);
    }

    /// <summary>One case by number, as lists show it; null where it does not exist for the viewer.</summary>
    public Task<QueueRow?> FindAsync(Viewer viewer, CaseNumber number, CancellationToken cancellationToken)
        => store.VisibleTo(viewer).Where(takedownCase => takedownCase.Number == number)
            .Select(QueueRow.Projection).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Which platforms the places of these cases are on, each once.</summary>
    public async Task<ILookup<CaseId, string>> PlatformsAsync(IReadOnlyList<CaseId> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return Array.Empty<string>().ToLookup(_ => default(CaseId));
        }

        var found = await db.Places.AsNoTracking()
            .Where(place => EF.Parameter(ids).Contains(place.CaseId) && place.Platform != null && place.State != PlaceState.Withdrawn)
            .Select(place => new { place.CaseId, place.Platform }).Distinct().ToListAsync(cancellationToken);
        return found.OrderBy(place => place.Platform, StringComparer.Ordinal).ToLookup(place => place.CaseId, place => place.Platform!);
    }

    /// <summary>Names of the holders and the capped counts, in one query.</summary>
    public async Task<QueueSurroundings> AroundAsync(
        Viewer viewer, IEnumerable<StaffId> holders, CancellationToken cancellationToken)
    {
        var me = viewer.Staff.Value;
        var ids = holders.Select(holder => holder.Value).Append(me).Distinct().ToArray();
        var (mine, free, all, overdue) = (Counted(viewer, QueuePart.Mine), Counted(viewer, QueuePart.Free),
            Counted(viewer, QueuePart.All), Counted(viewer, QueuePart.Overdue));
        var (danger, minor, quiet, odd) = (Counted(viewer, QueuePart.Danger), Counted(viewer, QueuePart.Minor),
            Counted(viewer, QueuePart.Quiet), Counted(viewer, QueuePart.Unchecked));
        // As one parameter: a list spelled out has a new text for each length, and EF would write the whole query anew each time.
        var people = await db.Users.AsNoTracking().Where(user => EF.Parameter(ids).Contains(user.Id)).Select(user => new
        {
            user.Id,
            user.DisplayName,
            Mine = user.Id == me ? mine.Count() : 0,
            Free = user.Id == me ? free.Count() : 0,
            All = user.Id == me ? all.Count() : 0,
            Overdue = user.Id == me ? overdue.Count() : 0,
            Danger = user.Id == me ? danger.Count() : 0,
            Minor = user.Id == me ? minor.Count() : 0,
            Quiet = user.Id == me ? quiet.Count() : 0,
            Unchecked = user.Id == me ? odd.Count() : 0,
        }).ToListAsync(cancellationToken);
        var own = people.Find(person => person.Id == me);
        return new QueueSurroundings(
            people.ToDictionary(person => new StaffId(person.Id), person => person.DisplayName),
            new Dictionary<QueuePart, int>
            {
                [QueuePart.Mine] = own?.Mine ?? 0,
                [QueuePart.Free] = own?.Free ?? 0,
                [QueuePart.All] = own?.All ?? 0,
                [QueuePart.Overdue] = own?.Overdue ?? 0,
                [QueuePart.Danger] = own?.Danger ?? 0,
                [QueuePart.Minor] = own?.Minor ?? 0,
                [QueuePart.Quiet] = own?.Quiet ?? 0,
                [QueuePart.Unchecked] = own?.Unchecked ?? 0,
            });
    }

    /// <summary>
    /// What "Take next" may choose from, best first: danger before everything, then what is overdue, then the viewer's own
    /// language, then the earliest deadline (mission S8).
    /// </summary>
    public async Task<IReadOnlyList<CaseNumber>> NextAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var me = viewer.Staff.Value;
        var language = await db.Users.AsNoTracking().Where(user => user.Id == me)
            .Select(user => user.Language).SingleOrDefaultAsync(cancellationToken);
        var danger = Runs(viewer, QueuePart.Danger)
            .Select(run => run with { Cases = run.Cases.Where(takedownCase => takedownCase.Assignee == null) });
        var runs = danger.Concat(Runs(viewer, QueuePart.Free))
            .Select(run => Ordered(run.Cases, run.Order, backwards: false).Take(Candidates).Select(QueueRow.Projection));
        var rows = await runs.Aggregate(Queryable.Concat).ToListAsync(cancellationToken);
        return [.. rows.DistinctBy(row => row.Id)
            .OrderByDescending(row => row.Severity == Severity.Imminent)
            .ThenByDescending(row => row.NextDueAt <= now)
            .ThenByDescending(row => string.Equals(row.Language, language, StringComparison.Ordinal))
            .ThenBy(row => row.NextDueAt).ThenBy(row => row.Id)
            .Select(row => row.Number)];
    }

    private IQueryable<CaseId> Counted(Viewer viewer, QueuePart part)
    {
        if (!PartsFor(viewer).Contains(part))
        {
            return db.Cases.Where(_ => false).Select(takedownCase => takedownCase.Id);
        }

        return Runs(viewer, part).Select(run => run.Cases.Select(takedownCase => takedownCase.Id).Take(MostCounted + 1))
            .Aggregate(Queryable.Concat).Take(MostCounted + 1);
    }

    private IEnumerable<Run> Runs(Viewer viewer, QueuePart part)
    {
        if (!PartsFor(viewer).Contains(part))
        {
            throw new InvalidOperationException($"There is no {part} in this viewer's queue.");
        }

        Track[] tracks = part == QueuePart.Minor ? [Track.Minor]
            : viewer.ClearedForMinors ? [Track.Adult, Track.Minor] : [Track.Adult];
        Holder[] holders = part switch
        {
            QueuePart.Mine => [Holder.Viewer],
            QueuePart.Free => [Holder.Nobody],
            QueuePart.Unchecked => [Holder.Anyone],
            _ => CasePermissions.SeesAll(viewer.Role) ? [Holder.Anyone] : [Holder.Viewer, Holder.Nobody],
        };
        var now = clock.Now();
        return from track in tracks
               from holder in holders
               select new Run(
                   Of(viewer, part, track, holder, now),
                   part == QueuePart.Quiet ? Order.Id
                       : holder == Holder.Nobody && part != QueuePart.Danger ? Order.HolderThenDue : Order.Due);
    }

    private IQueryable<TakedownCase> Of(Viewer viewer, QueuePart part, Track track, Holder holder, DateTimeOffset now)
    {
        var me = viewer.Staff;
        var cases = store.VisibleTo(viewer).Where(takedownCase => takedownCase.Track == track);
        cases = holder switch
        {
            Holder.Viewer => cases.Where(takedownCase => takedownCase.Assignee == me),
            Holder.Nobody => cases.Where(takedownCase => takedownCase.Assignee == null),
            _ => cases,
        };

        if (holder != Holder.Anyone && part is not (QueuePart.Danger or QueuePart.Quiet))
        {
            // A flood of odd filings must not stand between people and their work.
            cases = cases.Where(takedownCase => !takedownCase.IsUnchecked);
        }

        // The words of the indexes' filters (CaseMappings) stand here too: a database uses a partial index only when it
        // can see that the query asks for no more.
        return part switch
        {
            QueuePart.Quiet => cases.Where(takedownCase => takedownCase.NextDueAt == null && (takedownCase.State == CaseState.Filed
                || takedownCase.State == CaseState.InProgress || takedownCase.State == CaseState.WaitingForSurvivor)),
            QueuePart.Overdue => cases.Where(takedownCase => takedownCase.NextDueAt != null && takedownCase.NextDueAt <= now),
            QueuePart.Unchecked => cases.Where(takedownCase => takedownCase.NextDueAt != null && takedownCase.IsUnchecked),
            QueuePart.Danger => cases.Where(
                takedownCase => takedownCase.NextDueAt != null && takedownCase.Severity == Severity.Imminent),
            _ => cases.Where(takedownCase => takedownCase.NextDueAt != null),
        };
    }

    private static IQueryable<TakedownCase> From(
        IQueryable<TakedownCase> cases, QueuePart part, QueueCursor? cursor, bool backwards)
    {
        if (cursor is not { } from)
        {
            return cases;
        }

        var id = from.Id;
        if (part == QueuePart.Quiet || from.Due is not { } due)
        {
            return backwards ? cases.Where(takedownCase => takedownCase.Id < id) : cases.Where(takedownCase => takedownCase.Id > id);
        }

        // The bound on the deadline alone comes first: it is what the index can seek to.
        return backwards
            ? cases.Where(takedownCase => takedownCase.NextDueAt <= due && (takedownCase.NextDueAt < due || takedownCase.Id < id))
            : cases.Where(takedownCase => takedownCase.NextDueAt >= due && (takedownCase.NextDueAt > due || takedownCase.Id > id));
    }

    // What nobody holds is ordered by holder first, though that is null in every row: for PostgreSQL "is null" is no
    // equality, and it would sort instead of following the index whose first column it is.
    private static IQueryable<TakedownCase> Ordered(IQueryable<TakedownCase> cases, Order order, bool backwards)
        => (order, backwards) switch
        {
            (Order.Id, true) => cases.OrderByDescending(takedownCase => takedownCase.Id),
            (Order.Id, false) => cases.OrderBy(takedownCase => takedownCase.Id),
            (Order.HolderThenDue, true) => cases.OrderByDescending(takedownCase => takedownCase.Assignee)
                .ThenByDescending(takedownCase => takedownCase.NextDueAt).ThenByDescending(takedownCase => takedownCase.Id),
            (Order.HolderThenDue, false) => cases.OrderBy(takedownCase => takedownCase.Assignee)
                .ThenBy(takedownCase => takedownCase.NextDueAt).ThenBy(takedownCase => takedownCase.Id),
            (Order.Due, true) => cases.OrderByDescending(takedownCase => takedownCase.NextDueAt).ThenByDescending(takedownCase => takedownCase.Id),
            _ => cases.OrderBy(takedownCase => takedownCase.NextDueAt).ThenBy(takedownCase => takedownCase.Id),
        };

    private static IQueryable<QueueRow> Ordered(IQueryable<QueueRow> rows, bool backwards) => backwards
        ? rows.OrderByDescending(row => row.NextDueAt).ThenByDescending(row => row.Id)
        : rows.OrderBy(row => row.NextDueAt).ThenBy(row => row.Id);

    /// <summary>One stretch of one index, and the order in which that lies.</summary>
    private sealed record Run(IQueryable<TakedownCase> Cases, Order Order);
}
