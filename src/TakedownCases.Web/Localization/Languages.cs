using System.Globalization;

namespace TakedownCases.Web.Localization;

/// <summary>The languages this installation offers, in the order in which menus list them.</summary>
public sealed class Languages(bool withPseudo)
{
    public static Language English { get; } =
        new("en", "English", "ltr", Gregorian("en"), PluralRule.OneIsSingular, "d MMMM yyyy", ", ");

    public static Language French { get; } =
        new("fr", "Français", "ltr", Gregorian("fr"), PluralRule.NoughtAndOneAreSingular, "d MMMM yyyy", " à ");

    public static Language Spanish { get; } =
        new("es", "Español", "ltr", Gregorian("es"), PluralRule.OneIsSingular, "d 'de' MMMM 'de' yyyy", ", ");

    public static Language German { get; } =
        new("de", "Deutsch", "ltr", Gregorian("de"), PluralRule.OneIsSingular, "d. MMMM yyyy", ", ");

    public static Language Arabic { get; } =
        new("ar", "العربية", "rtl", Gregorian("ar"), PluralRule.Arabic, "d MMMM yyyy", "، ");

    public static Language Pseudo { get; } = English with { Code = "qps", Name = "[Ƥşḗŭđǿ]", IsPseudo = true };

    public static Language PseudoRightToLeft { get; } =
        Pseudo with { Code = "qps-rtl", Name = "[Ƥşḗŭđǿ ← ]", Direction = "rtl" };

    /// <summary>Languages whose texts are complete.</summary>
    public static IReadOnlyList<Language> Shipped { get; } = [English, French];

    /// <summary>Languages with rules but, as yet, without texts: a translation can start from them.</summary>
    public static IReadOnlyList<Language> Prepared { get; } = [Spanish, German, Arabic];

    public IReadOnlyList<Language> All { get; } =
        withPseudo ? [.. Shipped, Pseudo, PseudoRightToLeft] : Shipped;

    public Language Default => English;

    public Language? Find(string? code)
    {
        foreach (var language in All)
        {
            if (string.Equals(language.Code, code, StringComparison.Ordinal))
            {
                return language;
            }
        }

        return null;
    }

    /// <summary>The best of ours for an Accept-Language header; the network location is never asked.</summary>
    public Language Best(string? acceptLanguage)
    {
        var best = Default;
        var bestQuality = 0.0;
        foreach (var part in (acceptLanguage ?? "").Split(',', 32, StringSplitOptions.TrimEntries))
        {
            var pieces = part.Split(';', StringSplitOptions.TrimEntries);
            var quality = 1.0;
            if (pieces.Length > 1 && pieces[1].StartsWith("q=", StringComparison.OrdinalIgnoreCase)
                && !double.TryParse(pieces[1].AsSpan(2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out quality))
            {
                continue;
            }

            var primary = pieces[0].Split('-')[0];
            var found = All.FirstOrDefault(l => !l.IsPseudo && l.Code.Equals(primary, StringComparison.OrdinalIgnoreCase));
            if (found is not null && quality > bestQuality)
            {
                (best, bestQuality) = (found, quality);
            }
        }

        return best;
    }

    private static CultureInfo Gregorian(string code)
    {
        // A deadline in another calendar is a wrong deadline: Arabic regions default to Umm al-Qura.
        var culture = new CultureInfo(code, useUserOverride: false);
        culture.DateTimeFormat.Calendar = new GregorianCalendar();
        return CultureInfo.ReadOnly(culture);
    }
}
