using System.Globalization;
using System.Text;
using TakedownCases.Domain.Notices.Mime;

namespace TakedownCases.Domain.Notices;

/// <summary>
/// A notice as an Internet message (RFC 5322, RFC 2045): ASCII only, CRLF only, a text part in quoted-printable and
/// <c>takedown-notice.json</c> in base64. The same text in the same envelope gives the same bytes, always.
/// </summary>
public static class NoticeMime
{
    /// <summary>File name of the attached JSON; no case, no person, no platform in it.</summary>
    public const string AttachmentName = "takedown-notice.json";

    // "=_" can stand neither in quoted-printable ("=" comes before two digits or a line end) nor in base64.
    private const string Boundary = "=_notice_part";

    private const string LineEnd = "\r\n";

    /// <summary>Throws ArgumentException where the envelope does not pass its own check: ask that first.</summary>
    public static byte[] Write(NoticeText text, NoticeEnvelope envelope)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(envelope);
        if (envelope.Check() is { } refusal)
        {
            throw new ArgumentException(refusal.Message, nameof(envelope));
        }

        if (!text.Language.All(character => char.IsAsciiLetterOrDigit(character) || character == '-'))
        {
            throw new ArgumentException("The language is no language tag.", nameof(text));
        }

        var message = new StringBuilder(text.Body.Length * 2);
        WriteHeaders(message, text, envelope);
        Line(message, "");
        Line(message, "--" + Boundary);
        Header(message, "Content-Type", "text/plain; charset=utf-8");
        Header(message, "Content-Transfer-Encoding", "quoted-printable");
        Header(message, "Content-Disposition", "inline");
        Line(message, "");
        Line(message, QuotedPrintable.Encode(text.Body));
        Line(message, "--" + Boundary);
        Header(message, "Content-Type", $"application/json; name=\"{AttachmentName}\"");
        Header(message, "Content-Transfer-Encoding", "base64");
        Header(message, "Content-Disposition", $"attachment; filename=\"{AttachmentName}\"");
        Line(message, "");
        Line(message, Convert.ToBase64String(Encoding.UTF8.GetBytes(text.Json), Base64FormattingOptions.InsertLineBreaks));
        Line(message, "--" + Boundary + "--");
        return Encoding.ASCII.GetBytes(message.ToString());
    }

    // No Auto-Submitted: a person approved the notice, and desks throw away what calls itself automatic (docs/notices.md).
    private static void WriteHeaders(StringBuilder message, NoticeText text, NoticeEnvelope envelope)
    {
        Header(message, "From", Mailbox(envelope.FromName, envelope.From));
        Header(message, "To", envelope.To);
        if (envelope.ReplyTo is { } replyTo)
        {
            Header(message, "Reply-To", replyTo);
        }

        Header(message, "Subject", HeaderText.Unstructured(text.Subject));
        Header(message, "Date", envelope.Date.UtcDateTime.ToString("ddd, dd MMM yyyy HH':'mm':'ss '+0000'", CultureInfo.InvariantCulture));
        Header(message, "Message-ID", $"<{envelope.BareMessageId}>");
        Header(message, "MIME-Version", "1.0");
        Header(message, "Content-Type", $"multipart/mixed; boundary=\"{Boundary}\"");
        Header(message, "Content-Language", text.Language);
    }

    private static string Mailbox(string? name, string address)
        => HeaderText.Phrase(name) is { Length: > 0 } phrase ? $"{phrase}{LineEnd} <{address}>" : address;

    private static void Header(StringBuilder message, string name, string value) => Line(message, $"{name}: {value}");

    private static void Line(StringBuilder message, string line) => message.Append(line).Append(LineEnd);
}
