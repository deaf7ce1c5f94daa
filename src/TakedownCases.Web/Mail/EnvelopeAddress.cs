namespace TakedownCases.Web.Mail;

/// <summary>Which addresses may stand in an SMTP command: plain ones only, so that none can carry a command of its own.</summary>
internal static class EnvelopeAddress
{
    private const int LongestLocalPart = 64;
    private const int LongestAddress = 254;

    /// <summary>Why it may not, in a sentence that does not repeat it; null when it may.</summary>
    public static string? Problem(string address)
    {
        if (address.Any(c => !char.IsAscii(c)))
        {
            return "Not sent: the address has letters outside ASCII. Write its domain in the xn-- form; before the @ they cannot be sent.";
        }

        var at = address.IndexOf('@', StringComparison.Ordinal);
        if (at is < 1 or > LongestLocalPart || at == address.Length - 1 || address.Length > LongestAddress)
        {
            return "Not sent: this is not a mail address.";
        }

        return address[..at].All(IsLocal) && address[(at + 1)..].All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')
            ? null
            : "Not sent: the address has a character that mail addresses here may not have.";
    }

    private static bool IsLocal(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~.".Contains(c, StringComparison.Ordinal);
}
