using System.Text;

namespace TakedownCases.Domain.Notices.Mime;

/// <summary>
/// Free text in a header (RFC 5322, RFC 2047): plain where it is short printable ASCII, otherwise UTF-8 encoded words,
/// folded. Whatever is handed in, what comes out is printable ASCII whose line ends are all followed by a space.
/// </summary>
internal static class HeaderText
{
    private const int LongestPlain = 60;

    // Of an encoded word; with its frame and the longest of our header names it stays within 76 characters.
    private const int BytesAWord = 36;

    /// <summary>For headers such as Subject.</summary>
    public static string Unstructured(string text)
    {
        var cleaned = PlainText.Clean(text, int.MaxValue, multiline: false).Text;
        return IsPlain(cleaned) ? cleaned : Encode(cleaned);
    }

    /// <summary>For the name beside an address; empty where nothing is left of it.</summary>
    public static string Phrase(string? name)
    {
        var cleaned = PlainText.Clean(name, NoticeLimits.ShortLength, multiline: false).Text;
        return cleaned.Length == 0 ? ""
            : IsPlain(cleaned) ? $"\"{cleaned.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            : Encode(cleaned);
    }

    private static bool IsPlain(string text)
        => text.Length <= LongestPlain
            && text.All(character => character is >= ' ' and <= '~')
            && !text.Contains("=?", StringComparison.Ordinal);

    private static string Encode(string text)
    {
        var words = new List<string>();
        var word = new List<byte>(BytesAWord);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var count = rune.EncodeToUtf8(bytes);
            if (word.Count + count > BytesAWord)
            {
                words.Add(Word(word));
                word.Clear();
            }

            word.AddRange(bytes[..count]);
        }

        words.Add(Word(word));
        return string.Join("\r\n ", words);
    }

    private static string Word(List<byte> bytes) => $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";
}
