using TakedownCases.Domain;

namespace TakedownCases.Data.Law;

/// <summary>Why a change of a rule does not happen.</summary>
public static class RuleRefusals
{
    /// <summary>The record cannot be read; the message says where and why.</summary>
    public const string Unreadable = "unreadable";

    public static Refusal NotFound { get; } = new("not-found", "There is no such proposal.");

    public static Refusal Decided { get; } = new("decided", "This proposal was decided already.");

    public static Refusal SecondPerson { get; } = new("second-person", "A second person decides.");

    public static Refusal NotYours { get; } = new("not-yours", "Only whoever proposed it takes it back.");

    public static Refusal AlreadyProposed { get; } = new("already-proposed", "A change of this rule waits already.");

    public static Refusal NothingChanged { get; } = new("nothing-changed", "The record says the same as the version that holds.");

    public static Refusal NoReason { get; } = new("reason", "A reason is missing, or it is too long.");

    public static Refusal TooLong { get; } = new("too-long", "The record is too long.");

    public static Refusal OtherRule { get; } = new("other-rule", "The record is of another rule than this page.");

    public static Refusal VersionTaken { get; } = new("version", "The version must come after every version there is.");

    public static Refusal VersionAhead { get; } = new("version-ahead", "The version may not lie more than a year ahead: later laws would come before it.");

    public static Refusal Review { get; } = new("review", "A legal colleague reviews in their own name only, and of exactly what they propose.");

    public static Refusal Cannot(string why) => new(Unreadable, why);
}
