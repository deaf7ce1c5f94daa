using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Telling;

/// <summary>Reads open tasks for telling. No case is opened for it and no list is shown to anybody: nothing but counts comes of it.</summary>
public sealed class OpenTasks(TakedownDbContext db)
{
    /// <summary>Those of the tasks that are still open and still a person's.</summary>
    internal async Task<Dictionary<(CaseId, TaskId), OpenTask>> OfAsync(
        IReadOnlyCollection<UntoldTask> waiting, CancellationToken cancellationToken)
    {
        var (cases, ids) = (waiting.Select(untold => untold.CaseId).Distinct().ToList(), waiting.Select(untold => untold.Task).ToList());
        var found = await Drawn(db.Tasks.AsNoTracking().Where(task => EF.Parameter(cases).Contains(task.CaseId) && EF.Parameter(ids).Contains(task.Id)))
            .ToListAsync(cancellationToken);
        return found.ToDictionary(task => (task.CaseId, task.Task));
    }

    /// <summary>All there are, or only those asked of whoever holds a case that one of these holds; one after the other: a digest keeps none.</summary>
    internal IAsyncEnumerable<OpenTask> AllAsync(IReadOnlyCollection<StaffId>? holders)
    {
        var open = Drawn(db.Tasks.AsNoTracking());
        if (holders is not null)
        {
            var ids = holders.Cast<StaffId?>().ToList();
            open = open.Where(task => task.For == TaskFor.Holder && task.Assignee != null && EF.Parameter(ids).Contains(task.Assignee));
        }

        return open.AsAsyncEnumerable();
    }

    /// <summary>Whom a mail about an open task did not reach, as far as anybody knows: whatever arrived since, this was lost.</summary>
    internal async Task<ILookup<(CaseId Case, TaskId Task), StaffId>> MissedAsync(CancellationToken cancellationToken)
    {
        var missed = await db.StaffMails.AsNoTracking().Where(mail => StaffMail.LostStates.Contains(mail.State))
            .Join(db.ToldTasks.AsNoTracking(), mail => mail.Id, told => told.Mail, (mail, told) => told)
            .Where(told => db.Tasks.Any(task => task.CaseId == told.CaseId && task.Id == told.Task && task.EndedAt == null))
            .ToListAsync(cancellationToken);
        return missed.ToLookup(told => (told.CaseId, told.Task), told => told.Staff);
    }

    /// <summary>The walls around these cases; null: around those of all open tasks.</summary>
    internal async Task<Walls> WallsAsync(IReadOnlyCollection<CaseId>? cases, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var recusals = db.Recusals.AsNoTracking();
        recusals = cases is null
            ? recusals.Where(recusal => db.Tasks.Any(task => task.CaseId == recusal.CaseId && task.EndedAt == null))
            : recusals.Where(recusal => EF.Parameter(cases).Contains(recusal.CaseId));
        var recused = await recusals.Select(recusal => new { recusal.CaseId, recusal.Staff }).ToListAsync(cancellationToken);
        var letIn = await db.GlassGrants.AsNoTracking().Where(grant => grant.Until > now)
            .Select(grant => new { grant.CaseId, grant.Staff }).ToListAsync(cancellationToken);
        return new Walls(recused.ToLookup(one => one.CaseId, one => one.Staff), letIn.ToLookup(one => one.CaseId, one => one.Staff));
    }

    private IQueryable<OpenTask> Drawn(IQueryable<StaffTask> tasks)
        => tasks.Where(task => task.EndedAt == null && task.For != TaskFor.House)
            .Join(db.Cases.AsNoTracking(), task => task.CaseId, subject => subject.Id, (task, subject) => new OpenTask
            {
                CaseId = task.CaseId,
                Task = task.Id,
                Kind = task.Kind,
                For = task.For,
                HasNotice = task.Notice != null,
                RaisedAt = task.RaisedAt,
                DueAt = task.DueAt,
                Assignee = subject.Assignee,
                Track = subject.Track,
                Severity = subject.Severity,
            });
}
