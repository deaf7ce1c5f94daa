namespace TakedownCases.Domain.Platforms;

/// <summary>A platform's stable slug, such as "meta-facebook"; lower-case letters, digits and hyphens.</summary>
public readonly record struct PlatformId(string Value)
{
    public override string ToString() => Value;
}
