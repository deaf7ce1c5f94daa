namespace TakedownCases.Web.Features.Tracking;

/// <summary>The time in which days are told to a survivor: their country's, where it has one time; else UTC.</summary>
internal static class ReaderZone
{
    private static readonly Dictionary<string, string> OneTime = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AT"] = "Europe/Vienna", ["BE"] = "Europe/Brussels", ["BG"] = "Europe/Sofia", ["CH"] = "Europe/Zurich",
        ["CZ"] = "Europe/Prague", ["DE"] = "Europe/Berlin", ["DK"] = "Europe/Copenhagen", ["EE"] = "Europe/Tallinn",
        ["FI"] = "Europe/Helsinki", ["FR"] = "Europe/Paris", ["GB"] = "Europe/London", ["GR"] = "Europe/Athens",
        ["HR"] = "Europe/Zagreb", ["HU"] = "Europe/Budapest", ["IE"] = "Europe/Dublin", ["IT"] = "Europe/Rome",
        ["LT"] = "Europe/Vilnius", ["LU"] = "Europe/Luxembourg", ["LV"] = "Europe/Riga", ["MT"] = "Europe/Malta",
        ["NL"] = "Europe/Amsterdam", ["NO"] = "Europe/Oslo", ["PL"] = "Europe/Warsaw", ["RO"] = "Europe/Bucharest",
        ["SE"] = "Europe/Stockholm", ["SG"] = "Asia/Singapore", ["SI"] = "Europe/Ljubljana", ["SK"] = "Europe/Bratislava",
    };

    public static TimeZoneInfo Of(string? country)
        => country is not null && OneTime.TryGetValue(country, out var id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : TimeZoneInfo.Utc;
}
