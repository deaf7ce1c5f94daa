using TakedownCases.Data;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Demo;

/// <summary>One invented case: what was filed, how long before now, and what happened to it since.</summary>
internal sealed record DemoStory(TimeSpan Ago, Track Track, string Language, string? Country, CaseDetails Details)
{
    public IReadOnlyList<TypedPlace> Places { get; init; } = [];

    public SafeContact? Contact { get; init; }

    public IReadOnlyList<ConsentAction> Consents { get; init; } = [];

    /// <summary>The name under an adult's statement; null where nothing was signed.</summary>
    public string? SignedBy { get; init; }

    /// <summary>Which of the keys on the sign-in page opens it; null for a key nobody is told.</summary>
    public int? Key { get; init; }

    public IReadOnlyList<DemoStep> Steps { get; init; } = [];
}

/// <summary>One act on a case. <paramref name="By"/> is a colleague's mail name; null is whoever holds the key.</summary>
internal sealed record DemoStep(TimeSpan Ago, string? By, DemoAct Act);

internal delegate Task<Outcome> DemoAct(DemoTurn turn, CancellationToken cancellationToken);

/// <summary>The case, who acts, and when: what an act is done with.</summary>
internal sealed record DemoTurn(
    TakedownCase Case,
    CaseReading Reading,
    Actor By,
    DateTimeOffset Now,
    StartClock Clocks,
    PlaceReader Places,
    DemoDesk Desk,
    IReadOnlyDictionary<string, StaffId> Staff);
