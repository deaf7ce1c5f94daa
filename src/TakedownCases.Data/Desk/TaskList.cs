using Microsoft.EntityFrameworkCore;
using TakedownCases.Data.Telling;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Escalation.Telling;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Data.Desk;

/// <summary>
/// "Next for me": the open tasks of the cases somebody holds, or of the colleague they stand in for, and for supervisors those
/// asked of supervisors or left without anybody else: the same as mails tell them of. Earliest first, each once. Standing in
/// for somebody opens no case: each is asked of the access filter as ever.
/// </summary>
public sealed class TaskList(TakedownDbContext db, CaseStore store, DutyRosters rosters, OpenTasks open)
{
    private IReadOnlyList<(CaseId Case, TaskId Task)>? _missed;

    /// <summary>Whether tasks are anything to this viewer at all: who may hold no case has none.</summary>
    public static bool IsFor(Viewer viewer) => CasePermissions.May(viewer, CaseAction.Claim);

    /// <summary>Whether the viewer may say that a task of a case they see is done.</summary>
    public static bool IsTheirs(Viewer viewer, Cover cover, TakedownCase takedownCase, StaffTask task) => task.For switch
    {
        TaskFor.Holder => IsFor(viewer) && (takedownCase.Assignee == viewer.Staff || viewer.Role == StaffRole.Supervisor
            || (takedownCase.Assignee is { } holder && cover.For(viewer.Staff).Contains(holder))),
        TaskFor.Supervisors => viewer.Role == StaffRole.Supervisor,
        _ => false,
    };

    public async Task<DeskSlice<TaskRow>> ReadAsync(
        Viewer viewer, DeskCursor? cursor, bool backwards, CancellationToken cancellationToken)
    {
        backwards &= cursor is not null;
        var cover = await rosters.CoverAsync(cancellationToken);
        var rows = await Rows(viewer, cover, await MissedAsync(viewer, cancellationToken), cursor, backwards).ToListAsync(cancellationToken);
        return DeskLimits.Page(rows, row => new DeskCursor(row.DueAt, row.Id.Value), cursor, backwards);
    }

    /// <summary>How many there are, at most one more than counts go.</summary>
    public async Task<int> CountAsync(Viewer viewer, CancellationToken cancellationToken)
        => await Runs(viewer, await rosters.CoverAsync(cancellationToken), await MissedAsync(viewer, cancellationToken))
            .Select(run => run.Select(found => found.Task.Id).Take(DeskLimits.MostCounted + 1))
            .Aggregate(Queryable.Union).Take(DeskLimits.MostCounted + 1).CountAsync(cancellationToken);

    /// <summary>The query behind a page.</summary>
    public IQueryable<TaskRow> Rows(
        Viewer viewer, Cover cover, IReadOnlyList<(CaseId Case, TaskId Task)> missed, DeskCursor? cursor, bool backwards)
    {
        var runs = Runs(viewer, cover, missed).Select(run => Drawn(Ordered(From(run, cursor, backwards), backwards).Take(DeskLimits.PageSize + 1))).ToList();
        return runs.Count == 1 ? runs[0] : Ordered(runs.Aggregate(Queryable.Union), backwards).Take(DeskLimits.PageSize + 1);
    }

    // What a mail about it did not tell; once in a request.
    private async Task<IReadOnlyList<(CaseId Case, TaskId Task)>> MissedAsync(Viewer viewer, CancellationToken cancellationToken)
        => _missed ??= viewer.Role == StaffRole.Supervisor ? [.. (await open.MissedAsync(cancellationToken)).Select(one => one.Key)] : [];

    // A task may be found in more than one way: whoever is away may be cleared for nothing besides. It is listed once.
    private List<IQueryable<Found>> Runs(Viewer viewer, Cover cover, IReadOnlyList<(CaseId Case, TaskId Task)> missed)
    {
        if (!IsFor(viewer))
        {
            throw new InvalidOperationException("Who may hold no case has no tasks.");
        }

        var visible = store.VisibleTo(viewer);
        var runs = new List<IQueryable<Found>> { Asked(TaskFor.Holder, visible.HeldBy(viewer.Staff)) };
        if (cover.For(viewer.Staff) is { Count: > 0 } mine)
        {
            runs.Add(Asked(TaskFor.Holder, visible.HeldByAny(mine)));
        }

        if (viewer.Role == StaffRole.Supervisor)
        {
            runs.Add(Asked(TaskFor.Supervisors, visible));
            runs.AddRange(LeftToSupervisors(viewer, cover, visible).Select(cases => Asked(TaskFor.Holder, cases)));
            if (missed.Count > 0)
            {
                var (cases, tasks) = (missed.Select(one => one.Case).Distinct().ToList(), missed.Select(one => one.Task).ToList());
                runs.Add(Asked(TaskFor.Holder, visible).Where(found
                    => EF.Parameter(cases).Contains(found.Task.CaseId) && EF.Parameter(tasks).Contains(found.Task.Id)));
            }
        }

        return runs;
    }

