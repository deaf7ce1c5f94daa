using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Cases;

/// <summary>What the desk does with a case once notices go out: outcomes of places, hotlines, tasks, rungs.</summary>
public sealed partial class TakedownCase
{
    /// <summary>
    /// Somebody told how a place stands. What the platform owed is met when it is gone; a refusal, silence or half an answer
    /// asks a person for the next step.
    /// </summary>
    public Outcome TellOutcome(PlaceId id, PlaceOutcome told, StartClock startClock, Actor by, DateTimeOffset now)
    {
        if (IsErased)
        {
            return CaseRefusals.NotOpen;
        }

        var outcome = PlacesOf().Tell(id, Track, told, by, now);
        if (!outcome.IsDone)
        {
            return outcome;
        }

        if (PlaceStates.IsGone(told.State))
        {
            Stop(clock => clock.Place == id && clock.Kind == ClockKind.RightWindow, by, now);
            Meet(clock => clock.Place == id && clock.Kind is ClockKind.Removal or ClockKind.Acknowledgement or ClockKind.Authority, by, now);
        }

        if (told.State != PlaceState.Silent && told.Notice is { } notice)
        {
            Meet(clock => clock.Notice == notice && clock.Kind == ClockKind.Acknowledgement, by, now);
        }

        if (!PlaceStates.IsGone(told.State))
        {
            // What a rung waits for, such as that it is not only hidden in search, may hold now.
            ClocksOf().LookAgain(now, id);
        }

        TasksOf().End(task => task.Place == id && task.Kind == TaskKind.NextStep, by, now);
        if (IsOpen && PlaceStates.NeedsNextStep(told.State))
        {
            StartOnce(ClockKind.NextAction, startClock, now);
            TasksOf().Raise(new NewTask(TaskKind.NextStep, TaskFor.Holder, NextDueAt ?? now, Notice: told.Notice, Place: id), by, now);
        }

        return outcome;
    }

    /// <summary>A notice that names these places left the house; what it starts was counted from its bases.</summary>
    public Outcome NoticeLeft(
        NoticeId notice, IReadOnlyCollection<PlaceId> places, IReadOnlyList<ClockStart> starts, StartClock startClock, Actor by, DateTimeOffset now)
    {
        if (IsErased)
        {
            return CaseRefusals.NotOpen;
        }

        PlacesOf().Notice(places, now);
        places.ToList().ForEach(place => ClocksOf().LookAgain(now, place));
        Record(new PlacesNoticed(by, now, notice, [.. places]));
        Meet(ClockKind.NoticeOut, by, now);
        TasksOf().End(
            task => task.Notice == notice || (task.Kind == TaskKind.NextStep && task.Place is { } place && places.Contains(place)), by, now);
        Acted(by, now);
        if (IsOpen)
        {
            // Nobody gets more time for being asked twice: what runs already runs on.
            Start([.. starts.Where(start => !_clocks.Exists(clock => clock.IsRunning && clock.Kind == start.Kind
                && clock.Basis == start.Basis && clock.Place == start.Place && (clock.Place is not null || clock.Notice == start.Notice)))], now);
        }

        LookAgain(startClock, now);
        return Outcome.Done;
    }

    /// <summary>
    /// A reminder left the house. It gives nobody more time and says nothing new of any place: one that was refused or
    /// acknowledged meanwhile stays so.
    /// </summary>
    public Outcome ReminderLeft(NoticeId notice, StartClock startClock, Actor by, DateTimeOffset now)
    {
        if (IsErased)
        {
            return CaseRefusals.NotOpen;
        }

        TasksOf().End(task => task.Notice == notice, by, now);
        Acted(by, now);
        LookAgain(startClock, now);
        return Outcome.Done;
    }

    /// <summary>Among those who can be told: the police, who are named by a consent of their own.</summary>
    public const string Police = "police";

    /// <summary>
    /// The hotline or the police were told, with the consent that names them or under a duty to report (practice P4, P12). On
    /// the minor track this is the first step.
    /// </summary>
    public Outcome TellHotline(
        string hotline, string? reference, string? duty, StartClock startClock, Actor by, DateTimeOffset now)
        => Refer(
            new Handover(hotline == Police ? ConsentAction.TellPolice : ConsentAction.TellHotline, hotline, now) { IsFirstStep = true, Reference = reference, Duty = duty },
            startClock,
            by,
            now);

    /// <summary>Asks a person to do something; the same is not asked twice.</summary>
    public Outcome RaiseTask(NewTask task, Actor by, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return CaseRefusals.NotOpen;
        }

