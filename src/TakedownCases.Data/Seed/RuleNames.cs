using System.Globalization;
using System.Text.RegularExpressions;

namespace TakedownCases.Data.Seed;

/// <summary>How rules and their versions are called. Versions sort by their text: a later one comes after an earlier one.</summary>
internal static partial class RuleNames
{
    public static bool IsId(string id) => Id().IsMatch(id);

    public static bool IsVersion(string version)
        => Version().IsMatch(version) && DateOnly.TryParseExact(version[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"^[a-z0-9-]{1,64}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[a-z]?\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();
}
