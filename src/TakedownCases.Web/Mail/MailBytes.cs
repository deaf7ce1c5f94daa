namespace TakedownCases.Web.Mail;

/// <summary>
/// What every mail of ours must be, whoever sends it: 7-bit lines of at most 998 octets that end in CRLF, and no CR or LF alone.
/// One that is not is a bug, and a bare line end would let somebody's words begin a second mail (SMTP smuggling).
/// </summary>
internal static class MailBytes
{
    private const int LongestLine = 998;

    public static void Check(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.EndsWith("\r\n"u8))
        {
            throw new ArgumentException("A mail must end in CRLF.", nameof(bytes));
        }

        if (bytes.IndexOf("\r\n\r\n"u8) < 0)
        {
            throw new ArgumentException("A mail must have headers, an empty line and a text.", nameof(bytes));
        }

        if (bytes.IndexOfAnyExceptInRange((byte)1, (byte)127) >= 0)
        {
            throw new ArgumentException("A mail must be 7-bit and hold no NUL.", nameof(bytes));
        }

        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
            if (bytes[end] == '\n' || end + 1 == bytes.Length || bytes[end + 1] != '\n')
            {
                throw new ArgumentException("A mail must hold no CR or LF alone.", nameof(bytes));
            }

            if (end > LongestLine)
            {
                throw new ArgumentException($"A line of a mail must have at most {LongestLine} octets.", nameof(bytes));
            }

            bytes = bytes[(end + 2)..];
        }
    }
}
