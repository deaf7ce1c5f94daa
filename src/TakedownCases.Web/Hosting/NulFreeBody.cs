namespace TakedownCases.Web.Hosting;

/// <summary>
/// The body of a form without NUL signs, which the framework's reader refuses altogether: one stray sign must not cost
/// a person everything they typed.
/// </summary>
internal static class NulFreeBody
{
    /// <summary>The whole body, at most so many bytes; throws InvalidDataException beyond.</summary>
    public static async Task<Stream> ReadAsync(Stream body, int mostBytes, CancellationToken cancellationToken)
    {
        var whole = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (whole.Length + read > mostBytes)
            {
                throw new InvalidDataException("The form is too large.");
            }

            whole.Write(buffer, 0, read);
        }

        var length = Clean(whole.GetBuffer().AsSpan(0, (int)whole.Length));
        whole.SetLength(length);
        whole.Position = 0;
        return whole;
    }

    /// <summary>Moves what is no NUL, plain or percent-encoded, to the front; gives the new length.</summary>
    private static int Clean(Span<byte> bytes)
    {
        var kept = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] == 0)
            {
                continue;
            }

            if (bytes[at..].StartsWith("%00"u8))
            {
                at += 2;
                continue;
            }

            bytes[kept++] = bytes[at];
        }

        return kept;
    }
}
