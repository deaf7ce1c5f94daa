using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Escalation;

/// <summary>
/// How a platform can be reached again after a notice, whether the directory knows it, and whether it is a search engine.
/// </summary>
public sealed record NoticeReach(bool ByMail, bool HasSecondChannel, bool IsListed = true, bool IsSearch = false);

/// <summary>
/// Lets the due clocks of one case climb their ladder: asks the planner what is due, and has the case record it and raise
/// the tasks. Nothing leaves the house here; what a rung wants written becomes a task of the house.
/// </summary>
public sealed class CaseClimb(LadderBook ladders, CaseClockBook book)
{
    /// <summary>
    /// How many of the clocks had something to say. Needs clocks, rungs, consents, open tasks, the places of the clocks and the
    /// providers of sites that the directory does not know loaded, and what is known of the notices behind the clocks;
    /// <paramref name="hasAuthority"/> answers whether anybody hears complaints about what a clock's basis missed.
    /// </summary>
    public int Climb(
        TakedownCase takedownCase,
        IReadOnlyCollection<ClockId> due,
        IReadOnlyDictionary<NoticeId, NoticeReach> notices,
        Func<CaseClock, bool> hasAuthority,
        DateTimeOffset now)
    {
        var ladder = ladders.For(takedownCase.Track);
        var history = new ClimbHistory(takedownCase, ladder);

        // At one instant the clock of the first place comes first: it is the one that carries what is done once for a notice.
        var ordinals = takedownCase.Places.ToDictionary(place => place.Id, place => place.Ordinal);
        var left = takedownCase.Clocks.Where(clock => due.Contains(clock.Id))
            .OrderBy(clock => clock.Place is { } place ? ordinals.GetValueOrDefault(place) : 0).ThenBy(clock => clock.Id).ToList();
        var climbed = new HashSet<ClockId>();
        while (left.Where(clock => clock.NextAt <= now).MinBy(clock => clock.NextAt) is { } clock)
        {
            // Only as far as the next clock's turn: after days of standing still the rungs of a case come in their order all the same.
            var until = left.Where(other => other != clock && other.NextAt < now).Min(other => other.NextAt) ?? now;
            var reach = notices.GetValueOrDefault(clock.Notice.GetValueOrDefault());
            var facts = Facts(takedownCase, clock, reach, history, now) with { HasAuthority = hasAuthority(clock) };
            var steps = EscalationPlanner.Due(ladder, facts, until).Select(rung => Step(ladder, rung, clock, takedownCase, reach)).ToList();
            var done = facts with { Climbed = facts.Climbed.Concat(steps.Select(step => step.Rung)).ToHashSet(StringComparer.Ordinal) };
            if (takedownCase.Climb(clock.Id, steps, EscalationPlanner.NextAt(ladder, done), now))
            {
                climbed.Add(clock.Id);
                steps.ForEach(step => history.Add(clock.Id, step.Rung, step.SkippedBecause, now));
            }
            else
            {
                left.Remove(clock);
            }
        }

        return climbed.Count;
    }

