namespace TakedownCases.Web.Mail;

/// <summary>A whole answer of a server: its lines as they came, each with its code, control characters made harmless.</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public string Text => string.Join('\n', Lines);

    /// <summary>Such as 5.1.1 (RFC 2034), when the last line has one.</summary>
    public string? EnhancedCode
    {
        get
        {
            var word = Lines[^1].Length > 4 ? Lines[^1][4..].Split(' ')[0] : "";
            var parts = word.Split('.');
            return parts is [['2' or '4' or '5'], { Length: > 0 and <= 3 }, { Length: > 0 and <= 3 }]
                && parts.All(part => part.All(char.IsAsciiDigit))
                    ? word
                    : null;
        }
    }
}

/// <summary>The server said what no server may say, or too much of it.</summary>
internal sealed class SmtpProtocolException(string message) : IOException(message);

/// <summary>The server said no, or not yet.</summary>
internal sealed class SmtpAnswerException(SmtpReply reply) : IOException(reply.Text)
{
    public SmtpReply Reply { get; } = reply;
}
