using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Law;

/// <summary>Where an edition stands.</summary>
public enum RuleEditionState
{
    Proposed,
    Active,

    /// <summary>Refused by a second person, or taken back by whoever proposed it.</summary>
    Withdrawn,

    /// <summary>A later edition of the same rule holds in its stead; clocks counted under it can still be counted again.</summary>
    Superseded,
}

/// <summary>
/// A change of one rule, made in the running installation: the whole record in the form of the shipped files, who proposed
/// it and why, and who decided (docs/adr/0016).
/// </summary>
public sealed class RuleEdition
{
    public required Guid Id { get; init; }

    public required RuleKind Kind { get; init; }

    public required string RuleId { get; init; }

    public required string Version { get; init; }

    /// <summary>The record as JSON, read by the same reader as the shipped files.</summary>
    public required string Json { get; init; }

    /// <summary>Why, in the words of whoever proposed it; sealed.</summary>
    public required byte[] Reason { get; init; }

    public RuleEditionState State { get; private set; }

    public required StaffId ProposedBy { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public StaffId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was refused; sealed.</summary>
    public byte[]? Answer { get; private set; }

    /// <summary>Whether it held at some time.</summary>
    public bool HasHeld => State is RuleEditionState.Active or RuleEditionState.Superseded;

    /// <summary>Where the reason of an edition is sealed.</summary>
    public static FieldPlace ReasonOf(Guid id) => new("rule_edition", "reason", id);

    /// <summary>Where the answer to an edition is sealed.</summary>
    public static FieldPlace AnswerTo(Guid id) => new("rule_edition", "answer", id);

    /// <summary>A second person lets it hold from now on.</summary>
    public Outcome Activate(StaffId by, DateTimeOffset now) => Decide(by, RuleEditionState.Active, null, now);

    /// <summary>A second person does not let it hold.</summary>
    public Outcome Refuse(StaffId by, byte[]? answer, DateTimeOffset now) => Decide(by, RuleEditionState.Withdrawn, answer, now);

    /// <summary>Whoever proposed it thinks again.</summary>
    public Outcome TakeBack(StaffId by, DateTimeOffset now)
    {
        if (State != RuleEditionState.Proposed)
        {
            return RuleRefusals.Decided;
        }

        if (by != ProposedBy)
        {
            return RuleRefusals.NotYours;
        }

        (State, DecidedBy, DecidedAt) = (RuleEditionState.Withdrawn, by, now);
        return Outcome.Done;
    }

    internal void Supersede() => State = RuleEditionState.Superseded;

    private Outcome Decide(StaffId by, RuleEditionState to, byte[]? answer, DateTimeOffset now)
    {
        if (State != RuleEditionState.Proposed)
        {
            return RuleRefusals.Decided;
        }

        if (by == ProposedBy)
        {
            return RuleRefusals.SecondPerson;
        }

        (State, DecidedBy, DecidedAt, Answer) = (to, by, now, answer);
        return Outcome.Done;
    }
}
