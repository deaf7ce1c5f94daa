using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Escalation;

namespace TakedownCases.Data.Desk;

/// <summary>
/// Deadlines that have passed while nothing ended them: where somebody is in danger now first (practice P2), then the oldest. It asks what the clocks say, not what a sweep has
/// flagged: when the sweep stands still this list does not (design law 8). The index holds running clocks by their deadline, so
/// the cost grows with what is overdue.
/// </summary>
public sealed class OverdueList(TakedownDbContext db, CaseStore store, LadderBook ladders, TimeProvider clock)
{
    private readonly Dictionary<string, RungAction> _actions = ladders.All.SelectMany(ladder => ladder.Rungs)
        .GroupBy(rung => rung.Id, StringComparer.Ordinal)
        .ToDictionary(rungs => rungs.Key, rungs => rungs.First().Action, StringComparer.Ordinal);

    /// <summary>What a step does; null for one that no ladder has any more.</summary>
    public RungAction? ActionOf(string? rung) => rung is not null && _actions.TryGetValue(Rung.OfKey(rung).Id, out var action) ? action : null;

    public async Task<DeskSlice<OverdueRow>> ReadAsync(
        Viewer viewer, OverdueFilter filter, DeskCursor? cursor, bool backwards, CancellationToken cancellationToken)
    {
        backwards &= cursor is not null;
        var rows = new List<OverdueRow>();
        foreach (var danger in backwards ? (bool[])[false, true] : [true, false])
        {
            // What a page before this one has shown whole is not read again.
            var isPassed = cursor is not null && danger != cursor.First && danger != backwards;
            if (!isPassed && rows.Count <= DeskLimits.PageSize)
            {
                rows.AddRange(await Rows(
                    viewer, filter, danger, cursor?.First == danger ? cursor : null, backwards, DeskLimits.PageSize + 1 - rows.Count).ToListAsync(cancellationToken));
            }
        }

        return DeskLimits.Page(rows, row => new DeskCursor(row.DueAt, row.Id.Value, row.Severity == Severity.Imminent), cursor, backwards);
    }

    /// <summary>The query behind a page: those where somebody is in danger now, or all the others.</summary>
    public IQueryable<OverdueRow> Rows(
        Viewer viewer, OverdueFilter filter, bool danger, DeskCursor? cursor, bool backwards, int most = DeskLimits.PageSize + 1)
    {
        var found = Apply(filter, Open(viewer));
        found = danger ? found.Where(one => one.Case.Severity == Severity.Imminent) : found.Where(one => one.Case.Severity != Severity.Imminent);
        return Drawn(Ordered(From(found, cursor, backwards), backwards).Take(most));
    }

    /// <summary>The ids of everything overdue, for a count.</summary>
    public IQueryable<ClockId> Ids(Viewer viewer) => Open(viewer).Select(found => found.Clock.Id);

    /// <summary>Counts by age, platform and step in one query.</summary>
    public async Task<OverdueCounts> CountAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var found = await Ordered(Open(viewer), backwards: false).Take(DeskLimits.MostCounted + 1)
            .Select(found => new
            {
                found.Clock.CaseId,
                found.Clock.Id,
                found.Clock.DueAt,
                Platform = db.Notices.Where(notice => notice.CaseId == found.Clock.CaseId && notice.Id == found.Clock.Notice)
                    .Select(notice => notice.Platform).FirstOrDefault(),
            })
            .GroupJoin(
                db.Rungs,
                overdue => new { overdue.CaseId, overdue.Id },
                rung => new { rung.CaseId, Id = rung.Clock },
                (overdue, rungs) => new { overdue, rungs })
            .SelectMany(
                both => both.rungs.DefaultIfEmpty(),
                (both, rung) => new
                {
                    both.overdue.Id,
                    both.overdue.DueAt,
                    both.overdue.Platform,
                    Rung = (string?)rung!.Rung,
                    rung.SkippedBecause,
                })
            .ToListAsync(cancellationToken);
        var clocks = found.GroupBy(line => line.Id).ToList();
        var counted = clocks.Take(DeskLimits.MostCounted).ToList();
        var steps = counted.SelectMany(one => one.Where(line => line.SkippedBecause is null)
            .Select(line => ActionOf(line.Rung)).OfType<RungAction>().Distinct());
        return new OverdueCounts(
            counted.Count,
            clocks.Count > DeskLimits.MostCounted,
            counted.CountBy(one => OverdueFilter.AgeOf(one.First().DueAt, now)).ToDictionary(),
            counted.CountBy(one => one.First().Platform ?? OverdueFilter.Ours, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
            steps.CountBy(step => step).ToDictionary(),
            counted.Count(one => one.Any(line => line.SkippedBecause is not null and not SkipCode.AlreadyDone)));
    }

