using System.Globalization;
using TakedownCases.Domain;

namespace TakedownCases.Web.Features.Notices.Sending;

/// <summary>A day and time that a person typed, always UTC, as courts will read it.</summary>
internal static class TypedTime
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>The instant; now where nothing was typed; null where it is none, or has not come yet.</summary>
    public static DateTimeOffset? Read(string? typed, DateTimeOffset now)
        => string.IsNullOrWhiteSpace(typed) ? now
            : DateTimeOffset.TryParseExact(
                typed.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
                && at <= now
            ? Instants.Cut(at)
            : null;

    public static string Write(DateTimeOffset at) => at.UtcDateTime.ToString(Formats[0], CultureInfo.InvariantCulture);
}
