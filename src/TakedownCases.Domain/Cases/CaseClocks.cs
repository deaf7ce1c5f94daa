using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Cases;

/// <summary>The clocks of one case: started, met, stopped and ticked, each with its event.</summary>
internal readonly struct CaseClocks(CaseId caseId, List<CaseClock> clocks, List<CaseEvent> events)
{
    /// <summary>The earliest running deadline; null when nothing runs. What stands still has none.</summary>
    public DateTimeOffset? NextDueAt => clocks.Where(clock => clock is { IsRunning: true, PausedAt: null }).Min(clock => (DateTimeOffset?)clock.DueAt);

    public void Start(ClockStart start, Actor by, DateTimeOffset now)
    {
        var clock = new CaseClock(caseId, ClockId.New(now), start);
        clocks.Add(clock);
        events.Add(new ClockStarted(
            by, now, clock.Id, clock.Kind, clock.Basis, clock.BasisVersion, clock.StartedBy, clock.StartedAt, clock.DueAt,
            clock.Place, clock.Notice, clock.Words));
    }

    public bool IsRunning(ClockKind kind) => clocks.Exists(clock => clock.Kind == kind && clock.IsRunning);

    /// <summary>What they wait for happened, at <paramref name="at"/> where that was before it is recorded.</summary>
    public void Meet(Func<CaseClock, bool> which, Actor by, DateTimeOffset now, DateTimeOffset? at = null, SealedText? words = null)
    {
        foreach (var clock in clocks.Where(clock => clock.IsRunning && which(clock)))
        {
            var ended = at is not { } happened || happened > now ? now : happened < clock.StartedAt ? clock.StartedAt : happened;
            clock.End(met: true, ended);
            events.Add(new ClockMet(by, now, clock.Id, clock.Kind, clock.DueAt, words, ended < now ? ended : null));
        }
    }

    /// <summary>Each running clock of ours whose basis is now another one ends, and the new one runs from the same start.</summary>
    public void Recount(Func<CaseClock, ClockStart> startAgain, Actor by, DateTimeOffset now)
    {
        foreach (var clock in clocks.Where(clock => clock.IsRunning && (ClockKinds.IsInternal(clock.Kind) || clock.Kind == ClockKind.Retention)).ToList())
        {
            var start = startAgain(clock);
            if (start.Basis != clock.Basis || start.BasisVersion != clock.BasisVersion)
            {
                clock.End(met: false, now);
                events.Add(new ClockStopped(by, now, clock.Id, clock.Kind));
                Start(start, Actor.System, now);
            }
        }
    }

    /// <summary>Each running clock for which there is an answer, and another one than before, is counted by it. How many were.</summary>
    public int CountAgain(Func<CaseClock, ClockStart?> again, string reason, Actor by, DateTimeOffset now)
    {
        var before = events.Count;
        foreach (var clock in clocks.Where(clock => clock.IsRunning))
        {
            if (again(clock) is not { } start || IsAsBefore(clock, start))
            {
                continue;
            }

            RefuseAnother(clock, start);
            events.Add(new ClockRecounted(
                by, now, clock.Id, clock.Kind, start.Basis, start.BasisVersion, clock.BasisVersion, start.DueAt, clock.DueAt, reason));
            clock.CountAgain(start, now);
        }

        return events.Count - before;
    }

    /// <summary>
    /// What may stand still does since the waiting began, or since its own start; what had run out by then is late and stays so.
    /// A clock that is counted again meanwhile has its end without this waiting, which may have passed: that is not being late.
    /// </summary>
    public void StandStill(DateTimeOffset waitingSince, DateTimeOffset now)
    {
        foreach (var clock in clocks.Where(clock => clock is { IsRunning: true, CanPause: true, PausedAt: null } && clock.DueAt > waitingSince))
        {
            clock.StandStill(clock.StartedAt > waitingSince ? clock.StartedAt : waitingSince);
            events.Add(new ClockPaused(Actor.System, now, clock.Id, clock.Kind, clock.DueAt));
        }
    }

    /// <summary>What stands still goes on, counted again from its own start.</summary>
    public void GoOn(Func<CaseClock, ClockStart> again, DateTimeOffset now)
    {
        foreach (var clock in clocks.Where(clock => clock.IsPaused))
        {
            var start = again(clock);
            RefuseAnother(clock, start);
            events.Add(new ClockResumed(
                Actor.System, now, clock.Id, clock.Kind, start.Basis, start.BasisVersion, start.DueAt, clock.DueAt));
            clock.CountAgain(start, now);
        }
    }

    /// <summary>Another urgency, or an answer, may open other rungs: the sweep looks at what the law runs, too.</summary>
    public void LookAgain(DateTimeOffset now, PlaceId? only = null)
    {
        foreach (var clock in clocks.Where(clock => clock.IsRunning && !ClockKinds.IsInternal(clock.Kind) && (only is null || clock.Place == only)))
        {
            clock.LookAgain(now);
        }
    }

    /// <summary>What stood in the way of all of them is gone.</summary>
    public void LookAgainAtAll(DateTimeOffset now) => clocks.Where(clock => clock.IsRunning).ToList().ForEach(clock => clock.LookAgain(now));

    public void Stop(Func<CaseClock, bool> which, Actor by, DateTimeOffset now, SealedText? words = null)
    {
        foreach (var clock in clocks.Where(clock => clock.IsRunning && which(clock)))
        {
            clock.End(met: false, now);
            events.Add(new ClockStopped(by, now, clock.Id, clock.Kind, words));
        }
    }

    /// <summary>
    /// Warns, then flags as overdue, then climbs the steps given; each once, whatever was missed. False when the clock has
    /// nothing to say yet, or ended.
    /// </summary>
    public bool Climb(ClockId id, IReadOnlyList<RungStep> steps, DateTimeOffset? lookAgainAt, List<ClimbedRung> climbed, DateTimeOffset now)
    {
        if (clocks.Find(clock => clock.Id == id) is not { IsRunning: true, PausedAt: null, NextAt: { } nextAt } clock || nextAt > now)
        {
            return false;
        }

        var before = events.Count;
        if (clock.WarnedAt is null && clock.WarnAt <= now && clock.WarnAt < clock.DueAt)
        {
            clock.Warn(now);
            events.Add(new ClockWarned(Actor.System, now, id, clock.Kind, clock.WarnPercent, clock.DueAt));
        }

        if (clock.OverdueAt is null && clock.DueAt <= now)
        {
            clock.FlagOverdue(now);
            events.Add(new ClockOverdue(Actor.System, now, id, clock.Kind, clock.DueAt));
        }

        var known = steps.Count == 0
            ? []
            : climbed.Where(rung => rung.Clock == id).Select(rung => rung.Rung).ToHashSet(StringComparer.Ordinal);
        foreach (var step in steps.Where(step => known.Add(step.Rung)))
        {
            climbed.Add(new ClimbedRung(caseId, id, step, now));
            events.Add(new LadderClimbed(Actor.System, now, id, step));
        }

        clock.LookAgain(lookAgainAt);
        if (events.Count == before)
        {
            events.Add(new ClockLookedAt(Actor.System, now, id, clock.Kind));
        }

        return true;
    }

    private static void RefuseAnother(CaseClock clock, ClockStart start)
    {
        if (start.Kind != clock.Kind || start.StartedAt != clock.StartedAt)
        {
            throw new ArgumentException("A clock that is counted again stays the same clock, from the same start.", nameof(start));
        }
    }

    private static bool IsAsBefore(CaseClock clock, ClockStart start)
        => (start.Basis, start.BasisVersion, start.DueAt, start.WarnAt) == (clock.Basis, clock.BasisVersion, clock.DueAt, clock.WarnAt);
}
