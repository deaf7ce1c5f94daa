using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Escalation;

/// <summary>
/// Finds which rungs of its ladder a clock has reached. It remembers nothing: whoever asks keeps what was climbed, under
/// <see cref="RungKey"/>, in the transaction that carries the rung out. Throws when the ladder is another track's.
/// </summary>
public static class EscalationPlanner
{
    /// <summary>
    /// The rungs reached and not yet climbed, by time and then by their place in the ladder; nothing once the clock has
    /// ended. However long nobody asked, all of them come in one answer.
    /// </summary>
    public static IReadOnlyList<RungDue> Due(Ladder ladder, ClimbFacts facts, DateTimeOffset now)
    {
        var done = new HashSet<RungAction>();
        var due = new List<RungDue>();
        foreach (var (rung, time, at) in Left(ladder, facts).TakeWhile(step => step.At <= now))
        {
            var skipped = WhySkipped(rung, time, facts, done, now);
            due.Add(new RungDue(rung, time, at, skipped));
            if (skipped is null && RungActions.IsOutward(rung.Action))
            {
                done.Add(rung.Action);
            }
        }

        return due;
    }

    /// <summary>
    /// When somebody must ask again: the time of the earliest rung not climbed, which may have passed already. Null when
    /// nothing is left or the clock has ended.
    /// </summary>
    public static DateTimeOffset? NextAt(Ladder ladder, ClimbFacts facts)
        => Left(ladder, facts).Select(step => (DateTimeOffset?)step.At).FirstOrDefault();

    /// <summary>When a clock reaches a rung for the n-th time: never before it starts, in UTC cut to microseconds.</summary>
    public static DateTimeOffset TimeOf(Rung rung, ClockFacts clock, int time = 1)
    {
        var at = rung.At.Percent is { } percent
            ? DeadlineCalculator.WarnAt(clock.StartedAt, clock.DueAt, percent, clock.Calendar, clock.Pauses)
            : clock.DueAt + rung.At.FromDue;
        return Instants.Cut((at < clock.StartedAt ? clock.StartedAt : at) + ((rung.Repeat?.Every ?? TimeSpan.Zero) * (time - 1)));
    }

    private static IEnumerable<(Rung Rung, int Time, DateTimeOffset At)> Left(Ladder ladder, ClimbFacts facts)
    {
        if (ladder.Track != facts.Track)
        {
            throw new ArgumentException($"Ladder '{ladder.Id}' is not for track {Codes.Of(facts.Track)}.", nameof(ladder));
        }

        return facts.Clock.EndedAt is not null
            ? []
            : ladder.Rungs
                .Where(rung => rung.IsFor(facts.Clock.Kind, facts.Severity) && rung.When.All(facts.Holding.Contains))
                .SelectMany(rung => Times(rung, facts))
                .OrderBy(step => step.At);
    }

    private static IEnumerable<(Rung Rung, int Time, DateTimeOffset At)> Times(Rung rung, ClimbFacts facts)
        => Enumerable.Range(1, rung.Most).Where(time => !facts.Climbed.Contains(rung.KeyOf(time)))
            .Select(time => (rung, time, Opened(rung, time, facts)));

    private static DateTimeOffset Opened(Rung rung, int time, ClimbFacts facts)
    {
        var at = TimeOf(rung, facts.Clock, time);
        if (time == 1 && facts.RefusedAt is { } refused && refused < at && RungActions.IsOpenedByRefusal(rung.Action))
        {
            at = Instants.Cut(refused);
        }

        // What a hold stops is not lost: it comes when the hold ends, in its order.
        return facts.HeldUntil is { } end && end > at && rung.Needs.Contains(RungNeed.NoHold) ? end : at;
    }

    private static string? WhySkipped(Rung rung, int time, ClimbFacts facts, HashSet<RungAction> done, DateTimeOffset now)
    {
        if (rung.Consent is { } consent && !facts.Consents.Contains(consent))
        {
            return SkipCode.NoConsent;
        }

        if (rung.Action == RungAction.RemindPlatform && (facts.HasSaidNo || facts.HadSaidNo || facts.RefusedAt is not null))
        {
            return SkipCode.Answered;
        }

        if (rung.Action == RungAction.ReferToHotline && facts.HasHotlineReferral)
        {
            return SkipCode.AlreadyReferred;
        }

        if (RungActions.IsOutward(rung.Action) && (done.Contains(rung.Action) || WasDone(rung, time, facts, now)))
        {
            return SkipCode.AlreadyDone;
        }

        if (rung.Needs.Contains(RungNeed.MailChannel) && !facts.CanRemind)
        {
            return SkipCode.NoMailChannel;
        }

        if (rung.Action == RungAction.PreparePack && !facts.HasAuthority)
        {
            return SkipCode.NoAuthority;
        }

        return rung.Needs.Contains(RungNeed.SecondChannel) && !facts.HasSecondChannel ? SkipCode.NoSecondChannel : null;
    }

    private static bool WasDone(Rung rung, int time, ClimbFacts facts, DateTimeOffset now)
        => facts.AlreadyDone.GetValueOrDefault(rung.Action) >= time
            || (time > 1 && rung.Repeat is { } repeat && facts.LastDone.TryGetValue(rung.Action, out var last) && now - last < repeat.Every / 2);
}
