using System.Diagnostics.CodeAnalysis;

namespace TakedownCases.Web.Features.Shared;

/// <summary>Where to go on to after a form: a path of the staff pages, never an address somebody else chose.</summary>
public static class LocalPath
{
    private const int Longest = 400;

    /// <summary>The path, or null for anything that is not plainly one of ours.</summary>
    public static string? Of(string? path) => IsOurs(path) ? path : null;

    private static bool IsOurs([NotNullWhen(true)] string? path)
        => path is { Length: <= Longest }
            && path.StartsWith("/staff/", StringComparison.Ordinal)
            && !path.StartsWith("/staff/sign-", StringComparison.Ordinal)
            && !path.Contains("//", StringComparison.Ordinal)
            && !path.Contains('\\', StringComparison.Ordinal)
            && !path.Any(char.IsControl);
}
