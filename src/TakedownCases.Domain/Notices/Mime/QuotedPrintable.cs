using System.Text;

namespace TakedownCases.Domain.Notices.Mime;

/// <summary>
/// Text as quoted-printable of its UTF-8 (RFC 2045 6.7): CRLF line ends, lines of at most 76 characters, no character
/// split over two lines. "=" stands only before two digits or a line end, and no line begins with a dot or "From ".
/// </summary>
internal static class QuotedPrintable
{
    // One less than may stand on a line: a soft break ends in "=".
    private const int Widest = 75;

    private const string Digits = "0123456789ABCDEF";

    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length * 2);
        var isFirst = true;
        foreach (var line in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n'))
        {
            if (!isFirst)
            {
                encoded.Append("\r\n");
            }

            AppendLine(encoded, line);
            isFirst = false;
        }

        return encoded.ToString();
    }

    private static void AppendLine(StringBuilder encoded, string line)
    {
        var column = 0;
        Span<byte> bytes = stackalloc byte[4];
        for (var at = 0; at < line.Length;)
        {
            Rune.DecodeFromUtf16(line.AsSpan(at), out var rune, out var consumed);
            var count = rune.EncodeToUtf8(bytes);
            var isPlain = IsPlain(rune.Value, isLast: at + consumed == line.Length);
            var width = isPlain ? 1 : 3 * count;
            if (column + width > Widest)
            {
                encoded.Append("=\r\n");
                column = 0;
            }

            if (isPlain && column == 0 && IsUnsafeAtStart(line.AsSpan(at)))
            {
                (isPlain, width) = (false, 3);
            }

            if (isPlain)
            {
                encoded.Append((char)rune.Value);
            }
            else
            {
                foreach (var value in bytes[..count])
                {
                    encoded.Append('=').Append(Digits[value >> 4]).Append(Digits[value & 0xF]);
                }
            }

            column += width;
            at += consumed;
        }
    }

    private static bool IsPlain(int character, bool isLast)
        => character is > ' ' and <= '~' and not '=' || (character is ' ' or '\t' && !isLast);

    // A lone dot ends a message, and some mail stores put ">" before "From ".
    private static bool IsUnsafeAtStart(ReadOnlySpan<char> rest)
        => rest[0] == '.' || rest.StartsWith("From ", StringComparison.Ordinal);
}
