using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Telling;

/// <summary>
/// A task that somebody may still have to be told of by a mail of its own. Written with the task, gone once everybody was
/// told who must be, or once the digest is enough. What the digest says is counted from the tasks, not from here.
/// </summary>
public sealed class UntoldTask
{
    private UntoldTask()
    {
    }

    internal UntoldTask(CaseId caseId, TaskId task, DateTimeOffset at)
    {
        CaseId = caseId;
        Task = task;
        Look(at, at);
    }

    public CaseId CaseId { get; private set; }

    public TaskId Task { get; private set; }

    /// <summary>When to look next. What looks and what hastens it check that nobody else changed it.</summary>
    public DateTimeOffset NextAt { get; private set; }

    /// <summary>Since when a mail is owed: what the sweep measures its lateness by.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>Look now. What was owed before is not owed from now on only.</summary>
    internal void Hasten(DateTimeOffset now) => Look(now, Since < now ? Since : now);

    internal void Look(DateTimeOffset nextAt, DateTimeOffset since) => (NextAt, Since) = (nextAt, since);
}

/// <summary>
/// That a mail told somebody of a task: each person once, and once more whenever danger becomes imminent. The key is what keeps two
/// processes, or one that was killed and started again, from telling anybody twice.
/// </summary>
public sealed class ToldTask
{
    private ToldTask()
    {
    }

    internal ToldTask(CaseId caseId, TaskId task, StaffId staff, bool danger, Guid mail)
        => (CaseId, Task, Staff, Danger, Mail) = (caseId, task, staff, danger, mail);

    public CaseId CaseId { get; private set; }

    public TaskId Task { get; private set; }

    public StaffId Staff { get; private set; }

    /// <summary>Whether danger was imminent in the case.</summary>
    public bool Danger { get; private set; }

    public Guid Mail { get; private set; }
}
