namespace TakedownCases.Domain.Cases;

/// <summary>
/// What the filing says about the person and the harm, sealed as one record. Every member is optional: nothing optional
/// is ever required (design law 10).
/// </summary>
public sealed record CaseDetails
{
    public FilerKind Filer { get; init; }

    /// <summary>The representative's or family member's own word for who they are ("parent", "advocate" …).</summary>
    public string? FilerRelation { get; init; }

    /// <summary>The answer to "Are you 18 today?": chooses voice and helplines, never the track (practice P10).</summary>
    public bool? AdultToday { get; init; }

    /// <summary>Age range when it was made, minor track only: "under-13", "13-15", "16-17", or absent.</summary>
    public string? AgeRange { get; init; }

    /// <summary>Filed as "not sure": handled as minor.</summary>
    public bool AgeUnsure { get; init; }

    public bool? EditedOrGenerated { get; init; }

    public IReadOnlyList<HarmKind> Harms { get; init; } = [];

    public IReadOnlyList<Circumstance> Circumstances { get; init; } = [];

    public DangerAnswers Danger { get; init; } = new();

    /// <summary>In the person's own words.</summary>
    public string? Words { get; init; }

    /// <summary>How the key is kept: "memory", "paper", "someone", "unsafe" (practice P14).</summary>
    public string? KeyKept { get; init; }

    /// <summary>The answer against which two people may replace a lost key (practice P14).</summary>
    public string? RecoveryAnswer { get; init; }

    /// <summary>Filed by staff for a caller: interpreter, read back, witness (practice P16).</summary>
    public CallerRecord? Caller { get; init; }
}

/// <summary>How a filing taken by telephone or in person was made (practice P16).</summary>
public sealed record CallerRecord(
    string Channel,
    string? InterpreterLanguage,
    bool InterpreterIsRelativeOrChild,
    bool ReadBack,
    bool SpokenConsent,
    string? WitnessName);
