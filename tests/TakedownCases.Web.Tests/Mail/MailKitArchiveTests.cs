using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TakedownCases.Testing;
using TakedownCases.Testing.Mail;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Tests.Mail;

/// <summary>Looking for a copy over IMAP. Compiled with the full stack alone.</summary>
[Trait("Kind", "Contract")]
public sealed class MailKitArchiveTests : IDisposable
{
    private readonly TestAuthority _authority = new();
    private readonly TestAuthority _stranger = new();
    private readonly ManualTimeProvider _clock = new();

    public void Dispose()
    {
        _authority.Dispose();
        _stranger.Dispose();
    }

    [Theory]
    [InlineData("<a@example.org>", nameof(ArchiveAnswer.Found))]
    [InlineData("a@example.org", nameof(ArchiveAnswer.Found))]
    [InlineData("<aa@example.org>", nameof(ArchiveAnswer.NotFound))]
    [InlineData("<b@example.org>", nameof(ArchiveAnswer.NotFound))]
    public async Task A_copy_is_found_by_its_Message_ID_and_nothing_is_changed(string messageId, string expected)
    {
        using var certificate = _authority.Issue();
        await using var server = new FakeImapServer(certificate) { Kept = ["<a@example.org>"] };

        Assert.Equal(expected, $"{await Archive(server).FindAsync(messageId, CancellationToken.None)}");

        Assert.Contains(server.Commands, command => command.Contains("EXAMINE INBOX", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Commands, command => command.Contains("SELECT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_mailbox_can_be_named()
    {
        using var certificate = _authority.Issue();
        await using var server = new FakeImapServer(certificate) { Kept = ["<a@example.org>"], Mailbox = "Copies" };

        Assert.Equal(ArchiveAnswer.Found, await Archive(server, mailbox: "Copies").FindAsync("<a@example.org>", CancellationToken.None));
        Assert.Equal(ArchiveAnswer.Unavailable, await Archive(server, mailbox: "Nowhere").FindAsync("<a@example.org>", CancellationToken.None));
    }

    [Fact]
    public async Task A_wrong_password_a_strange_certificate_and_nobody_listening_are_unavailable()
    {
        using var certificate = _authority.Issue();
        await using var server = new FakeImapServer(certificate) { Kept = ["<a@example.org>"], Password = "another" };
        using var strange = _stranger.Issue();
        await using var stranger = new FakeImapServer(strange) { Kept = ["<a@example.org>"] };
        var gone = new FakeImapServer(certificate);
        await gone.DisposeAsync();

        Assert.Equal(ArchiveAnswer.Unavailable, await Archive(server).FindAsync("<a@example.org>", CancellationToken.None));
        Assert.Equal(ArchiveAnswer.Unavailable, await Archive(stranger).FindAsync("<a@example.org>", CancellationToken.None));
        Assert.Equal(ArchiveAnswer.Unavailable, await Archive(gone).FindAsync("<a@example.org>", CancellationToken.None));
        Assert.Empty(stranger.Commands);
    }

    [Fact]
    public async Task A_line_that_breaks_is_unavailable()
    {
        using var certificate = _authority.Issue();
        await using var server = new FakeImapServer(certificate) { AtSearch = SmtpFault.Drop() };

        Assert.Equal(ArchiveAnswer.Unavailable, await Archive(server).FindAsync("<a@example.org>", CancellationToken.None));
    }

    [Fact]
    public async Task A_server_that_hangs_is_unavailable_after_a_minute()
    {
        using var certificate = _authority.Issue();
        await using var server = new FakeImapServer(certificate) { AtSearch = SmtpFault.Hang() };

        var finding = Archive(server).FindAsync("<a@example.org>", CancellationToken.None);
        await server.SearchedAsync;
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(ArchiveAnswer.Unavailable, await finding);
    }

    [Fact]
    public async Task Told_to_stop_it_knows_nothing()
    {
        using var certificate = _authority.Issue();
        await using var server = new FakeImapServer(certificate) { AtSearch = SmtpFault.Hang() };
        using var stop = new CancellationTokenSource();

        var finding = Archive(server).FindAsync("<a@example.org>", stop.Token);
        await server.SearchedAsync;
        await stop.CancelAsync();

        Assert.Equal(ArchiveAnswer.Unavailable, await finding);
    }

    private ImapArchive Archive(FakeImapServer server, string mailbox = "INBOX")
        => new(
            Options.Create(new MailOptions
            {
                Imap = new ImapOptions
                {
                    Host = "localhost", Port = server.Port, Security = MailSecurity.Tls, User = "archive", Password = MailWorld.Password, Mailbox = mailbox,
                },
            }),
            new MailTrust(_authority.Roots),
            _clock,
            NullLogger<ImapArchive>.Instance);
}
