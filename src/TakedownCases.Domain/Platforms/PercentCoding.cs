using System.Text;

namespace TakedownCases.Domain.Platforms;

/// <summary>One spelling for every percent-encoded text (RFC 3986, 6.2.2): unreserved characters bare, the rest upper-case.</summary>
internal static class PercentCoding
{
    private const string MustEncode = " \"<>\\^`{|}";

    public static string Normalise(string text)
    {
        var result = new StringBuilder(text.Length);
        Span<byte> utf8 = stackalloc byte[4];
        for (var i = 0; i < text.Length;)
        {
            var character = text[i];
            if (character == '%')
            {
                i += AppendEscape(result, text, i);
            }
            else if (character is > ' ' and < '\u007f' && !MustEncode.Contains(character, StringComparison.Ordinal))
            {
                result.Append(character);
                i++;
            }
            else
            {
                // A lone surrogate becomes U+FFFD, as every browser sends it.
                Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var consumed);
                foreach (var value in utf8[..rune.EncodeToUtf8(utf8)])
                {
                    AppendByte(result, value);
                }

                i += consumed;
            }
        }

        return result.ToString();
    }

    private static int AppendEscape(StringBuilder result, string text, int at)
    {
        if (at + 2 >= text.Length || !char.IsAsciiHexDigit(text[at + 1]) || !char.IsAsciiHexDigit(text[at + 2]))
        {
            result.Append("%25");
            return 1;
        }

        var value = (byte)((HexValue(text[at + 1]) << 4) | HexValue(text[at + 2]));
        var character = (char)value;
        if (char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '~')
        {
            result.Append(character);
        }
        else
        {
            AppendByte(result, value);
        }

        return 3;
    }

    private static int HexValue(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static void AppendByte(StringBuilder result, byte value)
        => result.Append('%').Append("0123456789ABCDEF"[value >> 4]).Append("0123456789ABCDEF"[value & 15]);
}
