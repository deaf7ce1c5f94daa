namespace TakedownCases.Data.Filing;

/// <summary>
/// A filing under way: sealed under a key that only the browser's cookie holds, gone after 24 hours or on exit
/// (design section 6).
/// </summary>
public sealed class FilingDraft(Guid id, byte[] content, DateTimeOffset expiresAt)
{
    public Guid Id { get; private set; } = id;

    public byte[] Content { get; private set; } = content;

    /// <summary>Counts saves; two tabs cannot overwrite one another unnoticed.</summary>
    public int Version { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; } = expiresAt;

    /// <summary>Takes what the browser just sent.</summary>
    public void Keep(byte[] content)
    {
        Content = content;
        Version++;
    }

    /// <summary>After sending it lives a little longer only, for the key page.</summary>
    public void ExpireAt(DateTimeOffset when) => ExpiresAt = when;
}
