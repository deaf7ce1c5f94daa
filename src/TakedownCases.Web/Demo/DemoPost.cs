using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Demo;

/// <summary>
/// The invented mail server of the demo: most sites take mail, three have their troubles. What it takes becomes a file where
/// mail becomes files; nothing ever leaves.
/// </summary>
internal sealed class DemoPost(INoticeTransport transport) : INoticeTransport
{
    public const string Busy = "board.example.org";
    public const string Gone = "old.example.com";
    public const string Breaks = "forum.example.net";

    private const string Tls = "TLS 1.3, TLS_AES_256_GCM_SHA384 (invented)";

    public async Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var host = mail.Recipient[(mail.Recipient.IndexOf('@', StringComparison.Ordinal) + 1)..];
        switch (host)
        {
            case Busy:
                return Answer(mail, SendState.Deferred, 451, "4.7.1", "451 4.7.1 Please try again later (invented)", "RCPT TO");
            case Gone:
                return Answer(mail, SendState.Rejected, 550, "5.1.1", "550 5.1.1 No such mailbox here (invented)", "RCPT TO");
            case Breaks:
                return Answer(mail, SendState.Unknown, null, null, "The line broke after the message was written. (invented)", ".");
            default:
                if (transport is FilesTransport)
                {
                    await transport.SendAsync(mail, cancellationToken);
                }

                return Answer(mail, SendState.Accepted, 250, "2.0.0", "250 2.0.0 Ok: queued as INVENTED (invented)", ".");
        }
    }

    private static SendResult Answer(OutgoingMail mail, SendState state, int? code, string? enhanced, string reply, string to) => new(
        state, code, enhanced, reply, "mail.example.org (invented)", Tls,
        [$"MAIL FROM:<{mail.EnvelopeFrom}>", "250 2.1.0 Ok", to == "." ? "(the message)" : $"RCPT TO:<{mail.Recipient}>", code is null ? "(nothing)" : reply]);
}
