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

    /// <summary>Throws ArgumentException where the envelope does not pass its own check: ask that first.</summary>
    public static byte[] Write(NoticeText text, NoticeEnvelope envelope)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(envelope);
        MimeLines.Check(envelope, text.Language);
        var message = new StringBuilder(text.Body.Length * 2);
        WriteHeaders(message, text, envelope);
        MimeLines.Line(message, "");
        MimeLines.Line(message, "--" + Boundary);
        MimeLines.Header(message, "Content-Type", "text/plain; charset=utf-8");
        MimeLines.Header(message, "Content-Transfer-Encoding", "quoted-printable");
        MimeLines.Header(message, "Content-Disposition", "inline");
        MimeLines.Line(message, "");
        MimeLines.Line(message, QuotedPrintable.Encode(text.Body));
        MimeLines.Line(message, "--" + Boundary);
        MimeLines.Header(message, "Content-Type", $"application/json; name=\"{AttachmentName}\"");
        MimeLines.Header(message, "Content-Transfer-Encoding", "base64");
        MimeLines.Header(message, "Content-Disposition", $"attachment; filename=\"{AttachmentName}\"");
        MimeLines.Line(message, "");
        MimeLines.Line(message, Convert.ToBase64String(Encoding.UTF8.GetBytes(text.Json), Base64FormattingOptions.InsertLineBreaks));
        MimeLines.Line(message, "--" + Boundary + "--");
        return Encoding.ASCII.GetBytes(message.ToString());
    }

    // No Auto-Submitted: a person approved the notice, and desks throw away what calls itself automatic (docs/notices.md).
    private static void WriteHeaders(StringBuilder message, NoticeText text, NoticeEnvelope envelope)
    {
        MimeLines.Envelope(message, envelope, text.Subject);
        MimeLines.Header(message, "Content-Type", $"multipart/mixed; boundary=\"{Boundary}\"");
        MimeLines.Header(message, "Content-Language", text.Language);
    }
}
