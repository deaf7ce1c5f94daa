namespace TakedownCases.Data.Seed;

/// <summary>What a person may need somebody for; the words stand in helplines.json.</summary>
public static class HelplineNeeds
{
    /// <summary>In danger now.</summary>
    public const string Danger = "danger";

    /// <summary>Thoughts of ending one's life.</summary>
    public const string Suicide = "suicide";

    /// <summary>Threatened or blackmailed.</summary>
    public const string Threat = "threat";

    /// <summary>Someone for children and young people.</summary>
    public const string Child = "child";

    /// <summary>Intimate pictures shared against somebody's will.</summary>
    public const string Ncii = "ncii";

    public static IReadOnlyList<string> All { get; } = [Danger, Suicide, Threat, Child, Ncii];
}
