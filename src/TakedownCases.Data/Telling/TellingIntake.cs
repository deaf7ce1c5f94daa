using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Telling;

/// <summary>
/// Notes that somebody must be told: of a task that is raised, and again of every open task when danger becomes imminent. In
/// the same transaction as that change, whoever makes it, so that nothing is dropped.
/// </summary>
internal static class TellingIntake
{
    public static async Task FollowAsync(TakedownDbContext db, IReadOnlyList<CaseBound> changed, CancellationToken cancellationToken)
    {
        foreach (var takedownCase in changed.OfType<TakedownCase>())
        {
            foreach (var raised in takedownCase.Events.OfType<TaskRaised>().Where(raised => raised.For != TaskFor.House))
            {
                db.UntoldTasks.Add(new UntoldTask(takedownCase.Id, raised.Task, raised.At));
            }

            if (takedownCase.Events.OfType<SeverityChanged>().LastOrDefault(changed => changed.To == Severity.Imminent) is { } danger)
            {
                await HastenAsync(db, takedownCase.Id, danger.At, cancellationToken);
            }
        }
    }

    // Nobody's quiet hours may hold up what has become a matter of minutes.
    private static async Task HastenAsync(TakedownDbContext db, CaseId caseId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = await db.Tasks.AsNoTracking().Where(task => task.CaseId == caseId && task.EndedAt == null && task.For != TaskFor.House)
            .Select(task => task.Id).ToListAsync(cancellationToken);

        // Danger that comes a second time is told a second time; only whom the first mail did not reach is still passed over.
        var before = await db.ToldTasks.Where(told => told.CaseId == caseId && told.Danger)
            .Join(db.StaffMails, told => told.Mail, mail => mail.Id, (told, mail) => new { Told = told, mail.State }).ToListAsync(cancellationToken);
        db.ToldTasks.RemoveRange(before.Where(one => !StaffMail.LostStates.Contains(one.State)).Select(one => one.Told));
        var waiting = await db.UntoldTasks.Where(untold => untold.CaseId == caseId).ToListAsync(cancellationToken);
        foreach (var task in open)
        {
            if (waiting.Find(untold => untold.Task == task) is { } untold)
            {
                untold.Hasten(now);
            }
            else
            {
                db.UntoldTasks.Add(new UntoldTask(caseId, task, now));
            }
        }
    }
}
