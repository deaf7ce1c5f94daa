using System.Collections.Frozen;
using System.Text;

namespace TakedownCases.Domain.Platforms;

/// <summary>What people put around an address, taken off; and what looks like one.</summary>
internal static class AddressText
{
    private const string Opening = "\"'<([{«‹“”„‘’`*•·‣–—";
    private const string Closing = "\"'>»›“”‘’`*.,;:!?…";

    private static readonly (string Written, string Meant)[] Defanged =
    [
        ("hxxps", "https"), ("hxxp", "http"), ("h**ps", "https"), ("h**p", "http"), ("[.]", "."), ("(.)", "."), ("{.}", "."),
        ("[dot]", "."), ("(dot)", "."), ("[:]", ":"), ("[://]", "://"), ("[/]", "/"),

        // Browsers read a backslash as a slash, and so does the reader of addresses.
        (@"[:\\]", "://"), (@"[:/\]", "://"), (@"[:\/]", "://"), (@"[\]", "/"),
    ];

    // For bare words only ("jean.dupont" is a name, "jean.org" an address); two letters are a country, longer ones are listed.
    private static readonly FrozenSet<string> Endings = ("com org net info biz edu gov mil int name mobi pro app dev page site "
        + "online store shop blog club live life world today news media social network chat link click cam sex porn adult xxx sexy "
        + "dating video photo photos pics gallery film stream tube cloud host hosting space website web tech digital email xyz top "
        + "icu vip win fun lol wtf bid loan men party date wiki zone group team best onion example test invalid africa asia paris "
        + "berlin london moscow tokyo quebec bzh eus gal goog google youtube arpa")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The text without quotes, brackets, bullets and final punctuation that do not belong to it.</summary>
    public static string Undecorate(string text)
    {
        for (var before = -1; before != text.Length;)
        {
            before = text.Length;
            text = text.Trim();
            if (text.Length > 0 && Opening.Contains(text[0], StringComparison.Ordinal) && !text.StartsWith("[::", StringComparison.Ordinal))
            {
                text = text[1..];
            }

            if (text.Length > 0 && (Closing.Contains(text[^1], StringComparison.Ordinal) || IsUnopened(text)))
            {
                text = text[..^1];
            }
        }

        return text;
    }

    /// <summary>Undoes what careful people do so that nobody clicks: "hxxps://example[.]org".</summary>
    public static string Refang(string text)
    {
        foreach (var (written, meant) in Defanged)
        {
            if (!text.Contains(written, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            // Only the scheme is spelt so at the front; further on the letters may be part of a name.
            text = written[0] == 'h'
                ? text.StartsWith(written, StringComparison.OrdinalIgnoreCase) ? meant + text[written.Length..] : text
                : text.Replace(written, meant, StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }

    /// <summary>Letters, digits, marks of addresses before the first colon, if that is what stands there; lower-case.</summary>
    public static string? Scheme(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var scheme = colon > 1 ? text[..colon] : "";
        return scheme.Length is > 1 and < 30 && char.IsAsciiLetter(scheme[0])
            && scheme.All(character => char.IsAsciiLetterOrDigit(character) || character is '+' or '-' or '.')
            && !LooksLikePort(text.AsSpan(colon + 1))
            ? scheme.ToLowerInvariant()
            : null;
    }

    public static bool HasWebScheme(string text)
        => text.StartsWith("http:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    /// <summary>"example.org/path", "www.example", "example.org:8080" without a scheme.</summary>
    public static bool LooksBare(string text)
    {
        var end = text.AsSpan().IndexOfAny("/?#\\");
        var host = (end < 0 ? text : text[..end]).TrimEnd('.');
        var colon = host.LastIndexOf(':');
        var hasPort = colon > 0 && LooksLikePort(host.AsSpan(colon + 1));
        host = (hasPort ? host[..colon] : host).Replace('\u3002', '.').Replace('\uff0e', '.').Replace('\uff61', '.');
        var labels = host.Split('.');
        if (labels.Length < 2 || host.Contains('@', StringComparison.Ordinal)
            || !labels.All(label => label.Length > 0 && label.EnumerateRunes().All(IsLabelRune)))
        {
            return false;
        }

        var last = labels[^1].ToLowerInvariant();
        return end > 0 || hasPort || labels[0].Equals("www", StringComparison.OrdinalIgnoreCase)
            || (labels.Length == 4 && labels.All(label => byte.TryParse(label, out _)))
            || (last.All(char.IsAsciiLetter) ? last.Length == 2 || Endings.Contains(last) : !Ascii.IsValid(last) || last.StartsWith("xn--", StringComparison.Ordinal));
    }

    private static bool IsLabelRune(Rune rune)
        => Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' || (rune.Value > 127 && !Rune.IsWhiteSpace(rune) && !Rune.IsPunctuation(rune));

    private static bool LooksLikePort(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny("/?#");
        var digits = end < 0 ? text : text[..end];
        return digits.Length is > 0 and <= 5 && !digits.ContainsAnyExceptInRange('0', '9');
    }

    private static bool IsUnopened(string text)
    {
        var opening = text[^1] switch { ')' => '(', ']' => '[', '}' => '{', _ => '\0' };
        return opening != '\0' && text.Count(character => character == opening) < text.Count(character => character == text[^1]);
    }
}
