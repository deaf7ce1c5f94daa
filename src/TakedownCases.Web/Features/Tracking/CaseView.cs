using TakedownCases.Domain.Cases;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>One case as its key may see it, opened and ready to be shown.</summary>
public sealed record CaseView
{
    public required VoicedTexts Words { get; init; }

    public required KeyRights Rights { get; init; }

    public required CaseNumber Number { get; init; }

    public required Track Track { get; init; }

    public required CaseState State { get; init; }

    public required DateTimeOffset FiledAt { get; init; }

    public DateTimeOffset? ErasureDueAt { get; init; }

    public bool ErasureKeepsProof { get; init; }

    public bool KeyIsSafe { get; init; }

    /// <summary>The key of this visit was read out by staff.</summary>
    public bool KeyWasSpoken { get; init; }

    public bool FilerMayLookIn { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public IReadOnlyList<NextStep> Next { get; init; } = [];

    public IReadOnlyList<PlaceView> Places { get; init; } = [];

    /// <summary>What went out or waits to, oldest first; empty for a key that may not know.</summary>
    public IReadOnlyList<NoticeView> Notices { get; init; } = [];

    public LetterView? Letter { get; init; }

    public IReadOnlyList<MessageView> Messages { get; init; } = [];

    public IReadOnlyList<ConsentAction> Consents { get; init; } = [];

    public SafeContact? Contact { get; init; }

    public string? OwnWords { get; init; }

    /// <summary>Whom we told about the case, as far as this key may know it.</summary>
    public IReadOnlyList<ToldView> Told { get; init; } = [];

    public IReadOnlyList<Opening> Openings { get; init; } = [];

    public bool IsOpen => CaseStates.IsOpen(State);

    public bool IsStopped => State is CaseState.Withdrawn or CaseState.Closed;

    public bool MayAdd => IsOpen && ErasureDueAt is null;
}

/// <summary>One message; <paramref name="FromUs"/> when our team wrote it.</summary>
public sealed record MessageView(bool FromUs, string Text, DateTimeOffset At);

/// <summary>The texts of one voice: what says "you" to an adult exists once more for minors, who are spoken to as such.</summary>
public sealed class VoicedTexts(T texts, bool isMinor)
{
    // @keys tracking.adult.*
    // @keys tracking.minor.*
    private readonly string _prefix = isMinor ? "tracking.minor." : "tracking.adult.";

    public bool IsMinor => isMinor;

    public string this[string key] => texts[_prefix + key];

    public string this[string key, params (string Name, object? Value)[] arguments] => texts[_prefix + key, arguments];
}
