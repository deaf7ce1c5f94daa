using System.Globalization;
using System.Text;

namespace TakedownCases.Domain.Notices.Mime;

/// <summary>The lines of a message: ASCII, each ended with CRLF.</summary>
internal static class MimeLines
{
    private const string LineEnd = "\r\n";

    /// <summary>Throws ArgumentException where nothing can be written with the envelope or the language.</summary>
    public static void Check(NoticeEnvelope envelope, string language)
    {
        if (envelope.Check() is { } refusal)
        {
            throw new ArgumentException(refusal.Message, nameof(envelope));
        }

        if (!language.All(character => char.IsAsciiLetterOrDigit(character) || character == '-'))
        {
            throw new ArgumentException("The language is no language tag.", nameof(language));
        }
    }

    /// <summary>The headers that every message has, up to its MIME version.</summary>
    public static void Envelope(StringBuilder message, NoticeEnvelope envelope, string subject)
    {
        Header(message, "From", Mailbox(envelope.FromName, envelope.From));
        Header(message, "To", envelope.To);
        if (envelope.ReplyTo is { } replyTo)
        {
            Header(message, "Reply-To", replyTo);
        }

        Header(message, "Subject", HeaderText.Unstructured(subject));
        Header(message, "Date", envelope.Date.UtcDateTime.ToString("ddd, dd MMM yyyy HH':'mm':'ss '+0000'", CultureInfo.InvariantCulture));
        Header(message, "Message-ID", $"<{envelope.BareMessageId}>");
        Header(message, "MIME-Version", "1.0");
    }

    public static void Header(StringBuilder message, string name, string value) => Line(message, $"{name}: {value}");

    public static void Line(StringBuilder message, string line) => message.Append(line).Append(LineEnd);

    private static string Mailbox(string? name, string address)
        => HeaderText.Phrase(name) is { Length: > 0 } phrase ? $"{phrase}{LineEnd} <{address}>" : address;
}
