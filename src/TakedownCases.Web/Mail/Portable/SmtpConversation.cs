using System.Globalization;
using System.Net.Security;
using System.Text;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Mail.Portable;

/// <summary>The steps of handing over one mail (RFC 5321, 6409), in order and without pipelining.</summary>
internal sealed class SmtpConversation(SmtpConnection line, SmtpAttempt attempt, MailOptions options, MailTrust trust)
{
    private SmtpOffers _offers = new(false, false, new HashSet<string>());

    /// <summary>The server's answer to the last dot.</summary>
    /// <exception cref="SmtpAnswerException">The server refused before that.</exception>
    public async Task<SmtpReply> SendAsync(OutgoingMail mail)
    {
        await OpenAsync();
        await SignInAsync();
        var size = _offers.Size ? string.Create(CultureInfo.InvariantCulture, $" SIZE={mail.Bytes.Length}") : "";
        Require(2, await line.AskAsync(SmtpPhase.MailFrom, $"MAIL FROM:<{mail.EnvelopeFrom}>{size}"));
        Require(2, await line.AskAsync(SmtpPhase.Recipient, $"RCPT TO:<{mail.Recipient}>"));
        Require(3, await line.AskAsync(SmtpPhase.Data, "DATA"));
        return await SendTextAsync(mail.Bytes);
    }

    private async Task OpenAsync()
    {
        var security = options.Smtp.Security;
        if (security == MailSecurity.Tls)
        {
            await line.SecureAsync(trust.Put(new SslClientAuthenticationOptions { TargetHost = options.Smtp.Host }));
        }

        attempt.Enter(SmtpPhase.Greeting);
        Require(2, await line.ReadAsync());
        await HelloAsync();
        if (security == MailSecurity.StartTls)
        {
            if (!_offers.StartTls)
            {
                throw new SmtpProtocolException("the mail server does not offer STARTTLS, which Mail__Smtp__Security asks for.");
            }

            Require(2, await line.AskAsync(SmtpPhase.StartTls, "STARTTLS"));
            await line.SecureAsync(trust.Put(new SslClientAuthenticationOptions { TargetHost = options.Smtp.Host }));
            await HelloAsync();
        }
    }

    private async Task HelloAsync()
    {
        var reply = await line.AskAsync(SmtpPhase.Hello, "EHLO " + options.HelloName());
        Require(2, reply);
        _offers = SmtpOffers.Read(reply);
    }

    private async Task SignInAsync()
    {
        var (user, password) = (options.Smtp.User, options.Smtp.Password);
        if (string.IsNullOrEmpty(user))
        {
            return;
        }

        attempt.Enter(SmtpPhase.Auth);
        if (!line.IsSecure)
        {
            throw new SmtpProtocolException("a password is not sent without TLS.");
        }

        if (_offers.SignIns.Contains("PLAIN"))
        {
            Require(2, await AskSecretAsync("AUTH PLAIN " + Base64($"\0{user}\0{password}"), "AUTH ***"));
        }
        else if (_offers.SignIns.Contains("LOGIN"))
        {
            Require(3, await AskSecretAsync("AUTH LOGIN", "AUTH ***"));
            Require(3, await AskSecretAsync(Base64(user), "***"));
            Require(2, await AskSecretAsync(Base64(password ?? ""), "***"));
        }
        else
        {
            throw new SmtpProtocolException("the mail server offers neither AUTH PLAIN nor AUTH LOGIN.");
        }
    }

    private Task<SmtpReply> AskSecretAsync(string command, string shown) => line.AskAsync(SmtpPhase.Auth, command, shown);

    /// <summary>Listens while it writes, so that a server that gives up half-way is heard, and the dot is not sent then.</summary>
    private async Task<SmtpReply> SendTextAsync(ReadOnlyMemory<byte> bytes)
    {
        attempt.Enter(SmtpPhase.Body);
        attempt.Said(string.Create(CultureInfo.InvariantCulture, $"({bytes.Length} octets)"));
        var answer = line.ReadAsync();
        var writing = line.WriteAsync(DotStuffing.Apply(bytes.Span));
        await Task.WhenAny(answer, writing);
        if (answer.IsCompleted || !writing.IsCompletedSuccessfully)
        {
            try
            {
                throw new SmtpAnswerException(await answer);
            }
            finally
            {
                line.Break();
                await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        return await EndAsync(answer);
    }

    private async Task<SmtpReply> EndAsync(Task<SmtpReply> answer)
    {
        attempt.Enter(SmtpPhase.Answer);
        attempt.Said(".");
        try
        {
            await line.WriteAsync(".\r\n"u8.ToArray());
        }
        catch (IOException)
        {
            // What the server said before it hung up counts; if it said nothing, the answer fails too.
        }

        return await answer;
    }

    private static void Require(int first, SmtpReply reply)
    {
        if (reply.Code / 100 != first)
        {
            throw new SmtpAnswerException(reply);
        }
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
