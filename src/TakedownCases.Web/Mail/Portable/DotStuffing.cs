namespace TakedownCases.Web.Mail.Portable;

/// <summary>RFC 5321, 4.5.2: a line that begins with a dot gets one more, so that no line of a mail can end it.</summary>
internal static class DotStuffing
{
    public static byte[] Apply(ReadOnlySpan<byte> bytes)
    {
        var stuffed = new List<byte>(bytes.Length + 64);
        while (!bytes.IsEmpty)
        {
            if (bytes[0] == '.')
            {
                stuffed.Add((byte)'.');
            }

            var end = bytes.IndexOf("\r\n"u8) + 2;
            stuffed.AddRange(bytes[..end]);
            bytes = bytes[end..];
        }

        return [.. stuffed];
    }
}