    // Cases that nobody holds or works for now, those whose holder may not see them any more, and those that whoever stands in
    // was not let into. What the viewer holds is theirs in any case.
    private IEnumerable<IQueryable<TakedownCase>> LeftToSupervisors(Viewer viewer, Cover cover, IQueryable<TakedownCase> visible)
    {
        yield return visible.Where(subject => subject.Assignee == null);
        if (cover.WithoutAny.Where(one => one != viewer.Staff).ToList() is { Count: > 0 } nobody)
        {
            yield return visible.HeldByAny(nobody);
        }

        if (viewer.ClearedForMinors && cover.Uncleared.Count > 0)
        {
            yield return visible.HeldByAny(cover.Uncleared).Where(subject => subject.Track == Track.Minor);
        }

        foreach (var standIn in cover.StandIns.Values.OfType<Colleague>().Where(one => one.Id != viewer.Staff).DistinctBy(one => one.Id))
        {
            var theirs = store.VisibleTo(cover.People[standIn.Id].AsViewer());
            yield return visible.HeldByAny([.. cover.For(standIn.Id).Where(one => one != viewer.Staff)]).Where(subject => !theirs.Any(other => other.Id == subject.Id));
        }
    }

    private IQueryable<Found> Asked(TaskFor whose, IQueryable<TakedownCase> cases)
        => db.Tasks.AsNoTracking().Where(task => task.For == whose && task.EndedAt == null)
            .Join(cases, task => task.CaseId, subject => subject.Id, (task, subject) => new Found { Task = task, Case = subject });

    private static IQueryable<Found> From(IQueryable<Found> tasks, DeskCursor? cursor, bool backwards)
    {
        if (cursor is not { At: var at, Id: var guid })
        {
            return tasks;
        }

        var id = new TaskId(guid);
        return backwards
            ? tasks.Where(found => found.Task.DueAt <= at && (found.Task.DueAt < at || found.Task.Id < id))
            : tasks.Where(found => found.Task.DueAt >= at && (found.Task.DueAt > at || found.Task.Id > id));
    }

    private static IQueryable<Found> Ordered(IQueryable<Found> tasks, bool backwards) => backwards
        ? tasks.OrderByDescending(found => found.Task.DueAt).ThenByDescending(found => found.Task.Id)
        : tasks.OrderBy(found => found.Task.DueAt).ThenBy(found => found.Task.Id);

    private static IQueryable<TaskRow> Ordered(IQueryable<TaskRow> rows, bool backwards) => backwards
        ? rows.OrderByDescending(row => row.DueAt).ThenByDescending(row => row.Id)
        : rows.OrderBy(row => row.DueAt).ThenBy(row => row.Id);

    private IQueryable<TaskRow> Drawn(IQueryable<Found> tasks) => tasks.Select(found => new TaskRow
    {
        Id = found.Task.Id,
        CaseId = found.Case.Id,
        Number = found.Case.Number,
        Track = found.Case.Track,
        Severity = found.Case.Severity,
        Kind = found.Task.Kind,
        For = found.Task.For,
        RaisedAt = found.Task.RaisedAt,
        DueAt = found.Task.DueAt,
        Notice = found.Task.Notice,
        Reference = db.Notices.Where(notice => notice.CaseId == found.Task.CaseId && notice.Id == found.Task.Notice)
            .Select(notice => (NoticeReference?)notice.Reference).FirstOrDefault(),
        Clock = found.Task.Clock,
        ClockKind = db.Clocks.Where(clock => clock.CaseId == found.Task.CaseId && clock.Id == found.Task.Clock)
            .Select(clock => (ClockKind?)clock.Kind).FirstOrDefault(),
        Platform = db.Notices.Where(notice => notice.CaseId == found.Task.CaseId && notice.Id == found.Task.Notice)
            .Select(notice => notice.Platform).FirstOrDefault(),
        Place = db.Places.Where(place => place.CaseId == found.Task.CaseId && place.Id == found.Task.Place)
            .Select(place => (int?)place.Ordinal).FirstOrDefault(),
        Referral = db.Referrals.Where(referral => referral.CaseId == found.Task.CaseId && referral.Id == found.Task.Referral)
            .Select(referral => (ReferralReference?)referral.Reference).FirstOrDefault(),
    });

    private sealed class Found
    {
        public required StaffTask Task { get; init; }

        public required TakedownCase Case { get; init; }
    }
}
