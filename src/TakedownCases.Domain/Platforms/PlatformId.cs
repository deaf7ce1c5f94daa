namespace TakedownCases.Domain.Platforms;

/// <summary>A platform's stable slug, such as "meta-facebook"; lower-case letters, digits and hyphens.</summary>
public readonly record struct PlatformId(string Value)
{
    /// <summary>What a notice names where the directory does not know the site.</summary>
    public const string Unlisted = "other";

    public override string ToString() => Value;
}
