namespace TakedownCases.Data.Filing;

/// <summary>
/// A filing under way: sealed under a key that only the browser's cookie holds, gone after 24 hours or on exit
/// (design section 6).
/// </summary>
public sealed class FilingDraft
{
    public required Guid Id { get; init; }

    public required byte[] Content { get; set; }

    /// <summary>Counts saves; two tabs cannot overwrite one another unnoticed.</summary>
    public int Version { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }
}
