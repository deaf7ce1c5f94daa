namespace TakedownCases.Web.Localization;

/// <summary>How many plural forms a language has and which one a count takes, in gettext's order of forms.</summary>
/// <remarks>.NET has no plural rules; these are those of the Unicode CLDR for whole numbers.</remarks>
public sealed record PluralRule(int Forms, Func<long, int> Index)
{
    public static PluralRule OneIsSingular { get; } = new(2, n => n == 1 ? 0 : 1);

    public static PluralRule NoughtAndOneAreSingular { get; } = new(2, n => n is 0 or 1 ? 0 : 1);

    public static PluralRule Arabic { get; } = new(6, n => (n, n % 100) switch
    {
        (0, _) => 0,
        (1, _) => 1,
        (2, _) => 2,
        (_, >= 3 and <= 10) => 3,
        (_, >= 11 and <= 99) => 4,
        _ => 5,
    });
}
