using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Cases;

/// <summary>The steps that deadlines are started, met, stopped and counted again by.</summary>
public abstract partial class CaseRecord
{
    private protected void Start(ClockKind kind, StartClock startClock, DateTimeOffset now)
        => Start([Counted(kind, startClock, now) with { StartedBy = WhatBegins(kind) }], now);

    private protected void Start(IReadOnlyList<ClockStart> starts, DateTimeOffset now, Actor? by = null)
    {
        var clocks = ClocksOf();
        foreach (var start in starts)
        {
            clocks.Start(start, by ?? Actor.System, now);
        }

        Settle(now);
    }

    /// <summary>Starts a clock of ours unless one of the kind runs already.</summary>
    private protected void StartOnce(ClockKind kind, StartClock startClock, DateTimeOffset now)
    {
        if (IsOpen && !ClocksOf().IsRunning(kind))
        {
            Start(kind, startClock, now);
        }
    }

    private protected void Meet(ClockKind kind, Actor by, DateTimeOffset now) => Meet(clock => clock.Kind == kind, by, now);

    private protected void Meet(Func<CaseClock, bool> which, Actor by, DateTimeOffset now, DateTimeOffset? at = null, SealedText? words = null)
    {
        ClocksOf().Meet(which, by, now, at, words);
        EndTasksOfEndedClocks(by, now);
        Settle(now);
    }

    /// <summary>They end without what they wait for, and with them what people were asked to do about them.</summary>
    private protected void Stop(Func<CaseClock, bool> which, Actor by, DateTimeOffset now, SealedText? words = null)
    {
        ClocksOf().Stop(which, by, now, words);
        EndTasksOfEndedClocks(by, now);
        Settle(now);
    }

    private protected void EndTasksOfEndedClocks(Actor by, DateTimeOffset now)
    {
        var ended = _clocks.Where(clock => !clock.IsRunning).Select(clock => clock.Id).ToHashSet();
        var waiting = _clocks.Where(clock => clock.IsRunning).Select(clock => clock.Notice).OfType<NoticeId>().ToHashSet();
        TasksOf().End(
            task => task.Clock is { } clock
                ? ended.Contains(clock) && !IsHotlineStillFirst(task)
                : TaskKinds.IsOverWithItsNotice(task.Kind) && task.Notice is { } notice && !waiting.Contains(notice),
            by,
            now);
    }

    // A notice to a platform meets our clock for it; that no hotline was told yet is asked for all the same (practice P4).
    private bool IsHotlineStillFirst(StaffTask task)
        => task.Kind == TaskKind.TellHotline && Track == Track.Minor && HotlineToldAt is null && IsOpen
            && _clocks.Exists(clock => clock.Id == task.Clock && clock.Kind == ClockKind.NoticeOut);

    private protected void Recount(StartClock startClock, Actor by, DateTimeOffset now)
    {
        ClocksOf().Recount(clock => Counted(clock.Kind, startClock, clock.StartedAt) with { StartedBy = clock.StartedBy }, by, now);
        ClocksOf().LookAgain(now);
        Settle(now);
    }

    private protected void StopClocks(Func<CaseClock, bool> which, Actor by, DateTimeOffset now)
    {
        // What outlives the case, such as the time in which a claim can be brought, is still watched, and asked of people.
        ClocksOf().Stop(which, by, now);
        var running = _clocks.Where(clock => clock.IsRunning).Select(clock => clock.Id).ToHashSet();
        TasksOf().End(
            task => task.Clock is { } clock ? !running.Contains(clock) : IsErased || !TaskKinds.IsOwedAfterwards(task.Kind), by, now);
        Settle(now);
    }

    /// <summary>After any change of clocks: while we wait what may stand still does, and the case is due when the earliest of the others is.</summary>
    private protected void Settle(DateTimeOffset now)
    {
        if (State == CaseState.WaitingForSurvivor)
        {
            ClocksOf().StandStill(Waits.All[^1].From, now);
        }

        NextDueAt = IsOpen ? ClocksOf().NextDueAt : null;
    }

    private protected void Stand(CaseState state, DateTimeOffset now)
    {
        State = state;
        Waits = state == CaseState.WaitingForSurvivor ? Waits.Begin(now) : Waits.End(now);
        Settle(now);
    }

    private protected ClockStart Counted(ClockKind kind, StartClock startClock, DateTimeOffset from)
        => startClock(kind, Track, Severity, from, Waits.Past);

    private string WhatBegins(ClockKind kind) => kind switch
    {
        ClockKind.NoticeOut => "review",
        ClockKind.KeepInformed when StaffWroteAt is not null => "last-message",
        ClockKind.NextAction => "last-step",
        _ => "filing",
    };
}
