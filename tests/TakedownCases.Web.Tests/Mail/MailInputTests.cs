using System.Text;
using TakedownCases.Testing.Mail;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Tests.Mail;

/// <summary>What may not leave at all; run again with Stack=full.</summary>
[Trait("Kind", "Contract")]
public sealed class MailInputTests
{
    private const string Head = "From: a@example.org\r\nMessage-ID: <a@example.org>\r\n\r\n";

    [Theory]
    [InlineData("abuse@example.net\r\nDATA")]
    [InlineData("abuse@example.net\n")]
    [InlineData("abuse@example.net\r")]
    [InlineData("abuse\0@example.net")]
    [InlineData("abüse@example.net")]
    [InlineData("abuse@exämple.net")]
    [InlineData("abuse@example.net> SIZE=1 <")]
    [InlineData("abuse@example.net other@example.net")]
    [InlineData("abuse@example.net,other@example.net")]
    [InlineData("abuse@one@example.net")]
    [InlineData("\"abuse x\"@example.net")]
    [InlineData("abuse@[127.0.0.1]")]
    [InlineData("abuse")]
    [InlineData("@example.net")]
    [InlineData("abuse@")]
    [InlineData("")]
    public async Task A_recipient_that_is_no_plain_address_is_rejected_by_us(string address)
    {
        await using var server = new FaultySmtpServer();

        var result = await MailWorld.Transport(server).SendAsync(MailWorld.Mail(to: address), CancellationToken.None);
        var other = await MailWorld.Transport(server).SendAsync(MailWorld.Mail(from: address), CancellationToken.None);

        Assert.Equal((SendState.Rejected, SendState.Rejected), (result.State, other.State));
        Assert.StartsWith("Not sent: ", result.Reply, StringComparison.Ordinal);
        Assert.Null(result.Code);
        Assert.Empty(server.Commands);
    }

    [Theory]
    [InlineData(Head + "a\nb\r\n")]
    [InlineData(Head + "a\rb\r\n")]
    [InlineData(Head + "a\n.\nMAIL FROM:<x@example.com>\r\n")]
    [InlineData(Head + "a\r\n.\n\r\n")]
    [InlineData(Head + "a\n.\r\n")]
    [InlineData(Head + "a\r.\r\n")]
    [InlineData(Head + "a\r\r\n")]
    [InlineData(Head + "no end")]
    [InlineData(Head + "half an end\r")]
    [InlineData(Head + "nul \0\r\n")]
    [InlineData(Head + "eight bits é\r\n")]
    [InlineData("From: a@example.org\r\n")]
    [InlineData("")]
    public async Task Bytes_that_a_server_could_read_in_two_ways_are_a_bug_and_never_sent(string text)
    {
        await using var server = new FaultySmtpServer();
        var mail = MailWorld.Mail(Encoding.Latin1.GetBytes(text));

        await Assert.ThrowsAsync<ArgumentException>(() => MailWorld.Transport(server).SendAsync(mail, CancellationToken.None));

        Assert.Empty(server.Commands);
    }

    [Theory]
    [InlineData(998, true)]
    [InlineData(999, false)]
    public async Task A_line_is_as_long_as_servers_must_take_and_no_longer(int length, bool isSent)
    {
        await using var server = new FaultySmtpServer();
        var mail = MailWorld.Mail(Encoding.ASCII.GetBytes(Head + new string('x', length) + "\r\n"));
        var sending = MailWorld.Transport(server).SendAsync(mail, CancellationToken.None);

        if (isSent)
        {
            Assert.Equal(SendState.Accepted, (await sending).State);
        }
        else
        {
            await Assert.ThrowsAsync<ArgumentException>(() => sending);
        }
    }
}
