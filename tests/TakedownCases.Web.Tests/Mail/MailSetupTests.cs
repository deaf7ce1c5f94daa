using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Testing;
using TakedownCases.Testing.Mail;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Tests.Mail;

/// <summary>What the settings choose; run again with Stack=full.</summary>
[Trait("Kind", "Contract")]
public sealed class MailSetupTests
{
    [Fact]
    public async Task Without_a_server_mail_becomes_files()
    {
        await using var app = await TestApp.StartAsync();

        var result = await app.Services.GetRequiredService<INoticeTransport>().SendAsync(MailWorld.Mail(), CancellationToken.None);

        Assert.Equal(SendState.Accepted, result.State);
        Assert.Single(Directory.GetFiles(app.MailFolder, "*.eml"));
    }

    [Fact]
    public async Task With_a_server_mail_goes_there_and_no_log_line_says_to_whom()
    {
        await using var server = new FaultySmtpServer { Faults = (connection, at) => connection == 2 && at == SmtpStep.Recipient ? SmtpFault.Say("550 no") : null };
        await using var app = await TestApp.StartAsync(options: new TestAppOptions
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Mail:Transport"] = "Smtp",
                ["Mail:From"] = "notices@example.org",
                ["Mail:Smtp:Host"] = "localhost",
                ["Mail:Smtp:Port"] = $"{server.Port}",
                ["Mail:Smtp:Security"] = "None",
            },
        });
        var transport = app.Services.GetRequiredService<INoticeTransport>();

        var first = await transport.SendAsync(MailWorld.Mail(), CancellationToken.None);
        var second = await transport.SendAsync(MailWorld.Mail(), CancellationToken.None);

        Assert.Equal((SendState.Accepted, SendState.Rejected), (first.State, second.State));
        Assert.DoesNotContain(app.Logs, line => line.Everything.Contains(MailWorld.Recipient, StringComparison.Ordinal));
        Assert.DoesNotContain(app.Logs, line => line.Everything.Contains("0194f7a2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_an_archive_nothing_is_known()
    {
        await using var app = await TestApp.StartAsync();

        var answer = await app.Services.GetRequiredService<ISentArchive>().FindAsync(MailWorld.MessageId, CancellationToken.None);

        Assert.Equal(ArchiveAnswer.Unavailable, answer);
    }
}
