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
        var ids = waiting.Select(untold => untold.Task).ToList();
        var found = await Drawn(db.Tasks.AsNoTracking().Where(task => EF.Parameter(ids).Contains(task.Id))).ToListAsync(cancellationToken);
        return found.ToDictionary(task => (task.CaseId, task.Task));
    }

    /// <summary>All there are, one after the other: a digest counts them and keeps none.</summary>
    internal IAsyncEnumerable<OpenTask> AllAsync() => Drawn(db.Tasks.AsNoTracking()).AsAsyncEnumerable();

    /// <summary>The walls around the cases of open tasks.</summary>
    internal async Task<Walls> WallsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var recused = await db.Recusals.AsNoTracking()
            .Where(recusal => db.Tasks.Any(task => task.CaseId == recusal.CaseId && task.EndedAt == null))
            .Select(recusal => new { recusal.CaseId, recusal.Staff }).ToListAsync(cancellationToken);
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
