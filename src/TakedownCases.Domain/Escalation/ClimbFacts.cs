using System.Collections.Frozen;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Escalation;

/// <summary>What the planner must know of one clock of a case, as it stands at the moment of asking. Nothing is looked up.</summary>
public sealed record ClimbFacts
{
    public required Track Track { get; init; }

    public required Severity Severity { get; init; }

    public required ClockFacts Clock { get; init; }

    /// <summary>Keys of the rungs climbed or skipped for this clock before.</summary>
    public required IReadOnlySet<string> Climbed { get; init; }

    /// <summary>The consents in force.</summary>
    public required IReadOnlySet<ConsentAction> Consents { get; init; }

    /// <summary>Whether the notice went by mail, so that a reminder can follow it.</summary>
    public required bool CanRemind { get; init; }

    /// <summary>Whether the platform has another channel for this purpose and track.</summary>
    public required bool HasSecondChannel { get; init; }

    /// <summary>Whether a hotline or the police have the case.</summary>
    public required bool HasHotlineReferral { get; init; }

    /// <summary>
    /// When the investigation hold ends that is in force (practice P4): until then nothing for the outside is prepared, and then it
    /// is. Null without one.
    /// </summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>Which conditions hold of the place and its platform.</summary>
    public IReadOnlySet<RungCondition> Holding { get; init; } = FrozenSet<RungCondition>.Empty;

    /// <summary>
    /// When the platform refused the place of the clock; null where it has not. What a person looks at before it leaves need not
    /// wait for the deadline then.
    /// </summary>
    public DateTimeOffset? RefusedAt { get; init; }

    /// <summary>The platform has answered about the place of the clock, and not with "removed": a reminder is no use.</summary>
    public bool HasSaidNo { get; init; }

    /// <summary>A reminder for this clock was left out because of that, whatever the platform was asked since: nor is a later one any use.</summary>
    public bool HadSaidNo { get; init; }

    /// <summary>Whether an authority hears complaints about what the clock's basis missed.</summary>
    public bool HasAuthority { get; init; } = true;

    /// <summary>
    /// Outward actions that another clock of the same notice has taken, or this one by a rung for another severity, and how many
    /// times. Two laws on one place are two clocks, but one platform must not get two reminders for them.
    /// </summary>
    public IReadOnlyDictionary<RungAction, int> AlreadyDone { get; init; } = FrozenDictionary<RungAction, int>.Empty;

    /// <summary>When this clock or another one of the same notice last took an outward action, so that a repetition is not sent right after.</summary>
    public IReadOnlyDictionary<RungAction, DateTimeOffset> LastDone { get; init; } = FrozenDictionary<RungAction, DateTimeOffset>.Empty;
}

/// <summary>The clock itself. Instants are UTC.</summary>
public sealed record ClockFacts
{
    public required ClockId Id { get; init; }

    public required ClockKind Kind { get; init; }

    /// <summary>Id of the legal basis or policy, for whoever carries the rung out.</summary>
    public required string Basis { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When it was met or stopped; null while it runs, overdue or not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>
    /// The calendar of a clock that counts working time, on which its percentages are counted too; null for every other
    /// clock, whose percentages are of the elapsed time.
    /// </summary>
    public WorkingCalendar? Calendar { get; init; }

    /// <summary>When it stood still, each time with its end: left out of the percentages.</summary>
    public IReadOnlyList<Pause> Pauses { get; init; } = [];
}