    private IQueryable<Found> Open(Viewer viewer)
    {
        var now = clock.Now();
        return db.Clocks.AsNoTracking().Where(running => running.EndedAt == null && running.PausedAt == null && running.DueAt <= now)
            .Join(store.VisibleTo(viewer), running => running.CaseId, subject => subject.Id, (running, subject) => new Found
            {
                Clock = running,
                Case = subject,
            });
    }

    private IQueryable<Found> Apply(OverdueFilter filter, IQueryable<Found> clocks)
    {
        if (filter.Age is { } age)
        {
            var (from, until) = OverdueFilter.Bounds(age, clock.Now());
            clocks = from is { } first ? clocks.Where(found => found.Clock.DueAt >= first) : clocks;
            clocks = until is { } end ? clocks.Where(found => found.Clock.DueAt < end) : clocks;
        }

        if (filter.Platform is { } platform)
        {
            clocks = platform == OverdueFilter.Ours
                ? clocks.Where(found => found.Clock.Notice == null)
                : clocks.Where(found => db.Notices.Any(notice => notice.CaseId == found.Clock.CaseId
                    && notice.Id == found.Clock.Notice && notice.Platform == platform));
        }

        if (filter.Step is { } step)
        {
            var rungs = ladders.All.SelectMany(ladder => ladder.Rungs).Where(rung => rung.Action == step)
                .SelectMany(rung => Enumerable.Range(1, rung.Most).Select(rung.KeyOf)).Distinct(StringComparer.Ordinal).ToList();
            clocks = clocks.Where(found => db.Rungs.Any(rung => rung.CaseId == found.Clock.CaseId && rung.Clock == found.Clock.Id
                && rung.SkippedBecause == null && EF.Parameter(rungs).Contains(rung.Rung)));
        }

        return filter.Skipped
            ? clocks.Where(found => db.Rungs.Any(rung => rung.CaseId == found.Clock.CaseId && rung.Clock == found.Clock.Id
                && rung.SkippedBecause != null && rung.SkippedBecause != SkipCode.AlreadyDone))
            : clocks;
    }

    private static IQueryable<Found> From(IQueryable<Found> clocks, DeskCursor? cursor, bool backwards)
    {
        if (cursor is not { At: var at, Id: var guid })
        {
            return clocks;
        }

        var id = new ClockId(guid);
        return backwards
            ? clocks.Where(found => found.Clock.DueAt <= at && (found.Clock.DueAt < at || found.Clock.Id < id))
            : clocks.Where(found => found.Clock.DueAt >= at && (found.Clock.DueAt > at || found.Clock.Id > id));
    }

    private static IQueryable<Found> Ordered(IQueryable<Found> clocks, bool backwards) => backwards
        ? clocks.OrderByDescending(found => found.Clock.DueAt).ThenByDescending(found => found.Clock.Id)
        : clocks.OrderBy(found => found.Clock.DueAt).ThenBy(found => found.Clock.Id);

    private IQueryable<OverdueRow> Drawn(IQueryable<Found> clocks) => clocks.Select(found => new OverdueRow
    {
        Id = found.Clock.Id,
        CaseId = found.Case.Id,
        Number = found.Case.Number,
        Track = found.Case.Track,
        Severity = found.Case.Severity,
        Assignee = found.Case.Assignee,
        Kind = found.Clock.Kind,
        Basis = found.Clock.Basis,
        BasisVersion = found.Clock.BasisVersion,
        DueAt = found.Clock.DueAt,
        Platform = db.Notices.Where(notice => notice.CaseId == found.Clock.CaseId && notice.Id == found.Clock.Notice)
            .Select(notice => notice.Platform).FirstOrDefault(),
        Place = db.Places.Where(place => place.CaseId == found.Clock.CaseId && place.Id == found.Clock.Place)
            .Select(place => (int?)place.Ordinal).FirstOrDefault(),
        LastRung = db.Rungs.Where(rung => rung.CaseId == found.Clock.CaseId && rung.Clock == found.Clock.Id)
            .OrderByDescending(rung => rung.DueAt).ThenByDescending(rung => rung.Rung).Select(rung => rung.Rung).FirstOrDefault(),
        LastSkipped = db.Rungs.Where(rung => rung.CaseId == found.Clock.CaseId && rung.Clock == found.Clock.Id)
            .OrderByDescending(rung => rung.DueAt).ThenByDescending(rung => rung.Rung).Select(rung => rung.SkippedBecause).FirstOrDefault(),
    });

    private sealed class Found
    {
        public required CaseClock Clock { get; init; }

        public required TakedownCase Case { get; init; }
    }
}
