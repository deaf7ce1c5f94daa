using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TakedownCases.Domain.Tests.Notices;

/// <summary>
/// A reader of messages that shares nothing with our writer: splits, unfolds and decodes by the letter of RFC 2045, 2046
/// and 2047, and fails on what those do not allow.
/// </summary>
internal sealed partial record MimeReader(string Head, IReadOnlyDictionary<string, string> Headers, string Text, string Json)
{
    private static readonly SearchValues<byte> Allowed = SearchValues.Create([9, 10, 13, .. Enumerable.Range(32, 95).Select(value => (byte)value)]);

    public static MimeReader Read(byte[] message)
    {
        var raw = Encoding.Latin1.GetString(message);
        Assert.False(message.AsSpan().ContainsAnyExcept(Allowed), "a byte is not printable ASCII");
        Assert.DoesNotContain(raw.Replace("\r\n", "", StringComparison.Ordinal), character => character is '\r' or '\n');
        Assert.True(raw.Split("\r\n").Max(line => line.Length) <= 998, "a line is longer than RFC 5322 allows");
        var (head, headers, body) = Entity(raw);
        const string kind = "multipart/mixed; boundary=\"";
        Assert.StartsWith(kind, headers["content-type"], StringComparison.Ordinal);
        var boundary = headers["content-type"][kind.Length..^1];
        Assert.InRange(boundary.Length, 1, 70);
        var parts = ("\r\n" + body).Split("\r\n--" + boundary);
        Assert.Equal(4, parts.Length);
        Assert.Equal("", parts[0]);
        Assert.Equal("--\r\n", parts[3]);
        Assert.All(parts[1..3], part => Assert.StartsWith("\r\n", part, StringComparison.Ordinal));
        var text = Entity(parts[1][2..]);
        var json = Entity(parts[2][2..]);
        Assert.Equal("text/plain; charset=utf-8", text.Headers["content-type"]);
        Assert.Equal("quoted-printable", text.Headers["content-transfer-encoding"]);
        Assert.Equal("base64", json.Headers["content-transfer-encoding"]);
        Assert.InRange((text.Body + "\r\n" + json.Body).Split("\r\n").Max(line => line.Length), 0, 76);
        return new MimeReader(
            head, headers, Utf8(UnquotePrintable(text.Body)), Utf8(Convert.FromBase64String(json.Body.Replace("\r\n", "", StringComparison.Ordinal))));
    }

    /// <summary>The text of a header with its encoded words read.</summary>
    public string Decoded(string name)
    {
        // Blanks between two encoded words are there for folding only.
        var joined = Headers[name].Replace("?= =?", "?==?", StringComparison.Ordinal);
        return EncodedWord().Replace(joined, match => Utf8(Convert.FromBase64String(match.Groups["words"].Value)));
    }

    private static (string Head, Dictionary<string, string> Headers, string Body) Entity(string raw)
    {
        var end = raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = raw[..end];
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in head.Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n"))
        {
            var colon = field.IndexOf(':', StringComparison.Ordinal);
            Assert.Matches("^[A-Za-z-]+$", field[..colon]);
            headers.Add(field[..colon].ToLowerInvariant(), field[(colon + 1)..].Trim());
        }

        return (head, headers, raw[(end + 4)..]);
    }

    private static byte[] UnquotePrintable(string text)
    {
        var bytes = new List<byte>();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '=')
            {
                bytes.Add((byte)text[at]);
            }
            else if (text[at + 1] == '\r')
            {
                at += 2;
            }
            else
            {
                bytes.Add(byte.Parse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += 2;
            }
        }

        return [.. bytes];
    }

    private static string Utf8(byte[] bytes) => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);

    [GeneratedRegex(@"=\?utf-8\?B\?(?<words>[A-Za-z0-9+/=]*)\?=", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EncodedWord();
}
