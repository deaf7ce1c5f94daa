using System.Globalization;

namespace TakedownCases.Web.Localization;

/// <summary>A language as pages need it. The culture is neutral: a region would bring calendars we do not want.</summary>
public sealed record Language(
    string Code,
    string Name,
    string Direction,
    CultureInfo Culture,
    PluralRule Plural,
    string DatePattern,
    string TimeJoin)
{
    /// <summary>Made from the English texts, for tests of the pages; never offered in Production.</summary>
    public bool IsPseudo { get; init; }

    public bool IsRightToLeft => Direction == "rtl";
}
