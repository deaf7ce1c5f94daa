using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Desk;
using TakedownCases.Data.Sql;
using TakedownCases.Data.Telling;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Escalations;

/// <summary>
/// Says that a task is done, where a person's word is enough: the holder's by the holder, whoever stands in for them, or a
/// supervisor; the supervisors' by any of them. A task that ended meanwhile is left as it is.
/// </summary>
public sealed class FinishTask(
    TakedownDbContext db,
    CaseStore store,
    DutyRosters rosters,
    CommandLog commands,
    OpenTaskCounts counts,
    StaffSession session,
    TimeProvider clock)
{
    private const int MostTries = 5;

    public async Task<TaskAnswer> HandleAsync(string number, Guid id, Guid command, CancellationToken cancellationToken)
    {
        var viewer = session.Viewer;
        for (var tries = 1; ; tries++)
        {
            db.StartAgain();
            if (!TaskList.IsFor(viewer) || !CaseNumber.TryParse(number, out var read)
                || await store.LoadAsync(viewer, read, cancellationToken) is not { } subject)
            {
                return TaskAnswer.Gone;
            }

            if (command == Guid.Empty)
            {
                return TaskAnswer.Incomplete;
            }

            if (await commands.WasDoneAsync(new CommandId(command), cancellationToken))
            {
                return TaskAnswer.Done;
            }

            // Only open ones are loaded: what is not there is over, or never was this case's.
            if (subject.Tasks.FirstOrDefault(task => task.Id.Value == id) is not { IsOpen: true } task)
            {
                return TaskAnswer.Over;
            }

            if (!TaskList.IsTheirs(viewer, await rosters.CoverAsync(cancellationToken), subject, task))
            {
                return TaskAnswer.NotYours;
            }

            if (!subject.EndsByWord(task))
            {
                return TaskAnswer.NeedsTheAct;
            }

            subject.FinishTask(task.Id, viewer.AsActor(), clock.Now());
            commands.Note(new CommandId(command));
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                counts.Forget(viewer);
                return TaskAnswer.Done;
            }
            catch (DbUpdateException conflict) when (tries < MostTries && DatabaseErrors.IsConflict(conflict))
            {
                // Somebody else changed the case first: load it again and decide again.
            }
        }
    }
}

/// <summary>What came of it.</summary>
public enum TaskAnswer
{
    Done,

    /// <summary>There is no such case for this viewer.</summary>
    Gone,

    /// <summary>The form came without its command id.</summary>
    Incomplete,

    /// <summary>The task ended before.</summary>
    Over,

    NotYours,

    /// <summary>It is over when what it asks for is done, not when somebody says so.</summary>
    NeedsTheAct,
}
