using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TakedownCases.Web.Features.Escalations.Written;

/// <summary>
/// A mail of ours, read back from its file: what we write (RFC 5322, quoted-printable, base64, one level of parts) and no
/// more. Not for mail from elsewhere.
/// </summary>
public sealed partial record WrittenMail(IReadOnlyList<KeyValuePair<string, string>> Headers, IReadOnlyList<WrittenPart> Parts)
{
    public static WrittenMail Read(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        var (headers, body) = Split(text);
        return new WrittenMail(headers, [.. PartsOf(Find(headers, "Content-Type") ?? "", headers, body)]);
    }

    /// <summary>A header's value, decoded; empty when there is none.</summary>
    public string Header(string name) => Decode(Find(Headers, name) ?? "");

    /// <summary>Encoded words of RFC 2047 as text.</summary>
    public static string Decode(string value)
        => EncodedWord().Replace(BetweenWords().Replace(value, "?==?"), word =>
        {
            var bytes = word.Groups["how"].Value is "B" or "b"
                ? Base64(word.Groups["text"].Value)
                : QuotedPrintable(word.Groups["text"].Value.Replace('_', ' '));
            return Encoding.UTF8.GetString(bytes);
        });

    private static IEnumerable<WrittenPart> PartsOf(string type, IReadOnlyList<KeyValuePair<string, string>> headers, string body)
    {
        if (Boundary().Match(type) is not { Success: true } boundary)
        {
            yield return PartOf(headers, body);
            yield break;
        }

        // The last piece follows the closing mark, the first one precedes all parts.
        var pieces = ("\r\n" + body).Split("\r\n--" + boundary.Groups["mark"].Value);
        foreach (var piece in pieces.Skip(1).Where(piece => !piece.StartsWith("--", StringComparison.Ordinal)))
        {
            var (inner, content) = Split(piece.StartsWith("\r\n", StringComparison.Ordinal) ? piece[2..] : piece);
            yield return PartOf(inner, content);
        }
    }

    private static WrittenPart PartOf(IReadOnlyList<KeyValuePair<string, string>> headers, string body)
    {
        var bytes = (Find(headers, "Content-Transfer-Encoding") ?? "").Trim().ToUpperInvariant() switch
        {
            "QUOTED-PRINTABLE" => QuotedPrintable(body),
            "BASE64" => Base64(body),
            _ => Encoding.Latin1.GetBytes(body),
        };
        var type = (Find(headers, "Content-Type") ?? "text/plain").Split(';')[0].Trim();
        var name = FileName().Match(Find(headers, "Content-Disposition") ?? "");
        return new WrittenPart(type, name.Success ? name.Groups["name"].Value : null, Encoding.UTF8.GetString(bytes));
    }

    private static (IReadOnlyList<KeyValuePair<string, string>> Headers, string Body) Split(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var (head, body) = end < 0 ? (text, "") : (text[..end], text[(end + 4)..]);
        List<KeyValuePair<string, string>> headers = [];
        foreach (var line in Folded().Replace(head, " ").Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.Add(colon < 0 ? KeyValuePair.Create(line, "") : KeyValuePair.Create(line[..colon], line[(colon + 1)..].Trim()));
        }

        return (headers, body);
    }

    private static string? Find(IEnumerable<KeyValuePair<string, string>> headers, string name)
        => headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private static byte[] QuotedPrintable(string text)
    {
        var joined = SoftBreak().Replace(text, "");
        var bytes = new List<byte>(joined.Length);
        for (var at = 0; at < joined.Length; at++)
        {
            if (joined[at] == '=' && at + 2 < joined.Length
                && byte.TryParse(joined.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                at += 2;
            }
            else
            {
                bytes.Add((byte)joined[at]);
            }
        }

        return [.. bytes];
    }

    private static byte[] Base64(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            return Encoding.Latin1.GetBytes(text);
        }
    }

    [GeneratedRegex(@"=\?utf-8\?(?<how>[bq])\?(?<text>[^?]*)\?=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.None, 1000)]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"boundary=""?(?<mark>[^"";]+)""?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"filename=""?(?<name>[^"";]+)""?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileName();

    [GeneratedRegex(@"\r\n[ \t]+", RegexOptions.None, 1000)]
    private static partial Regex Folded();

    [GeneratedRegex(@"=[ \t]*\r\n", RegexOptions.None, 1000)]
    private static partial Regex SoftBreak();
}

/// <summary>One part of a mail, as text; with a name it is an attachment.</summary>
public sealed record WrittenPart(string Type, string? Name, string Text);
