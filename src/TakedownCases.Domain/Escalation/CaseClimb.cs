using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Escalation;

/// <summary>How a platform can be reached again after a notice.</summary>
public sealed record NoticeReach(bool ByMail, bool HasSecondChannel);

/// <summary>
/// Lets the due clocks of one case climb their ladder: asks the planner what is due, and has the case record it and raise
/// the tasks. Nothing leaves the house here; what a rung wants written becomes a task of the house.
/// </summary>
public sealed class CaseClimb(LadderBook ladders, CaseClockBook book)
{
    /// <summary>
    /// How many of the clocks had something to say. Needs clocks, rungs, consents, open tasks and the places of the clocks loaded,
    /// and what is known of the notices behind the clocks.
    /// </summary>
    public int Climb(
        TakedownCase takedownCase, IReadOnlyCollection<ClockId> due, IReadOnlyDictionary<NoticeId, NoticeReach> notices, DateTimeOffset now)
    {
        var ladder = ladders.For(takedownCase.Track);

        // At one instant the clock of the first place comes first: it is the one that carries what is done once for a notice.
        var ordinals = takedownCase.Places.ToDictionary(place => place.Id, place => place.Ordinal);
        var left = takedownCase.Clocks.Where(clock => due.Contains(clock.Id))
            .OrderBy(clock => clock.Place is { } place ? ordinals.GetValueOrDefault(place) : 0).ThenBy(clock => clock.Id).ToList();
        var climbed = new HashSet<ClockId>();
        while (left.Where(clock => clock.NextAt <= now).MinBy(clock => clock.NextAt) is { } clock)
        {
            // Only as far as the next clock's turn: after days of standing still the rungs of a case come in their order all the same.
            var until = left.Where(other => other != clock && other.NextAt < now).Min(other => other.NextAt) ?? now;
            var facts = Facts(takedownCase, clock, notices.GetValueOrDefault(clock.Notice.GetValueOrDefault()), ladder);
            var steps = EscalationPlanner.Due(ladder, facts, until).Select(rung => Step(ladder, rung, clock)).ToList();
            var done = facts with { Climbed = facts.Climbed.Concat(steps.Select(step => step.Rung)).ToHashSet(StringComparer.Ordinal) };
            if (takedownCase.Climb(clock.Id, steps, EscalationPlanner.NextAt(ladder, done), now))
            {
                climbed.Add(clock.Id);
            }
            else
            {
                left.Remove(clock);
            }
        }

        return climbed.Count;
    }

    private ClimbFacts Facts(TakedownCase takedownCase, CaseClock clock, NoticeReach? reach, Ladder ladder)
    {
        var place = takedownCase.Places.FirstOrDefault(place => place.Id == clock.Place);
        var refusedAt = place?.State == PlaceState.Refused ? place.StateSince : null;
        return new ClimbFacts
        {
            Track = takedownCase.Track,
            Severity = takedownCase.Severity,
            Clock = new ClockFacts
            {
                Id = clock.Id,
                Kind = clock.Kind,
                Basis = clock.Basis,
                StartedAt = clock.StartedAt,
                DueAt = clock.DueAt,
                EndedAt = clock.EndedAt,
                Calendar = book.CalendarOf(clock),
                Pauses = clock.CanPause ? takedownCase.Waits.Past : [],
            },
            Climbed = takedownCase.Rungs.Where(rung => rung.Clock == clock.Id).Select(rung => rung.Rung).ToHashSet(StringComparer.Ordinal),
            Consents = takedownCase.Consents.Where(consent => consent.IsInForce).Select(consent => consent.Action).ToHashSet(),
            CanRemind = reach is { ByMail: true },
            HasSecondChannel = reach is { HasSecondChannel: true },
            HasHotlineReferral = takedownCase.HotlineToldAt is not null,
            OnInvestigationHold = false,
            RefusedAt = refusedAt,
            HasSaidNo = place is not null && PlaceStates.SaysNo(place.State),
            AlreadyDone = AlreadyDone(takedownCase, clock, refusedAt, ladder),
        };
    }

    // Two laws on one place, or a hundred places of one notice, are as many clocks; the platform gets one reminder, and each
    // law's authority one complaint about all places that are late or refused when it is drafted. What is late only
    // afterwards is in none yet.
    private static HashSet<RungAction> AlreadyDone(TakedownCase takedownCase, CaseClock clock, DateTimeOffset? refusedAt, Ladder ladder)
    {
        if (clock.Notice is not { } notice)
        {
            return [];
        }

        var late = refusedAt < clock.DueAt ? refusedAt : clock.DueAt;
        var siblings = takedownCase.Clocks.Where(other => other.Notice == notice && other.Id != clock.Id)
            .ToDictionary(other => other.Id, other => other.Basis);
        var actions = ladder.Rungs.ToDictionary(rung => rung.Id, rung => rung.Action, StringComparer.Ordinal);
        return
        [
            .. from rung in takedownCase.Rungs
               where rung.SkippedBecause is null && siblings.ContainsKey(rung.Clock) && actions.ContainsKey(rung.Rung)
               let action = actions[rung.Rung]
               where RungActions.IsOutward(action)
                   && (action != RungAction.DraftComplaint || (siblings[rung.Clock] == clock.Basis && rung.ClimbedAt >= late))
               select action,
        ];
    }

    private static RungStep Step(Ladder ladder, RungDue due, CaseClock clock)
    {
        var (kind, whose) = due.Rung.Action switch
        {
            RungAction.WarnAssignee => (TaskKind.DeadlineNear, TaskFor.Holder),
            RungAction.TellAssignee => (TaskKind.DeadlinePassed, TaskFor.Holder),
            RungAction.TellSupervisor => (TaskKind.Supervise, TaskFor.Supervisors),
            RungAction.RemindPlatform => (TaskKind.Remind, TaskFor.House),
            RungAction.SecondChannel => (TaskKind.SecondChannel, TaskFor.House),
            RungAction.DraftComplaint => (TaskKind.FileComplaint, TaskFor.House),
            RungAction.ReferToHotline => (TaskKind.TellHotline, TaskFor.Holder),
            _ => throw new InvalidOperationException($"Nobody knows how to {due.Rung.Action}."),
        };

        // A hundred places of one notice are told of as one matter, not a hundred times.
        var task = RungActions.IsOutward(due.Rung.Action) || clock.Notice is null
            ? new NewTask(kind, whose, clock.DueAt, clock.Id, clock.Notice, clock.Place)
            : new NewTask(kind, whose, clock.DueAt, Notice: clock.Notice);
        return new RungStep(
            due.Rung.Id,
            $"{ladder.Id}@{ladder.Version}",
            Codes.Of(due.Rung.Action),
            due.At,
            due.SkippedBecause,
            due.IsSkipped ? ByHand(due, clock) : task);
    }

    // A platform that takes forms only is reminded by a person: once, however many of the notice's places are late.
    private static NewTask? ByHand(RungDue due, CaseClock clock)
        => due is { Rung.Action: RungAction.RemindPlatform, SkippedBecause: SkipCode.NoMailChannel }
            ? new NewTask(TaskKind.Remind, TaskFor.Holder, clock.DueAt, Notice: clock.Notice)
            : null;
}
