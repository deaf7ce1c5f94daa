namespace TakedownCases.Domain.Cases;

/// <summary>Kinds of harm a filing can name (practice P20, mission S17).</summary>
public enum HarmKind
{
    SharedWithoutConsent,
    ThreatToShare,
    Blackmail,
    EditedOrGenerated,
    HiddenCamera,
    Solicitation,
    Grooming,
    Sale,
    Trafficking,
    Other,
}

/// <summary>What an adult may say about how it came to be, in their own terms (practice P20).</summary>
public enum Circumstance
{
    Pressured,
    Paid,
    AgreedThenNotNow,
}
