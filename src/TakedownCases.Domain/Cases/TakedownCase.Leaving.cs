using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Cases;

/// <summary>How a case ends and begins again: withdrawn, closed, taken up again, erased (practice P13).</summary>
public sealed partial class TakedownCase
{
    /// <summary>The survivor stops everything that has not left the house (practice P13).</summary>
    public Outcome Withdraw(Actor by, DateTimeOffset now, StartClock? startClock = null)
        => State == CaseState.Withdrawn ? Outcome.Done : End(CaseState.Withdrawn, new CaseWithdrawn(by, now), startClock);

    /// <summary>Nothing is left to do. From here it is counted how long the case is kept before somebody decides about it.</summary>
    public Outcome Close(Actor by, DateTimeOffset now, StartClock? startClock = null)
        => End(CaseState.Closed, new StateChanged(by, now, State, CaseState.Closed), startClock);

    /// <summary>A withdrawn or closed case is taken up again; keeping the person informed starts anew.</summary>
    public Outcome Reopen(StartClock startClock, Actor by, DateTimeOffset now)
    {
        if (State is not (CaseState.Withdrawn or CaseState.Closed))
        {
            return CaseRefusals.NotClosed;
        }

        MoveTo(CaseState.InProgress, by, now);
        Stop(clock => clock.Kind == ClockKind.Retention, by, now);
        Start(ClockKind.KeepInformed, startClock, now);
        if (_places.Exists(place => place.State is PlaceState.Filed or PlaceState.Checked) || (Track == Track.Minor && HotlineToldAt is null && PlaceCount > 0))
        {
            StartOnce(ClockKind.NoticeOut, startClock, now);
        }

        if (_places.Exists(place => place.State is not (PlaceState.Filed or PlaceState.Checked or PlaceState.Withdrawn) && !PlaceStates.IsGone(place.State)))
        {
            // What platforms owed was let go with the case: a person says what is asked of them now.
            StartOnce(ClockKind.NextAction, startClock, now);
            TasksOf().Raise(new NewTask(TaskKind.NextStep, TaskFor.Holder, NextDueAt ?? now), by, now);
        }

        return Outcome.Done;
    }

    /// <summary>Asks for erasure, which waits until <paramref name="dueAt"/> and can be undone until then.</summary>
    public Outcome RequestErasure(bool keepProof, DateTimeOffset dueAt, Actor by, DateTimeOffset now, StartClock? startClock = null)
    {
        if (IsErased)
        {
            return CaseRefusals.NotOpen;
        }

        (ErasureDueAt, ErasureKeepsProof) = (dueAt, keepProof);
        Record(new ErasureRequested(by, now, dueAt, keepProof));
        return Withdraw(by, now, startClock);
    }

    public Outcome UndoErasure(Actor by, DateTimeOffset now)
    {
        if (ErasureDueAt is null)
        {
            return CaseRefusals.NothingToUndo;
        }

        ErasureDueAt = null;
        return Record(new ErasureUndone(by, now));
    }

    /// <summary>Destroys what the person said. Needs places, messages, notes and providers loaded; the vault drops the key beside it.</summary>
    public Outcome Erase(Actor by, DateTimeOffset now)
    {
        if (ErasureDueAt is not { } dueAt || dueAt > now)
        {
            return CaseRefusals.NothingToUndo;
        }

        Stand(CaseState.Erased, now);
        _clocks.ForEach(clock => clock.Erase());
        Details = Contact = Statement = HoldWords = null;
        HoldUntil = null;
        _providers.Clear();
        _places.ForEach(place => place.Erase(ErasureKeepsProof));
        ConversationOf().Erase();
        KeysOf().EndAll(now);
        StopClocks(_ => true, by, now);
        (ErasureDueAt, Assignee) = (null, null);
        return Record(new CaseErased(by, now, ErasureKeepsProof));
    }
}
