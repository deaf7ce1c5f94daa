using System.Collections.Frozen;
using System.Globalization;
using TakedownCases.Domain.Referrals;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Shared;

/// <summary>
/// Names of the directory in the reader's language: a body's own name is the same in every language, but "the police" is nobody's
/// own name.
/// </summary>
public sealed class AuthorityNames(AuthorityDirectory directory, T texts)
{
    // @keys shared.authority.*
    private static readonly FrozenSet<string> Generic
        = FrozenSet.Create(StringComparer.Ordinal, "police", "other", "inhope-other", "dsa-coordinator", "dispute-body", "dpa-eu");

    public string Of(string id) => Of(id, texts);

    public string Of(string id, T own) => Generic.Contains(id) ? own["shared.authority." + id] : directory.Find(id)?.Name ?? id;

    /// <summary>The country's name; a code that is none stays as it is.</summary>
    public string Country(string code) => code switch
    {
        AuthorityDirectory.Everywhere => texts["shared.country.everywhere"],
        AuthorityDirectory.Union => texts["shared.country.union"],
        _ => Countries.Name(code, texts.Language) ?? code,
    };

    /// <summary>What its own speakers call it.</summary>
    public static string Language(string code) => CultureInfo.GetCultureInfo(code).NativeName;
}
