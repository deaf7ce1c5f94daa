namespace TakedownCases.Data.Vault;

/// <summary>A sealed field does not open: changed, cut, moved, or under another key. It names the place, never the content.</summary>
public sealed class SealedFieldException(FieldPlace place, string reason)
    : Exception($"The sealed field {place} does not open: {reason}.")
{
    public FieldPlace Place { get; } = place;
}
