using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Options;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Tests.Mail;

/// <summary>A server that others wrote, started by tests/lib/machine.sh; run again with Stack=full.</summary>
[Trait("Kind", "Contract")]
public sealed class RealServerTests
{
    [Fact]
    public async Task A_mail_handed_to_a_real_server_is_stored_byte_for_byte()
    {
        var id = $"<{Guid.CreateVersion7():N}@example.org>";
        var mail = MailWorld.Mail(MailWorld.Bytes(".\r\n..two\r\n\r\nends\r\n.\r\n", id)) with { MessageId = id };

        var result = await Transport(Password).SendAsync(mail, CancellationToken.None);

        Assert.Equal((SendState.Accepted, 250), (result.State, result.Code));
        Assert.StartsWith("Tls1", result.Tls, StringComparison.Ordinal);
        var stored = Directory.GetFiles(Setting("TDC_TEST_SMTP_MAIL"), "*.eml").Select(File.ReadAllBytes)
            .Where(bytes => bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(id)) >= 0);
        Assert.Equal(mail.Bytes.ToArray(), Assert.Single(stored));
    }

    [Fact]
    public async Task A_real_server_refuses_a_wrong_password_and_an_unknown_recipient()
    {
        var unknown = await Transport(Password).SendAsync(MailWorld.Mail(to: "nobody@platform.example.net"), CancellationToken.None);
        var wrong = await Transport("wrong").SendAsync(MailWorld.Mail(), CancellationToken.None);

        Assert.Equal((SendState.Rejected, 550), (unknown.State, unknown.Code));
        Assert.True(wrong is { State: SendState.Deferred, Code: 535 }, wrong.Reply);
    }

    private static string Password => Setting("TDC_TEST_SMTP_PASSWORD");

    private static SmtpTransport Transport(string password)
    {
        var place = Setting("TDC_TEST_SMTP").Split(':');
        var smtp = new SmtpOptions
        {
            Host = place[0], Port = int.Parse(place[1]), Security = MailSecurity.StartTls, User = "notices", Password = password,
        };
        return new SmtpTransport(
            Options.Create(new MailOptions { From = "notices@example.org", Smtp = smtp }),
            new MailTrust([X509CertificateLoader.LoadCertificateFromFile(Setting("TDC_TEST_SMTP_CA"))]),
            TimeProvider.System);
    }

    private static string Setting(string name)
        => Environment.GetEnvironmentVariable(name)
            ?? throw new InvalidOperationException($"{name} is not set: tests/run.sh starts a mail server for this test (start_mail_server in tests/lib/machine.sh).");
}