    private ClimbFacts Facts(TakedownCase takedownCase, CaseClock clock, NoticeReach? reach, ClimbHistory history, DateTimeOffset now)
    {
        var place = takedownCase.Places.FirstOrDefault(place => place.Id == clock.Place);
        var refusedAt = place?.State == PlaceState.Refused ? place.StateSince : null;
        var siblings = Siblings(takedownCase, clock, refusedAt, history);
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
            Climbed = history.Of(clock.Id),
            Consents = takedownCase.Consents.Where(consent => consent.IsInForce).Select(consent => consent.Action).ToHashSet(),
            CanRemind = reach is { ByMail: true } && MayBeAsked(takedownCase, reach),
            HasSecondChannel = reach is { HasSecondChannel: true },
            HasHotlineReferral = takedownCase.HotlineToldAt is not null,
            HeldUntil = takedownCase.IsOnHold(now) ? takedownCase.HoldUntil : null,
            Holding = Holding(takedownCase, place, reach),
            RefusedAt = refusedAt,
            HasSaidNo = place is not null && PlaceStates.SaysNo(place.State),
            HadSaidNo = history.HadSaidNo(clock.Id),
            AlreadyDone = siblings.Where(done => done.Clock != clock || !done.Rung.IsFor(clock.Kind, takedownCase.Severity)).GroupBy(done => done.Action)
                .ToDictionary(group => group.Key, group => group.Max(done => done.Time)),
            LastDone = siblings.GroupBy(done => done.Action).ToDictionary(group => group.Key, group => group.Max(done => done.At)),
        };
    }

    private static HashSet<RungCondition> Holding(TakedownCase takedownCase, Place? place, NoticeReach? reach)
    {
        var roles = takedownCase.ProvidersOf(place).Select(provider => provider.Role).ToList();
        var holds = new (RungCondition Condition, bool IsSo)[]
        {
            (RungCondition.UnlistedSite, reach is { IsListed: false }),
            (RungCondition.WebAddress, place?.BlindIndex is not null),
            (RungCondition.InSearch, reach is { IsSearch: false } && place is { State: not PlaceState.HiddenInSearch }),
            (RungCondition.CdnKnown, roles.Contains(ProviderRole.Cdn)),
            (RungCondition.RegistrarKnown, roles.Contains(ProviderRole.Registrar)),
        };
        return [.. from one in holds where one.IsSo select one.Condition];
    }

    // Two laws on one place, or a hundred places of one notice, are as many clocks; the platform gets one reminder, and each
    // law's authority one complaint about all places that are late or refused when it is drafted. What is late only
    // afterwards is in none yet. A notice that names places of several sites has a host for each.
    private static List<OutwardStep> Siblings(TakedownCase takedownCase, CaseClock clock, DateTimeOffset? refusedAt, ClimbHistory history)
    {
        var late = refusedAt < clock.DueAt ? refusedAt : clock.DueAt;
        return
        [
            .. from step in history.StepsOf(clock)
               where step.Clock == clock || step.Action switch
               {
                   RungAction.DraftComplaint or RungAction.PreparePack => step.Clock.Basis == clock.Basis && step.At >= late,
                   _ => !RungActions.IsAboutOneSite(step.Action) || takedownCase.AreOnOneSite(step.Clock.Place, clock.Place),
               }
               select step,
        ];
    }

    /// <summary>What somebody, or the house, is asked to do by a rung with this action.</summary>
    public static TaskKind TaskOf(RungAction action) => action switch
    {
        RungAction.WarnAssignee => TaskKind.DeadlineNear,
        RungAction.TellAssignee => TaskKind.DeadlinePassed,
        RungAction.TellSupervisor => TaskKind.Supervise,
        RungAction.RemindPlatform => TaskKind.Remind,
        RungAction.SecondChannel => TaskKind.SecondChannel,
        RungAction.DraftComplaint => TaskKind.FileComplaint,
        RungAction.ReferToHotline => TaskKind.TellHotline,
        RungAction.AskHost => TaskKind.AskHost,
        RungAction.AskCdn => TaskKind.AskCdn,
        RungAction.AskRegistrar => TaskKind.AskRegistrar,
        RungAction.DeIndex => TaskKind.DeIndex,
        RungAction.PreparePack => TaskKind.PreparePack,
        RungAction.AskPoliceOrLawyer => TaskKind.PoliceOrLawyer,
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Nobody knows how to do that."),
    };

    // On the minor track nobody writes to a site that no directory knows: its owner may be the offender (practice P4).
    private static bool MayBeAsked(TakedownCase takedownCase, NoticeReach? reach) => takedownCase.Track == Track.Adult || reach is { IsListed: true };

    private static RungStep Step(Ladder ladder, RungDue due, CaseClock clock, TakedownCase takedownCase, NoticeReach? reach)
    {
        var whose = due.Rung.Tells == RungTells.Supervisors ? TaskFor.Supervisors : TaskFor.Holder;
        var isUnknownHost = due.Rung.Action == RungAction.AskHost && !takedownCase.HasProvider(clock.Place, ProviderRole.Host);
        var kind = isUnknownHost ? TaskKind.FindHost : TaskOf(due.Rung.Action);
        var owner = TaskKinds.IsForTheHouse(kind) ? TaskFor.House : whose;

        // A hundred places of one notice are told of as one matter, not a hundred times.
        var isOneMatter = clock.Notice is not null && (!RungActions.IsOutward(due.Rung.Action) || kind == TaskKind.PoliceOrLawyer);
        var task = isOneMatter
            ? new NewTask(kind, owner, clock.DueAt, Notice: clock.Notice)
            : new NewTask(kind, owner, clock.DueAt, clock.Id, clock.Notice, clock.Place);
        return new RungStep(
            due.Key,
            $"{ladder.Id}@{ladder.Version}",
            Codes.Of(due.Rung.Action),
            due.At,
            due.SkippedBecause,
            due.IsSkipped ? MayBeAsked(takedownCase, reach) ? ByHand(due, clock, whose) : null : task);
    }

    // A platform that takes forms only is reminded by a person: once, however many of the notice's places are late.
    private static NewTask? ByHand(RungDue due, CaseClock clock, TaskFor whose)
        => due is { Rung.Action: RungAction.RemindPlatform, SkippedBecause: SkipCode.NoMailChannel }
            ? new NewTask(TaskKind.Remind, whose, clock.DueAt, Notice: clock.Notice)
            : null;
}
