namespace TakedownCases.Domain.Escalation;

/// <summary>
/// A rung whose time has come, for which time of its repetition, and since when. With <see cref="SkippedBecause"/> (a
/// <see cref="SkipCode"/>) nothing is done, but it counts as climbed and is kept with its reason.
/// </summary>
public sealed record RungDue(Rung Rung, int Time, DateTimeOffset At, string? SkippedBecause)
{
    public bool IsSkipped => SkippedBecause is not null;

    /// <summary>Under what it is kept.</summary>
    public string Key => Rung.KeyOf(Time);
}
