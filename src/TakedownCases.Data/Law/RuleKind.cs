namespace TakedownCases.Data.Law;

/// <summary>What sort of rule an edition changes; each has a file in Seed with what the build ships.</summary>
public enum RuleKind
{
    Basis,
    Policy,
    Ladder,
    Calendar,
}
