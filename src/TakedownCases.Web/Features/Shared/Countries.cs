using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Shared;

/// <summary>The countries of the world in the reader's language, as the Unicode data names them.</summary>
internal static class Countries
{
    // Parts of states that the data lists beside them and that answer to the same numbers.
    private static readonly string[] LeftOut = ["AC", "CP", "DG", "EA", "IC", "TA", "UM"];

    private static readonly HashSet<string> Codes = CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(culture => new RegionInfo(culture.Name).TwoLetterISORegionName)
        .Where(code => code.Length == 2 && code.All(char.IsAsciiLetterUpper) && !LeftOut.Contains(code))
        .ToHashSet(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, IReadOnlyList<SelectListItem>> Lists = new(StringComparer.Ordinal);

    /// <summary>The code, if there is such a country.</summary>
    public static string? Known(string? code) => code is not null && Codes.Contains(code) ? code : null;

    public static string? Name(string? code, Language language)
        => Known(code) is { } known ? new RegionInfo($"{NamesOf(language)}-{known}").NativeName : null;

    /// <summary>For a list, sorted for readers; the first is "I would rather not say".</summary>
    public static IReadOnlyList<SelectListItem> Items(Language language, string none)
        => [new SelectListItem(none, ""), .. Lists.GetOrAdd(language.Code, _ => Sorted(language))];

    private static IReadOnlyList<SelectListItem> Sorted(Language language)
        => [.. Codes.Select(code => new SelectListItem(Name(code, language), code))
            .OrderBy(item => item.Text, StringComparer.Create(language.Culture, CompareOptions.IgnoreNonSpace))];

    private static string NamesOf(Language language) => language.IsPseudo ? "en" : language.Code;
}
