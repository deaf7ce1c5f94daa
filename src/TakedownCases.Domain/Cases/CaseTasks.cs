namespace TakedownCases.Domain.Cases;

/// <summary>The tasks of one case: at most one open of a kind about the same thing.</summary>
internal readonly struct CaseTasks(CaseId caseId, List<StaffTask> tasks, List<CaseEvent> events)
{
    public void Raise(NewTask task, Actor by, DateTimeOffset now)
    {
        if (tasks.Exists(known => known.IsOpen && known.Kind == task.Kind && known.For == task.For
            && known.Clock == task.Clock && known.Notice == task.Notice && known.Place == task.Place && known.Referral == task.Referral))
        {
            return;
        }

        var raised = new StaffTask(caseId, TaskId.New(now), task, now);
        tasks.Add(raised);
        events.Add(new TaskRaised(by, now, raised.Id, task.Kind, task.For, task.Clock, task.Notice, task.Place, task.Referral));
    }

    /// <summary>Done by a person; a task that ended already is left as it is.</summary>
    public Outcome Finish(TaskId id, Actor by, DateTimeOffset now)
    {
        if (tasks.Find(task => task.Id == id) is not { } task)
        {
            return CaseRefusals.NoSuchTask;
        }

        End([task], by, now);
        return Outcome.Done;
    }

    /// <summary>What was asked for has happened, or is no longer needed.</summary>
    public void End(Func<StaffTask, bool> which, Actor by, DateTimeOffset now) => End([.. tasks.Where(which)], by, now);

    private void End(List<StaffTask> ended, Actor by, DateTimeOffset now)
    {
        foreach (var task in ended.Where(task => task.IsOpen))
        {
            task.End(by.Staff, now);
            events.Add(new TaskEnded(by, now, task.Id, task.Kind));
        }
    }
}
