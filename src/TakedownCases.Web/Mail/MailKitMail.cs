using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.IO;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Mail;

/// <summary>The mail of the full stack, through MailKit: the files MailKit*.cs replace PortableMail.cs and Portable/.</summary>
internal static class MailSide
{
    public static IServiceCollection AddSentArchive(this IServiceCollection services)
        => services.AddSingleton<ISentArchive>(provider
            => string.IsNullOrEmpty(provider.GetRequiredService<IOptions<MailOptions>>().Value.Imap.Host)
                ? new NoArchive()
                : ActivatorUtilities.CreateInstance<ImapArchive>(provider));

    public static SecureSocketOptions Secured(MailSecurity security) => security switch
    {
        MailSecurity.None => SecureSocketOptions.None,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => throw new ArgumentOutOfRangeException(nameof(security)),
    };
}

/// <summary>Hands a mail to the submission server: one connection, one recipient, no pipelining, the frozen bytes as they are.</summary>
internal sealed class SmtpTransport(IOptions<MailOptions> options, MailTrust trust, TimeProvider clock) : INoticeTransport
{
    public async Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (mail.Refusal() is { } refused)
        {
            return refused;
        }

        using var attempt = new SmtpAttempt(clock, cancellationToken);
        using var witness = new Witness(attempt);
        using var client = new FrozenSmtp(witness, trust) { LocalDomain = options.Value.HelloName() };
        try
        {
            await HandOverAsync(client, mail, attempt);
        }
        catch (Exception refusal) when (IsAnswer(refusal) && witness.Last is not null)
        {
        }
        catch (Exception trouble) when (SmtpAttempt.IsTrouble(trouble) || IsTrouble(trouble))
        {
            return attempt.Failed(trouble is SslHandshakeException { InnerException: { } inner } ? inner : trouble);
        }

        var result = attempt.Answered(witness.Last!);
        await QuitAsync(client, witness, attempt);
        return result;
    }

    private async Task HandOverAsync(FrozenSmtp client, OutgoingMail mail, SmtpAttempt attempt)
    {
        var smtp = options.Value.Smtp;
        var socket = await attempt.ConnectAsync(smtp.Host ?? "", smtp.Port);
        attempt.Enter(smtp.Security == MailSecurity.Tls ? SmtpPhase.Tls : SmtpPhase.Greeting);
        await client.ConnectAsync(
            new System.Net.Sockets.NetworkStream(socket, ownsSocket: true), smtp.Host ?? "", smtp.Port, MailSide.Secured(smtp.Security), attempt.Token);
        attempt.Tls = client.IsSecure ? MailTrust.Describe(client.SslProtocol, client.SslCipherSuite, client.Certificate) : null;
        if (!string.IsNullOrEmpty(smtp.User))
        {
            await SignInAsync(client, smtp, attempt);
        }

        client.Capabilities &= SmtpCapabilities.Size;
        using var message = FrozenText.Message(mail.Bytes, attempt, socket);
        client.Size = mail.Bytes.Length;
        await client.SendAsync(
            FormatOptions.Default, message, new MailboxAddress("", mail.EnvelopeFrom), [new MailboxAddress("", mail.Recipient)], attempt.Token);
    }

    private static async Task SignInAsync(FrozenSmtp client, SmtpOptions smtp, SmtpAttempt attempt)
    {
        attempt.Enter(SmtpPhase.Auth);
        if (!client.IsSecure)
        {
            throw new SmtpProtocolException("a password is not sent without TLS.");
        }

        // One mechanism, once: MailKit would try the others after a refusal, and servers lock out who tries often.
        var mechanism = client.AuthenticationMechanisms.FirstOrDefault(name => name == "PLAIN")
            ?? client.AuthenticationMechanisms.FirstOrDefault(name => name == "LOGIN")
            ?? throw new SmtpProtocolException("the mail server offers neither AUTH PLAIN nor AUTH LOGIN.");
        client.AuthenticationMechanisms.RemoveWhere(name => name != mechanism);
        await client.AuthenticateAsync(Encoding.UTF8, smtp.User ?? "", smtp.Password ?? "", attempt.Token);
    }

    private static async Task QuitAsync(FrozenSmtp client, Witness witness, SmtpAttempt attempt)
    {
        witness.Close();
        try
        {
            await client.DisconnectAsync(quit: true, attempt.Token);
        }
        catch (Exception trouble) when (SmtpAttempt.IsTrouble(trouble) || IsTrouble(trouble))
        {
            attempt.Said("(closed)");
        }
    }

    private static bool IsAnswer(Exception exception)
        => exception is SmtpCommandException or AuthenticationException or ServiceNotAuthenticatedException;

    private static bool IsTrouble(Exception exception)
        => exception is ProtocolException or SslHandshakeException or NotSupportedException or ServiceNotConnectedException or SaslException
            || IsAnswer(exception);
}

/// <summary>MailKit's client, kept from preparing and measuring what is frozen, and with our trust.</summary>
internal sealed class FrozenSmtp : SmtpClient
{
    private readonly MailTrust _trust;

    public FrozenSmtp(IProtocolLogger witness, MailTrust trust)
        : base(witness)
    {
        _trust = trust;
        ServerCertificateValidationCallback = (_, certificate, _, errors) =>
        {
            // The one it gives belongs to the handshake and is disposed with it.
            Certificate = certificate is null ? null : X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
            return errors == SslPolicyErrors.None;
        };
    }

