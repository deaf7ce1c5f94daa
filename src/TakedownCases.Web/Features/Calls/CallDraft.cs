namespace TakedownCases.Web.Features.Calls;

/// <summary>
/// A call under way, sealed under a key that only this browser's cookie holds. Command and key are made with it, so that a
/// form sent twice files once and shows the same key.
/// </summary>
public sealed record CallDraft
{
    /// <summary>Whose call it is: the next person at the same desk does not see it.</summary>
    public required Guid Staff { get; init; }

    public required Guid Command { get; init; }

    /// <summary>The twenty digits.</summary>
    public required string Key { get; init; }

    public required CallForm Form { get; init; }

    /// <summary>Set once the call was filed.</summary>
    public string? Number { get; init; }

    // Whatever prints this must not print a key.
    public override string ToString() => "[call draft]";
}
