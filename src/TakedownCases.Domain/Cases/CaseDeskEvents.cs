namespace TakedownCases.Domain.Cases;

/// <summary>Somebody told how a place stands.</summary>
public sealed record PlaceOutcomeTold(
    Actor By, DateTimeOffset At, PlaceId Place, PlaceState From, PlaceOutcome Told, SealedText? Words, SealedText? Reach)
    : CaseEvent(By, At)
{
    public override string Kind => "place.outcome";

    public override Certainty Certainty => Told.Source switch
    {
        OutcomeSource.OwnLook => Certainty.Observed,
        OutcomeSource.Conclusion => Certainty.Computed,
        _ => Certainty.Reported,
    };

    public override void Describe(EventFields fields) => fields
        .Id("place", Place.Value)
        .Id("notice", Told.Notice?.Value)
        .Code<PlaceState>("from", From)
        .Code<PlaceState>("to", Told.State)
        .Code<OutcomeSource>("source", Told.Source)
        .Instant("learned-at", Told.LearnedAt)
        .Id("second-staff", Told.Second?.Value)
        .Secret("text", Words)
        .Secret("reach", Told.Reach is null ? null : Reach);
}

/// <summary>A person is asked to do something.</summary>
public sealed record TaskRaised(
    Actor By, DateTimeOffset At, TaskId Task, TaskKind TaskKind, TaskFor For, ClockId? Clock, NoticeId? Notice, PlaceId? Place, ReferralId? Referral)
    : CaseEvent(By, At)
{
    public override string Kind => "task.raised";

    public override Certainty Certainty => By.Kind == ActorKind.System ? Certainty.Computed : Certainty.Observed;

    public override void Describe(EventFields fields) => fields
        .Id("task", Task.Value)
        .Code<TaskKind>("task-kind", TaskKind)
        .Code<TaskFor>("to", For)
        .Id("clock", Clock?.Value)
        .Id("notice", Notice?.Value)
        .Id("place", Place?.Value)
        .Id("referral", Referral?.Value);
}

/// <summary>A task ended: a person did it, or it was no longer needed.</summary>
public sealed record TaskEnded(Actor By, DateTimeOffset At, TaskId Task, TaskKind TaskKind) : CaseEvent(By, At)
{
    public override string Kind => "task.ended";

    public override void Describe(EventFields fields) => fields.Id("task", Task.Value).Code<TaskKind>("task-kind", TaskKind);
}

/// <summary>A clock climbed a rung of its ladder (design law 8).</summary>
public sealed record LadderClimbed(Actor By, DateTimeOffset At, ClockId Clock, RungStep Step) : CaseEvent(By, At)
{
    public override string Kind => "ladder.climbed";

    public override Certainty Certainty => Certainty.Computed;

    public override void Describe(EventFields fields) => fields
        .Id("clock", Clock.Value)
        .Code("ladder", Step.Ladder)
        .Code("rung", Step.Rung)
        .Code("action", Step.Action)
        .Instant("due-at", Step.DueAt)
        .Code("outcome", Step.SkippedBecause);
}

/// <summary>The hotline for this kind of material was told at <paramref name="ToldAt"/>; the minor track begins there (practice P4).</summary>
public sealed record HotlineTold(Actor By, DateTimeOffset At, string Hotline, string? Duty, DateTimeOffset ToldAt, SealedText? Reference)
    : CaseEvent(By, At)
{
    public override string Kind => "hotline.told";

    public override void Describe(EventFields fields) => fields
        .Code("hotline", Hotline).Code("duty", Duty).Instant("at", ToldAt).Secret("reference", Reference);
}

/// <summary>A notice that names these places left the house.</summary>
public sealed record PlacesNoticed(Actor By, DateTimeOffset At, NoticeId Notice, IReadOnlyList<PlaceId> Places) : CaseEvent(By, At)
{
    public override string Kind => "places.noticed";

    public override void Describe(EventFields fields) => fields
        .Id("notice", Notice.Value).Ids("places", [.. Places.Select(place => place.Value)]);
}
