using System.Globalization;
using System.Text;

namespace TakedownCases.Domain;

/// <summary>
/// What a person typed, made safe to keep and never refused silently. The text is NFC with LF line ends; NUL, other
/// control characters, non-characters and bidirectional overrides and isolates are gone (joiners and the left and right
/// marks that Arabic and Persian need stay); lone surrogates are U+FFFD; the ends are trimmed. Limits count UTF-16 code
/// units, as a browser's maxlength does, and a cut never splits a text element that could stay whole. Pasted pictures
/// and videos are taken out before anything else happens (docs: practice P3). Cleaning twice changes nothing.
/// </summary>
public static class PlainText
{
    /// <param name="typed">What was typed; null counts as nothing.</param>
    /// <param name="maxLength">The most UTF-16 code units that are kept in <see cref="CleanedText.Text"/>.</param>
    /// <param name="multiline">Whether line ends and tabs stay; otherwise each becomes a space.</param>
    public static CleanedText Clean(string? typed, int maxLength, bool multiline)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxLength);
        var text = PastedImages.Remove(typed ?? "", out var imageData);
        var kept = new StringBuilder(text.Length);
        var hadControls = false;
        var hadBidi = false;
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\n' or '\r' or 0x2028 or 0x2029 or 0x85:
                    kept.Append(multiline ? '\n' : ' ');
                    break;
                case '\t':
                    kept.Append(multiline ? '\t' : ' ');
                    break;
                case (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069):
                    hadBidi = true;
                    break;
                case 0xFEFF:
                    break;
                case < ' ' or (>= 0x7F and < 0xA0) or (>= 0xFDD0 and <= 0xFDEF):
                case var value when (value & 0xFFFE) == 0xFFFE:
                    hadControls = true;
                    break;
                default:
                    kept.Append(rune);
                    break;
            }
        }

        var whole = kept.ToString().Normalize(NormalizationForm.FormC).Trim();

        // Taking characters out may have put together what was broken up to slip through.
        whole = PastedImages.Remove(whole, out var hidden).Trim();
        var cut = CutPoint(whole, maxLength);
        return new CleanedText(whole[..cut].TrimEnd(), hadControls, hadBidi, cut < whole.Length, imageData || hidden)
        {
            Rest = whole[cut..],
        };
    }

    private static int CutPoint(string text, int maxLength)
    {
        if (text.Length <= maxLength)
        {
            return text.Length;
        }

        var end = 0;
        while (end < maxLength)
        {
            var next = end + StringInfo.GetNextTextElementLength(text.AsSpan(end, Math.Min(text.Length - end, maxLength - end + 2)));
            if (next > maxLength)
            {
                break;
            }

            end = next;
        }

        // One element longer than the limit (a letter under hundreds of marks): cut it, but never inside a surrogate pair.
        return end > 0 || maxLength == 0 ? end : maxLength - (char.IsHighSurrogate(text[maxLength - 1]) ? 1 : 0);
    }
}

/// <summary>
/// <paramref name="Text"/> is what may be kept; the flags say what was taken out of it, so that the page can tell the
/// person. <paramref name="ImageData"/> is true when a pasted picture or video was removed.
/// </summary>
public sealed record CleanedText(string Text, bool HadControls, bool HadBidi, bool TooLong, bool ImageData)
{
    /// <summary>What did not fit, so that a page can show it again and nothing typed is lost; empty unless too long.</summary>
    public string Rest { get; init; } = "";
}
