using TakedownCases.Testing.Mail;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Tests.Mail;

/// <summary>Whoever stands in between gets no mail and no password; run again with Stack=full.</summary>
[Trait("Kind", "Contract")]
public sealed class SmtpTlsTests : IDisposable
{
    private readonly TestAuthority _authority = new();
    private readonly TestAuthority _stranger = new();

    public void Dispose()
    {
        _authority.Dispose();
        _stranger.Dispose();
    }

    [Fact]
    public async Task Without_STARTTLS_nothing_is_said()
    {
        await using var server = new FaultySmtpServer();

        var result = await MailWorld.Transport(server, MailSecurity.StartTls, _authority, user: "notices").SendAsync(MailWorld.Mail(), CancellationToken.None);

        Assert.Equal(SendState.Deferred, result.State);
        Assert.Contains("STARTTLS", result.Reply, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Commands, command => command[..4] is "AUTH" or "MAIL");
    }

    [Theory]
    [InlineData("another name", MailSecurity.StartTls)]
    [InlineData("another name", MailSecurity.Tls)]
    [InlineData("another authority", MailSecurity.StartTls)]
    [InlineData("another authority", MailSecurity.Tls)]
    [InlineData("over", MailSecurity.StartTls)]
    [InlineData("over", MailSecurity.Tls)]
    public async Task A_wrong_certificate_gets_no_mail(string wrong, MailSecurity security)
    {
        using var certificate = wrong switch
        {
            "another name" => _authority.Issue("mail.example.com"),
            "over" => _authority.Issue(ofThePast: true),
            _ => _stranger.Issue(),
        };
        await using var server = new FaultySmtpServer(new SmtpOffer { Certificate = certificate, ImplicitTls = security == MailSecurity.Tls, SignIns = "PLAIN" });

        var result = await MailWorld.Transport(server, security, _authority, user: "notices").SendAsync(MailWorld.Mail(), CancellationToken.None);

        Assert.Equal(SendState.Deferred, result.State);
        Assert.Contains("TLS", result.Reply, StringComparison.Ordinal);
        Assert.Empty(server.Received);
        Assert.DoesNotContain(server.Commands, command => command[..4] is "AUTH" or "MAIL");
    }

    [Fact]
    public async Task Outside_tests_only_the_machine_says_whom_to_trust()
    {
        using var certificate = _authority.Issue();
        await using var server = new FaultySmtpServer(new SmtpOffer { Certificate = certificate });

        var result = await MailWorld.Transport(server, MailSecurity.StartTls, trusted: null).SendAsync(MailWorld.Mail(), CancellationToken.None);

        Assert.Equal(SendState.Deferred, result.State);
        Assert.Contains("TLS", result.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_slipped_in_before_TLS_answers_nothing()
    {
        using var certificate = _authority.Issue();
        await using var server = new FaultySmtpServer(new SmtpOffer
        {
            Certificate = certificate,
            SignIns = "PLAIN",
            InjectedAfterStartTls = "250-evil.example.com\r\n250 SIZE 1\r\n250 2.1.0 injected\r\n",
        });

        var result = await MailWorld.Transport(server, MailSecurity.StartTls, _authority, user: "notices").SendAsync(MailWorld.Mail(), CancellationToken.None);

        // In step to the end: the answer to the last dot is the server's own.
        Assert.Equal((SendState.Accepted, "250 2.0.0 queued as 1"), (result.State, result.Reply));
        Assert.Equal("notices", Assert.Single(server.Received).User);
    }
}
