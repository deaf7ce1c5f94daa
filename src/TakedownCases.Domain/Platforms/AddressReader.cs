using System.Globalization;
using System.Text;

namespace TakedownCases.Domain.Platforms;

/// <summary>
/// Reads an address as a browser's address bar would (backslashes, credentials, odd hosts) into its canonical form.
/// Written by hand because System.Uri refuses much of what people paste and keeps what duplicates must not differ by.
/// Never throws, never looks anything up.
/// </summary>
internal static class AddressReader
{
    private static readonly (string Host, string Path, string Parameter)[] Wrappers =
    [
        ("google.com", "/url", "q"), ("google.com", "/url", "url"), ("l.facebook.com", "/l.php", "u"),
        ("lm.facebook.com", "/l.php", "u"), ("l.instagram.com", "/", "u"), ("youtube.com", "/redirect", "q"),
        ("out.reddit.com", "/", "url"), ("vk.com", "/away.php", "to"),
    ];

    /// <summary>The address, or why there is none; a code beside an address is a remark ("credentials").</summary>
    internal readonly record struct Result(CanonicalAddress? Address, string? Code, ParsedAddress? Parts);

    internal sealed record ParsedAddress(string Scheme, string Host, int Port, string Path, List<QueryParameter> Query, string Fragment);

    public static Result Read(string text)
    {
        var credentials = false;
        ParsedAddress? outer = null;
        while (true)
        {
            var code = Parse(text, out var parts, out var hadCredentials);
            if (parts is null)
            {
                // What a wrapper carries is no address after all: the wrapper itself is the place.
                return outer is null ? new Result(null, code, null) : Finish(outer, credentials);
            }

            credentials |= hadCredentials;
            outer = parts;
            var target = Unwrap(parts);
            if (target is null)
            {
                return Finish(parts, credentials);
            }

            text = target;
        }
    }

    private static Result Finish(ParsedAddress parts, bool credentials)
        => new(new CanonicalAddress(parts.Host, Write(parts)), credentials ? "credentials" : null, parts);

    private static string? Parse(string text, out ParsedAddress? parts, out bool hadCredentials)
    {
        parts = null;
        hadCredentials = false;
        text = string.Concat(text.Where(character => !char.IsControl(character))).Trim();
        var scheme = "https";
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon is 4 or 5 && text[..colon].ToLowerInvariant() is ("http" or "https") and var given)
        {
            scheme = given;
            text = text[(colon + 1)..];
        }

        var end = text.AsSpan().IndexOfAny('?', '#');
        var before = (end < 0 ? text : text[..end]).Replace('\\', '/');
        var after = end < 0 ? "" : text[end..];
        var slashes = before.Length - before.TrimStart('/').Length;
        if (slashes > 2 || slashes == before.Length)
        {
            return "no-host";
        }

        before = before[slashes..];
        var authorityEnd = before.IndexOf('/', StringComparison.Ordinal);
        var authority = authorityEnd < 0 ? before : before[..authorityEnd];
        var path = authorityEnd < 0 ? "/" : before[authorityEnd..];
        var at = authority.LastIndexOf('@');
        hadCredentials = at >= 0;
        authority = authority[(at + 1)..];
        if (authority.Length == 0)
        {
            return "no-host";
        }

        if (!TrySplitPort(authority, scheme, out var hostText, out var port) || HostReader.Normalise(hostText) is not { } host)
        {
            return "host-odd";
        }

        if (HostReader.IsLocal(host))
        {
            return "local-address";
        }

        parts = Canonical(scheme, KnownSites.Fold(host), port, path, after);
        return null;
    }

    private static ParsedAddress Canonical(string scheme, string host, int port, string path, string after)
    {
        var hash = after.IndexOf('#', StringComparison.Ordinal);
        var query = hash < 0 ? after : after[..hash];
        var fragment = hash < 0 ? "" : after[(hash + 1)..];
        var parts = new ParsedAddress(
            port == 0 ? "https" : scheme,
            host,
            port,
            PathText.Normalise(path),
            QueryText.Normalise(query.Length > 0 ? query[1..] : "", host),
            IsContent(fragment) ? PercentCoding.Normalise(fragment) : "");
        return SameVideo(parts);
    }

    // "#!…" and "#/…" are how pages without real addresses name their content; everything else is a place on the page.
    private static bool IsContent(string fragment) => fragment.Length > 1 && fragment[0] is '!' or '/';

    private static ParsedAddress SameVideo(ParsedAddress parts)
    {
        var segments = parts.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var video = parts.Host switch
        {
            "youtu.be" when segments.Length == 1 => segments[0],
            "youtube.com" when segments is [("shorts" or "embed" or "live" or "v"), _] => segments[1],
            _ => null,
        };
        if (video is null || !video.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'))
        {
            return parts;
        }

        var query = QueryText.Without(parts.Query, "youtube.com").Where(parameter => parameter.Name != "v").Append(new("v", video));
        return parts with { Host = "youtube.com", Path = "/watch", Query = QueryText.InOrder(query) };
    }

    private static string? Unwrap(ParsedAddress parts)
    {
        foreach (var (host, path, parameter) in Wrappers)
        {
            if (parts.Host == host && parts.Path == path
                && parts.Query.Find(candidate => candidate.Name == parameter) is { Value: { } value })
            {
                var target = Uri.UnescapeDataString(value);
                if (target.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
                    || target.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
                {
                    return target;
                }
            }
        }

        return null;
    }

    private static bool TrySplitPort(string authority, string scheme, out string host, out int port)
    {
        port = 0;
        var colon = authority.LastIndexOf(':');
        host = authority;
        if (colon < 0 || authority.EndsWith(']'))
        {
            return true;
        }

        host = authority[..colon];
        var digits = authority.AsSpan(colon + 1);
        if (digits.Length == 0)
        {
            return true;
        }

        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is 0 or > 65535)
        {
            return false;
        }

        if (port == (scheme == "http" ? 80 : 443))
        {
            port = 0;
        }

        return true;
    }

    private static string Write(ParsedAddress parts)
    {
        var text = new StringBuilder().Append(parts.Scheme).Append("://").Append(parts.Host);
        if (parts.Port != 0)
        {
            text.Append(':').Append(parts.Port);
        }

        text.Append(parts.Path);
        if (parts.Query.Count > 0)
        {
            text.Append('?').AppendJoin('&', parts.Query);
        }

        return (parts.Fragment.Length > 0 ? text.Append('#').Append(parts.Fragment) : text).ToString();
    }
}
