using System.Net.Security;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using Microsoft.Extensions.Options;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Mail;

/// <summary>A mailbox that gets a copy of everything we send, searched by Message-ID and changed in nothing.</summary>
internal sealed partial class ImapArchive(
    IOptions<MailOptions> options, MailTrust trust, TimeProvider clock, ILogger<ImapArchive> logger) : ISentArchive
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task<ArchiveAnswer> FindAsync(string messageId, CancellationToken cancellationToken)
    {
        using var time = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        try
        {
            using var client = new TrustingImap(trust);
            return await SearchAsync(client, options.Value.Imap, $"<{messageId.Trim('<', '>')}>", either.Token);
        }
        catch (Exception trouble) when (IsTrouble(trouble))
        {
            Log.NotSearched(logger, trouble.GetType().Name);
            return ArchiveAnswer.Unavailable;
        }
    }

    private static async Task<ArchiveAnswer> SearchAsync(
        TrustingImap client, ImapOptions imap, string messageId, CancellationToken cancellationToken)
    {
        await client.ConnectAsync(imap.Host ?? "", imap.Port, MailSide.Secured(imap.Security), cancellationToken);
        await client.AuthenticateAsync(imap.User ?? "", imap.Password ?? "", cancellationToken);
        var mailbox = await client.GetFolderAsync(imap.Mailbox, cancellationToken);
        await mailbox.OpenAsync(FolderAccess.ReadOnly, cancellationToken);
        var found = await mailbox.SearchAsync(SearchQuery.HeaderContains("Message-ID", messageId), cancellationToken);
        return found.Count > 0 ? ArchiveAnswer.Found : ArchiveAnswer.NotFound;
    }

    private static bool IsTrouble(Exception exception)
        => exception is ProtocolException or CommandException or AuthenticationException or SslHandshakeException or SaslException
            or FolderNotFoundException or ServiceNotConnectedException or ServiceNotAuthenticatedException or NotSupportedException
            or TimeoutException || SmtpAttempt.IsTrouble(exception);

    private sealed class TrustingImap : ImapClient
    {
        private readonly MailTrust _trust;

        public TrustingImap(MailTrust trust)
        {
            _trust = trust;
            ServerCertificateValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None;
        }

        protected override SslClientAuthenticationOptions GetSslClientAuthenticationOptions(string host, RemoteCertificateValidationCallback remoteCertificateValidationCallback)
            => _trust.Put(base.GetSslClientAuthenticationOptions(host, remoteCertificateValidationCallback));
    }

    private static partial class Log
    {
        [LoggerMessage(1060, LogLevel.Warning, "The archive of sent mail could not be searched: {Reason}")]
        public static partial void NotSearched(ILogger logger, string reason);
    }
}
