using System.Globalization;
using TakedownCases.Domain;

namespace TakedownCases.Web.Features.Shared.Cases;

/// <summary>A day and time that a person typed, in the zone in which pages show them theirs.</summary>
internal static class TypedTime
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>
    /// The instant; now where nothing was typed; null where it is none (as in the hour that summer time skips), or has not
    /// come yet. An hour that comes twice is the later one: nobody's time to act is made shorter by it.
    /// </summary>
    public static DateTimeOffset? Read(string? typed, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return now;
        }

        if (!DateTime.TryParseExact(typed.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || zone.IsInvalidTime(local))
        {
            return null;
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Min() : zone.GetUtcOffset(local);
        var at = new DateTimeOffset(local, offset).ToUniversalTime();
        return at <= now ? Instants.Cut(at) : null;
    }
}