        TasksOf().Raise(task, by, now);
        return Outcome.Done;
    }

    /// <summary>What was asked of people about a notice is asked no more: of <paramref name="kinds"/>, or, where none are named, of any.</summary>
    public void EndTasksOf(NoticeId notice, Actor by, DateTimeOffset now, params TaskKind[] kinds)
        => TasksOf().End(task => task.Notice == notice && (kinds.Length == 0 || kinds.Contains(task.Kind)), by, now);

    /// <summary>
    /// A person's word is enough to be done with the task: by its kind, or because nobody may be told of the case. Needs consents.
    /// </summary>
    public bool EndsByWord(StaffTask task)
        => TaskKinds.EndsByWord(task.Kind)
            || (task.Kind == TaskKind.TellHotline && !HasConsent(ConsentAction.TellHotline) && !HasConsent(ConsentAction.TellPolice));

    public Outcome FinishTask(TaskId id, Actor by, DateTimeOffset now) => TasksOf().Finish(id, by, now);

    /// <summary>
    /// What a sweep does with one clock: warn, flag as overdue, climb these rungs and raise their tasks; each once, whatever
    /// was missed. False when there is nothing to say yet.
    /// </summary>
    public bool Climb(ClockId id, IReadOnlyList<RungStep> steps, DateTimeOffset? lookAgainAt, DateTimeOffset now)
    {
        if (!ClocksOf().Climb(id, steps, lookAgainAt, _rungs, now))
        {
            return false;
        }

        if (_clocks.Find(clock => clock.Id == id) is { Kind: ClockKind.Removal, OverdueAt: not null, Place: { } place } late
            && _places.Exists(one => one.Id == place && one.State == PlaceState.Noticed))
        {
            // Nobody answered in time. What is next the ladder says, so nobody is asked a second time.
            PlacesOf().Tell(place, Track, new PlaceOutcome(PlaceState.Silent, OutcomeSource.Conclusion, now, late.Notice), Actor.System, now);
        }

        foreach (var task in steps.Select(step => step.Task).OfType<NewTask>().Where(task => !IsAskedAlready(task)))
        {
            if (task.Kind == TaskKind.DeadlinePassed)
            {
                TasksOf().End(near => near.Kind == TaskKind.DeadlineNear && near.Clock == task.Clock && near.Notice == task.Notice, Actor.System, now);
            }

            TasksOf().Raise(task, Actor.System, now);
        }

        return true;
    }

    public bool HasConsent(ConsentAction action) => _consents.Exists(consent => consent.Action == action && consent.IsInForce);

    /// <summary>Whether it was in force then, to the minute, as people type it.</summary>
    public bool HadConsent(ConsentAction action, DateTimeOffset at)
        => _consents.Exists(consent => consent.Action == action && Instants.Minute(consent.GivenAt) <= Instants.Minute(at)
            && (consent.WithdrawnAt is not { } withdrawn || at < withdrawn));

    // The hotline is told of the case, not of a deadline: counted again, or late at a platform too, it is asked for once.
    private bool IsAskedAlready(NewTask task)
        => task.Kind == TaskKind.TellHotline && _tasks.Exists(known => known is { IsOpen: true, Kind: TaskKind.TellHotline });

    // What was asked of people for adults is asked no more; the hotline comes first, also where a platform was told already (P4).
    private void BeginWithTheHotline(StartClock startClock, Actor by, DateTimeOffset now)
    {
        TasksOf().End(task => TaskKinds.IsForAdultsOnly(task.Kind), by, now);
        if (!IsOpen || State == CaseState.Filed || HotlineToldAt is not null || PlaceCount == 0)
        {
            return;
        }

        StartOnce(ClockKind.NoticeOut, startClock, now);

        // Waiting for an answer lets the clock stand still, and with it its ladder; the hotline does not wait for that.
        var clock = _clocks.First(clock => clock is { IsRunning: true, Kind: ClockKind.NoticeOut });
        var task = new NewTask(TaskKind.TellHotline, TaskFor.Holder, clock.DueAt, clock.Id);
        if (!IsAskedAlready(task))
        {
            TasksOf().Raise(task, Actor.System, now);
        }
    }

    private void Reviewed(StartClock startClock, Actor by, DateTimeOffset now)
    {
        Meet(ClockKind.FirstReview, by, now);
        if (PlaceCount > 0)
        {
            StartOnce(ClockKind.NoticeOut, startClock, now);
        }
    }

    // Our own next step is made when nobody is asked for one any more: what left may have been about other places.
    private void Acted(Actor by, DateTimeOffset now)
    {
        if (!_tasks.Exists(task => task is { IsOpen: true, Kind: TaskKind.NextStep }))
        {
            Meet(ClockKind.NextAction, by, now);
        }
    }

    // Where no law gives the platform hours, when to look again is up to us.
    private void LookAgain(StartClock startClock, DateTimeOffset now)
    {
        if (!_clocks.Exists(clock => clock.IsRunning && clock.Kind == ClockKind.Removal))
        {
            StartOnce(ClockKind.NextAction, startClock, now);
        }
    }

    private void Leave(PlaceId id, Actor by, DateTimeOffset now)
    {
        Stop(clock => clock.Place == id, by, now);
        TasksOf().End(task => task.Place == id, by, now);
    }
}
