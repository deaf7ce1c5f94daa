using System.Text;
using Microsoft.Extensions.Options;
using TakedownCases.Testing;
using TakedownCases.Testing.Mail;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Tests.Mail;

/// <summary>A mail, a transport to a server on loopback, and short words for what the tests of mail do.</summary>
internal static class MailWorld
{
    public const string MessageId = "<0194f7a2.tn-1@example.org>";
    public const string Recipient = "abuse@platform.example.net";
    public const string Password = "correct horse";

    public static OutgoingMail Mail(byte[]? bytes = null, string from = "notices@example.org", string to = Recipient)
        => new(from, to, MessageId, bytes ?? Bytes("Good day,\r\nplease look at this.\r\n"));

    public static byte[] Bytes(string text, string messageId = MessageId) => Encoding.ASCII.GetBytes(
        "From: notices@example.org\r\nTo: abuse@platform.example.net\r\nSubject: Request TN-AAAA-AAAA\r\nMessage-ID: " + messageId
        + "\r\nDate: Mon, 01 Mar 2027 09:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text);

    /// <summary>More than the buffers between two ends hold: it cannot be written until the server reads on.</summary>
    public static byte[] LongBytes { get; } = Bytes(string.Concat(Enumerable.Repeat(new string('x', 76) + "\r\n", 200_000)));

    public static SmtpTransport Transport(
        FaultySmtpServer server, MailSecurity security = MailSecurity.None, TestAuthority? trusted = null,
        TimeProvider? clock = null, string? user = null)
        => Transport(
            new SmtpOptions { Host = "localhost", Port = server.Port, Security = security, User = user, Password = user is null ? null : Password },
            trusted,
            clock);

    public static SmtpTransport Transport(SmtpOptions smtp, TestAuthority? trusted = null, TimeProvider? clock = null)
        => new(
            Options.Create(new MailOptions { Transport = MailTransport.Smtp, From = "notices@example.org", Smtp = smtp }),
            new MailTrust(trusted?.Roots),
            clock ?? new ManualTimeProvider());

    /// <summary>Moves the clock until the attempt gives up.</summary>
    public static async Task<SendResult> AfterItsTimeAsync(this Task<SendResult> sending, ManualTimeProvider clock)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!sending.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(30));
            await Task.WhenAny(sending, Task.Delay(10, patience.Token));
            patience.Token.ThrowIfCancellationRequested();
        }

        return await sending;
    }
}
