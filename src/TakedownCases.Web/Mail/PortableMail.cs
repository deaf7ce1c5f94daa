using Microsoft.Extensions.Options;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Mail.Portable;

namespace TakedownCases.Web.Mail;

/// <summary>The mail of the portable stack: this file and Portable/ are what <c>Stack=full</c> replaces (MailKitMail.cs).</summary>
internal static class MailSide
{
    /// <summary>Reading mail back needs IMAP, which only the full stack speaks.</summary>
    public static IServiceCollection AddSentArchive(this IServiceCollection services) => services.AddSingleton<ISentArchive, NoArchive>();
}

/// <summary>Hands a mail to the submission server: one connection, one recipient, nothing sent before its turn.</summary>
internal sealed class SmtpTransport(IOptions<MailOptions> options, MailTrust trust, TimeProvider clock) : INoticeTransport
{
    public async Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (mail.Refusal() is { } refused)
        {
            return refused;
        }

        using var attempt = new SmtpAttempt(clock, cancellationToken);
        try
        {
            var smtp = options.Value.Smtp;
            await using var line = new SmtpConnection(await attempt.ConnectAsync(smtp.Host ?? "", smtp.Port), attempt);
            var result = await AskAsync(new SmtpConversation(line, attempt, options.Value, trust), mail, attempt);
            await line.QuitAsync();
            return result;
        }
        catch (Exception trouble) when (SmtpAttempt.IsTrouble(trouble))
        {
            return attempt.Failed(trouble);
        }
    }

    private static async Task<SendResult> AskAsync(SmtpConversation conversation, OutgoingMail mail, SmtpAttempt attempt)
    {
        try
        {
            return attempt.Answered(await conversation.SendAsync(mail));
        }
        catch (SmtpAnswerException refusal)
        {
            return attempt.Answered(refusal.Reply);
        }
    }
}
