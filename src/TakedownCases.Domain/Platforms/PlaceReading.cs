namespace TakedownCases.Domain.Platforms;

/// <summary>
/// What was made of a place that somebody typed. <paramref name="AsTyped"/> is what they wrote, made safe to keep
/// (<see cref="PlainText"/>) and otherwise untouched; <paramref name="Cleaned"/> is the same without decoration;
/// <paramref name="Address"/> is null when there is nothing that a browser could open.
/// </summary>
public sealed record PlaceReading(
    string AsTyped,
    string Cleaned,
    PlaceKind SuggestedKind,
    CanonicalAddress? Address,
    Hint? Hint);
