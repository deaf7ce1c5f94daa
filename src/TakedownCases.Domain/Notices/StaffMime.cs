using System.Text;
using TakedownCases.Domain.Notices.Mime;

namespace TakedownCases.Domain.Notices;

/// <summary>
/// A mail of the house to somebody who works in it: one part, plain text, ASCII and CRLF only. The same text in the same
/// envelope gives the same bytes, always.
/// </summary>
public static class StaffMime
{
    /// <summary>Throws ArgumentException where the envelope does not pass its own check, or the language is no tag.</summary>
    public static byte[] Write(string subject, string body, string language, NoticeEnvelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        MimeLines.Check(envelope, language);
        var message = new StringBuilder();
        MimeLines.Envelope(message, envelope, subject);

        // Nobody wrote it, and no absence note should answer it (RFC 3834).
        MimeLines.Header(message, "Auto-Submitted", "auto-generated");
        MimeLines.Header(message, "Content-Type", "text/plain; charset=utf-8");
        MimeLines.Header(message, "Content-Transfer-Encoding", "quoted-printable");
        MimeLines.Header(message, "Content-Language", language);
        MimeLines.Line(message, "");
        MimeLines.Line(message, QuotedPrintable.Encode(body));
        return Encoding.ASCII.GetBytes(message.ToString());
    }
}