    public X509Certificate? Certificate { get; private set; }

    public long Size { get; set; }

    protected override void Prepare(FormatOptions options, MimeMessage message, EncodingConstraint constraint, int maxLineLength)
    {
    }

    protected override Task<long> GetSizeAsync(FormatOptions options, MimeMessage message, CancellationToken cancellationToken)
        => Task.FromResult(Size);

    protected override SslClientAuthenticationOptions GetSslClientAuthenticationOptions(string host, RemoteCertificateValidationCallback remoteCertificateValidationCallback)
        => _trust.Put(base.GetSslClientAuthenticationOptions(host, remoteCertificateValidationCallback));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Certificate?.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>
/// MimeKit writes a message as its headers, an empty line, its body. Here all header lines are one raw field, written as it is,
/// and the rest is the body: so what leaves is byte for byte what was frozen. MailKit adds the dots.
/// </summary>
internal sealed class FrozenText : MimeEntity
{
    private readonly ReadOnlyMemory<byte> _text;
    private readonly SmtpAttempt _attempt;
    private readonly Socket _socket;

    private FrozenText(ReadOnlyMemory<byte> text, SmtpAttempt attempt, Socket socket)
        : base("text", "plain")
    {
        (_text, _attempt, _socket) = (text, attempt, socket);
        Headers.Clear();
    }

    public static MimeMessage Message(ReadOnlyMemory<byte> bytes, SmtpAttempt attempt, Socket socket)
    {
        var headers = bytes.Span.IndexOf("\r\n\r\n"u8) + 2;
        return new MimeMessage([new RawHeaders(bytes[..headers].ToArray())]) { Body = new FrozenText(bytes[(headers + 2)..], attempt, socket) };
    }

    public override void Prepare(EncodingConstraint constraint, int maxLineLength = 78)
    {
    }

    public override async Task WriteToAsync(
        FormatOptions options, Stream stream, bool contentOnly, CancellationToken cancellationToken = default)
    {
        _attempt.Said(string.Create(CultureInfo.InvariantCulture, $"({_text.Length} octets and headers)"));
        await stream.WriteAsync(_text, cancellationToken);
        await stream.FlushAsync(cancellationToken);
        await ((FilteredStream)stream).Source.FlushAsync(cancellationToken);
        if (_socket.Poll(0, SelectMode.SelectRead))
        {
            throw new SmtpProtocolException("the mail server gave up, or spoke, before the mail was complete.");
        }

        // All that MailKit writes after this is the dot.
        _attempt.Enter(SmtpPhase.Answer);
    }

    private sealed class RawHeaders(byte[] lines) : Header(ParserOptions.Default, lines, 0, [], invalid: true);
}

/// <summary>Sees every octet both ways: keeps the transcript, and knows by it which step we are at.</summary>
internal sealed class Witness(SmtpAttempt attempt) : IProtocolLogger
{
    private SmtpReplyParser _parser = new();
    private bool _isClosed;
    private bool _isWaiting;

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    /// <summary>The answer to our last command.</summary>
    public SmtpReply? Last { get; private set; }

    /// <summary>What is said from here on decides nothing.</summary>
    public void Close()
    {
        _isClosed = true;
        attempt.WindUp();
    }

    public void LogConnect(Uri uri)
    {
        _isWaiting = true;
        attempt.Enter(SmtpPhase.Greeting);
    }

    public void LogClient(byte[] buffer, int offset, int count)
    {
        if (attempt.Phase == SmtpPhase.Body)
        {
            return;
        }

        _isWaiting = true;
        var command = Encoding.ASCII.GetString(buffer, offset, count).TrimEnd('\r', '\n');
        if (_isClosed || command == "RSET")
        {
            Close();
        }
        else if (PhaseOf(command) is { } phase)
        {
            attempt.Enter(phase);
            _parser = phase == SmtpPhase.Hello ? new SmtpReplyParser() : _parser;
        }

        attempt.Said(command.StartsWith("AUTH ", StringComparison.Ordinal) ? "AUTH ***" : attempt.Phase == SmtpPhase.Auth && !_isClosed ? "***" : command);
    }

    public void LogServer(byte[] buffer, int offset, int count)
    {
        _parser.Feed(buffer.AsSpan(offset, count));
        while (_parser.Take() is { } reply)
        {
            attempt.Heard(reply);
            if (!_isWaiting || _isClosed)
            {
                continue;
            }

            (Last, _isWaiting) = (reply, false);
            if (reply.Code < 400 && attempt.Phase is SmtpPhase.StartTls or SmtpPhase.Data)
            {
                attempt.Enter(attempt.Phase == SmtpPhase.StartTls ? SmtpPhase.Tls : SmtpPhase.Body);
            }
        }
    }

    public void Dispose()
    {
    }

    private static SmtpPhase? PhaseOf(string command) => command.Split(' ')[0] switch
    {
        "EHLO" or "HELO" => SmtpPhase.Hello,
        "STARTTLS" => SmtpPhase.StartTls,
        "AUTH" => SmtpPhase.Auth,
        "MAIL" => SmtpPhase.MailFrom,
        "RCPT" => SmtpPhase.Recipient,
        "DATA" => SmtpPhase.Data,
        _ => null,
    };
}
