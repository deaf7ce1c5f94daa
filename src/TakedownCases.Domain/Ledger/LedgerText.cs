using System.Text;

namespace TakedownCases.Domain.Ledger;

/// <summary>Text as the ledger keeps it: strict UTF-8, normal form C, no NUL (PostgreSQL refuses NUL).</summary>
internal static class LedgerText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] Encode(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("A text in the ledger cannot contain NUL.", nameof(text));
        }

        return Strict.GetBytes(text.Normalize(NormalizationForm.FormC));
    }

    /// <summary>Whether <see cref="Decode"/> gives a text. Nearly all that is written is ASCII, and that needs no second look.</summary>
    public static bool IsText(ReadOnlySpan<byte> bytes)
        => Ascii.IsValid(bytes) ? !bytes.Contains((byte)0) : Decode(bytes) is not null;

    /// <summary>The text, or null when the bytes are not exactly what <see cref="Encode"/> writes.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = Strict.GetString(bytes);
            return !text.Contains('\0', StringComparison.Ordinal) && text.IsNormalized(NormalizationForm.FormC) ? text : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
