using System.Text;

namespace TakedownCases.Domain;

/// <summary>
/// Finds pictures and videos pasted as text (data: addresses, base64 or hexadecimal that begins like an image file, raw
/// bytes) and takes them out, unlooked at. One pass over the text; cost grows with its length.
/// </summary>
internal static class PastedImages
{
    private const int ShortestRun = 64;
    private const int ShortestWrappedPiece = 20;
    private const string Data = "data";

    // An ellipsis shows that something was left out and keeps what stood on both sides from growing together.
    private const char InPlaceOfImage = '\u2026';

    private static readonly string[] RawMagic = ["\u0089PNG", "\u00ff\u00d8\u00ff", "\ufffdPNG\r", "\ufffdPNG\n", "JFIF\0", "Exif\0\0", "GIF89a\0"];

    public static string Remove(string text, out bool found)
    {
        found = false;
        foreach (var magic in RawMagic)
        {
            var at = text.IndexOf(magic, StringComparison.Ordinal);
            if (at >= 0)
            {
                // Nothing tells where raw bytes end, so all that follows goes with them.
                found = true;
                text = text[..at];
            }
        }

        StringBuilder? kept = null;
        var keptUntil = 0;
        for (var i = 0; i < text.Length;)
        {
            var end = EndOfImage(text, i);
            if (end == i && DataThatEndsTheRun(text, i) is > 0 and var data)
            {
                (i, end) = (data, EndOfImage(text, data));
            }

            if (end > i)
            {
                found = true;
                kept ??= new StringBuilder(text.Length);
                kept.Append(text, keptUntil, i - keptUntil).Append(InPlaceOfImage);
                keptUntil = end;
                i = end;
            }
            else
            {
                i = IsBase64(text[i]) ? EndOfRun(text, i) : i + 1;
            }
        }

        if (kept is null)
        {
            return text;
        }

        var rest = kept.Append(text, keptUntil, text.Length - keptUntil).ToString();
        return rest.All(character => character == InPlaceOfImage || char.IsWhiteSpace(character)) ? "" : rest;
    }

    // In "a+data:image/…" the letters of "data" end a longer run. They are a run of their own, as they are once an address
    // that is wrapped in another is read and its "+" is a blank. In "%BData:" the "D" belongs to the byte before it.
    private static int DataThatEndsTheRun(string text, int start)
    {
        var data = IsBase64(text[start]) ? EndOfRun(text, start) - Data.Length : 0;
        var endsAnEscape = data == start + 1 && char.IsAsciiHexDigit(text[start]) && start > 0 && text[start - 1] == '%';
        return data > start && !endsAnEscape && DataAddress(text, data) > 0 ? data : 0;
    }

    // Where the image that begins at `start` ends, or `start` when none does. Called only at the start of a run.
    private static int EndOfImage(string text, int start)
    {
        if (text[start] is 'd' or 'D' && DataAddress(text, start) is > 0 and var body)
        {
            return EndOfWrapped(text, EndOfToken(text, body));
        }

        if (!IsBase64(text[start]))
        {
            return start;
        }

        var end = EndOfRun(text, start);
        if (end - start < 24 || !BeginsLikeImage(text.AsSpan(start, end - start)))
        {
            return start;
        }

        end = end - start >= ShortestWrappedPiece ? EndOfWrapped(text, end) : end;
        return end - start >= ShortestRun ? end : start;
    }

    // The index behind "data:image" or "data:video", or 0. Blanks after the colon and a backslash for the slash are allowed, as browsers do.
    private static int DataAddress(string text, int start)
    {
        if (string.Compare(text, start, Data, 0, Data.Length, StringComparison.OrdinalIgnoreCase) != 0
            || start + Data.Length >= text.Length || text[start + Data.Length] != ':')
        {
            return 0;
        }

        var at = start + Data.Length + 1;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return (string.Compare(text, at, "image", 0, 5, StringComparison.OrdinalIgnoreCase) == 0
                || string.Compare(text, at, "video", 0, 5, StringComparison.OrdinalIgnoreCase) == 0)
            && at + 5 < text.Length && text[at + 5] is '/' or '\\'
            ? at + 6
            : 0;
    }

    private static int EndOfToken(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('"' or '\'' or '<' or '>' or ')'))
        {
            at++;
        }

        return at;
    }

    private static int EndOfRun(string text, int at)
    {
        while (at < text.Length && IsBase64(text[at]))
        {
            at++;
        }

        while (at < text.Length && text[at] == '=')
        {
            at++;
        }

        return at;
    }

    // Mail programs break base64 into lines: a blank and a further long piece, or a last padded one, belong to it.
    private static int EndOfWrapped(string text, int end)
    {
        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            var next = end;
            while (next < text.Length && char.IsWhiteSpace(text[next]))
            {
                next++;
            }

            var pieceEnd = EndOfRun(text, next);
            if (pieceEnd - next < ShortestWrappedPiece && !(pieceEnd > next && text[pieceEnd - 1] == '='))
            {
                break;
            }

            end = pieceEnd;
        }

        return end;
    }

    private static bool IsBase64(char character) => char.IsAsciiLetterOrDigit(character) || character is '+' or '/' or '-' or '_';

    private static bool BeginsLikeImage(ReadOnlySpan<char> run)
    {
        Span<byte> head = stackalloc byte[18];
        Span<char> standard = stackalloc char[24];
        run[..24].CopyTo(standard);
        standard.Replace('-', '+');
        standard.Replace('_', '/');
        if (Convert.TryFromBase64Chars(standard, head, out var written) && written >= 12 && HasMagic(head[..written]))
        {
            return true;
        }

        return Convert.FromHexString(run[..24], head, out _, out written) == System.Buffers.OperationStatus.Done
            && HasMagic(head[..written]);
    }

    private static bool HasMagic(ReadOnlySpan<byte> head)
        => head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47])
            || (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) && head[3] is >= 0xC0 and not 0xFF)
            || head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8)
            || (head.StartsWith("RIFF"u8) && (head[8..].StartsWith("WEBP"u8) || head[8..].StartsWith("AVI "u8)))
            || head[4..].StartsWith("ftyp"u8)
            || head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3])
            || head.StartsWith((ReadOnlySpan<byte>)[0x49, 0x49, 0x2A, 0x00]) || head.StartsWith((ReadOnlySpan<byte>)[0x4D, 0x4D, 0x00, 0x2A]);
}
