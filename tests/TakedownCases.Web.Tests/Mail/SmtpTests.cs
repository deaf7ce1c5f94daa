using System.Text;
using TakedownCases.Testing.Mail;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Tests.Mail;

/// <summary>A server that does what it should; run again with Stack=full.</summary>
[Trait("Kind", "Contract")]
public sealed class SmtpTests : IDisposable
{
    private readonly TestAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Theory]
    [InlineData("Good day.\r\n")]
    [InlineData(".\r\n")]
    [InlineData(".\r\n.\r\n..\r\n...two\r\n.QUIT\r\n")]
    [InlineData("a line\r\n.\r\nMAIL FROM:<x@example.com>\r\n.\r\n")]
    [InlineData("an empty end\r\n\r\n\r\n")]
    [InlineData("a tab\tand  spaces at the end  \r\n\r\n--=_b\r\nContent-Type: application/json\r\n\r\n{}\r\n--=_b--\r\n")]
    [InlineData("")]
    public async Task Every_octet_arrives_as_it_was_frozen(string text)
    {
        await using var server = new FaultySmtpServer();
        var mail = MailWorld.Mail(MailWorld.Bytes(text));

        var result = await MailWorld.Transport(server).SendAsync(mail, CancellationToken.None);

        Assert.Equal(SendState.Accepted, result.State);
        var received = Assert.Single(server.Received);
        Assert.Equal(mail.Bytes.ToArray(), received.Bytes);
        Assert.Equal(("notices@example.org", MailWorld.Recipient), (received.From, received.Recipient));
        Assert.Equal(1, server.CountOf(MailWorld.MessageId));
    }

    [Fact]
    public async Task Headers_that_a_library_would_mend_arrive_as_they_were_frozen()
    {
        await using var server = new FaultySmtpServer();
        var odd = "received: by nobody\r\nX-Odd:no space\r\nSubject:  =?utf-8?Q?a?=\r\n  folded \r\nBcc: somebody@example.com\r\nContent-Length: 7\r\n"
            + "Content-Type: multipart/mixed; boundary=\"=_b\"\r\nMessage-ID: <odd@example.org>\r\n\r\npreamble\r\n--=_b\r\n\r\nx\r\n--=_b--\r\nepilogue\r\n";
        var mail = MailWorld.Mail(Encoding.ASCII.GetBytes(odd));

        await MailWorld.Transport(server).SendAsync(mail, CancellationToken.None);

        Assert.Equal(odd, Encoding.ASCII.GetString(Assert.Single(server.Received).Bytes));
    }

    [Fact]
    public async Task A_long_mail_arrives_whole()
    {
        await using var server = new FaultySmtpServer();

        var result = await MailWorld.Transport(server).SendAsync(MailWorld.Mail(MailWorld.LongBytes), CancellationToken.None);

        Assert.Equal(SendState.Accepted, result.State);
        Assert.True(MailWorld.LongBytes.AsSpan().SequenceEqual(Assert.Single(server.Received).Bytes));
    }

    [Fact]
    public async Task The_answer_and_every_step_are_kept()
    {
        await using var server = new FaultySmtpServer();

        var result = await MailWorld.Transport(server).SendAsync(MailWorld.Mail(), CancellationToken.None);

        Assert.Equal((250, "2.0.0", "250 2.0.0 queued as 1"), (result.Code, result.EnhancedCode, result.Reply));
        Assert.Equal($"127.0.0.1:{server.Port}", result.Peer);
        Assert.Null(result.Tls);
        Assert.Equal("S: 220 mail.example.org ESMTP", result.Transcript[0]);
        Assert.Contains("C: EHLO example.org", result.Transcript);
        Assert.Contains("S: 250-8BITMIME", result.Transcript);
        Assert.Contains("C: .", result.Transcript);
        Assert.Contains("S: 250 2.0.0 queued as 1", result.Transcript);
        Assert.DoesNotContain(result.Transcript, line => line.Contains("please look", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_recipient_no_pipelining_and_the_size_where_it_is_offered()
    {
        await using var server = new FaultySmtpServer();
        await using var plain = new FaultySmtpServer(new SmtpOffer { Size = false, MoreOffers = [] });
        var mail = MailWorld.Mail();

        await MailWorld.Transport(server).SendAsync(mail, CancellationToken.None);
        await MailWorld.Transport(plain).SendAsync(mail, CancellationToken.None);

        Assert.Equal(
            ["EHLO example.org", $"MAIL FROM:<notices@example.org> SIZE={mail.Bytes.Length}", $"RCPT TO:<{MailWorld.Recipient}>", "DATA", "QUIT"],
            server.Commands);
        Assert.Contains("MAIL FROM:<notices@example.org>", plain.Commands);
    }

    [Fact]
    public async Task A_configured_name_is_said_instead_of_the_senders_domain()
    {
        await using var server = new FaultySmtpServer();
        var smtp = new SmtpOptions { Host = "localhost", Port = server.Port, Security = MailSecurity.None, HelloName = "out.example.com" };

        await MailWorld.Transport(smtp).SendAsync(MailWorld.Mail(), CancellationToken.None);

        Assert.Equal("EHLO out.example.com", server.Commands[0]);
    }

    [Theory]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.Tls)]
    public async Task TLS_is_spoken_and_described(MailSecurity security)
    {
        using var certificate = _authority.Issue();
        await using var server = new FaultySmtpServer(new SmtpOffer { Certificate = certificate, ImplicitTls = security == MailSecurity.Tls });

        var result = await MailWorld.Transport(server, security, _authority).SendAsync(MailWorld.Mail(), CancellationToken.None);

        Assert.Equal(SendState.Accepted, result.State);
        Assert.True(Assert.Single(server.Received).WasSecure);
        Assert.StartsWith("Tls1", result.Tls, StringComparison.Ordinal);
        Assert.EndsWith("sha256:" + certificate.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256).ToLowerInvariant(), result.Tls, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PLAIN LOGIN")]
    [InlineData("LOGIN CRAM-MD5")]
    [InlineData("PLAIN")]
    public async Task A_password_signs_in_over_TLS_and_is_in_no_evidence(string offered)
    {
        using var certificate = _authority.Issue();
        await using var server = new FaultySmtpServer(new SmtpOffer { Certificate = certificate, SignIns = offered });

        var result = await MailWorld.Transport(server, MailSecurity.StartTls, _authority, user: "notices").SendAsync(MailWorld.Mail(), CancellationToken.None);

        Assert.Equal((SendState.Accepted, "notices"), (result.State, Assert.Single(server.Received).User));
        var transcript = string.Join('\n', result.Transcript);
        Assert.Contains("C: AUTH ***", transcript, StringComparison.Ordinal);
        Assert.DoesNotContain(MailWorld.Password, transcript, StringComparison.Ordinal);
        Assert.DoesNotContain(Base64(MailWorld.Password), transcript, StringComparison.Ordinal);
        Assert.DoesNotContain(Base64($"\0notices\0{MailWorld.Password}"), transcript, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_our_fault_and_is_tried_once()
    {
        using var certificate = _authority.Issue();
        await using var server = new FaultySmtpServer(new SmtpOffer { Certificate = certificate, SignIns = "PLAIN LOGIN", Password = "another" });

        var result = await MailWorld.Transport(server, MailSecurity.StartTls, _authority, user: "notices").SendAsync(MailWorld.Mail(), CancellationToken.None);

        Assert.Equal((SendState.Deferred, 535, "5.7.8"), (result.State, result.Code, result.EnhancedCode));
        Assert.Contains("mend the settings", result.Reply, StringComparison.Ordinal);
        Assert.Contains("535 5.7.8 wrong name or password", result.Reply, StringComparison.Ordinal);
        Assert.Single(server.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal));
        Assert.Empty(server.Received);
    }

    [Theory]
    [InlineData(MailSecurity.None, "PLAIN")]
    [InlineData(MailSecurity.StartTls, "CRAM-MD5")]
    [InlineData(MailSecurity.StartTls, "")]
    public async Task A_password_is_not_sent_where_it_is_not_safe_or_not_asked_for(MailSecurity security, string offered)
    {
        using var certificate = _authority.Issue();
        await using var server = new FaultySmtpServer(new SmtpOffer { Certificate = certificate, SignIns = offered });

        var result = await MailWorld.Transport(server, security, _authority, user: "notices").SendAsync(MailWorld.Mail(), CancellationToken.None);

        Assert.Equal(SendState.Deferred, result.State);
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_listening_is_deferred()
    {
        int port;
        await using (var gone = new FaultySmtpServer())
        {
            port = gone.Port;
        }

        var smtp = new SmtpOptions { Host = "localhost", Port = port, Security = MailSecurity.None };
        var result = await MailWorld.Transport(smtp).SendAsync(MailWorld.Mail(), CancellationToken.None);

        Assert.Equal(SendState.Deferred, result.State);
        Assert.Contains("ConnectionRefused", result.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_nobody_knows_is_deferred()
    {
        var smtp = new SmtpOptions { Host = "mail.invalid", Port = 587, Security = MailSecurity.None };

        var result = await MailWorld.Transport(smtp).SendAsync(MailWorld.Mail(), CancellationToken.None);

        Assert.Equal(SendState.Deferred, result.State);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
