namespace TakedownCases.Domain.Cases;

/// <summary>How the person may be reached. The default is that they come back by themselves.</summary>
public enum ContactChannel
{
    ComesBack,
    Mail,
    Telephone,
    ThroughSomeone,
}

/// <summary>Safe contact as the person set it, sealed as one record (experience 2.4, Safety Net).</summary>
public sealed record SafeContact
{
    public ContactChannel Channel { get; init; }

    /// <summary>The address or number, exactly as given.</summary>
    public string? Address { get; init; }

    /// <summary>Who to ask for, where the person gave somebody they trust.</summary>
    public string? Who { get; init; }

    /// <summary>When and how it is safe: "evenings", "no voicemail", "do not say where you call from".</summary>
    public string? SafeWhen { get; init; }

    public bool NoVoicemail { get; init; }

    /// <summary>Each adult around a child: never, ask first, may be contacted (practice P8).</summary>
    public IReadOnlyList<AdultAround> Adults { get; init; } = [];
}

/// <summary>One adult around a child, and whether we may speak with them (practice P8).</summary>
public sealed record AdultAround(string Who, ContactRule Rule);

public enum ContactRule
{
    Never,
    AskFirst,
    MayContact,
}
