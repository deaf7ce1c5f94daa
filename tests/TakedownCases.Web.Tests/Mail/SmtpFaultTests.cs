using TakedownCases.Testing;
using TakedownCases.Testing.Mail;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Tests.Mail;

/// <summary>Every step of a conversation goes wrong in every way; run again with Stack=full.</summary>
[Trait("Kind", "Contract")]
public sealed class SmtpFaultTests : IDisposable
{
    private static readonly Dictionary<string, SmtpFault> Faults = new(StringComparer.Ordinal)
    {
        ["421"] = SmtpFault.Say("421 4.3.2 closing"),
        ["450 greylisted"] = SmtpFault.Say("450 4.7.1 greylisted, come back"),
        ["452 on two lines"] = SmtpFault.Say("452-4.2.2 no room\r\n452 4.2.2 come back"),
        ["550"] = SmtpFault.Say("550 5.1.1 no"),
        ["554 and closes"] = SmtpFault.SayAndClose("554 5.7.1 no"),
        ["another code in the middle"] = SmtpFault.Say("250-yes\r\n550 no"),
        ["nonsense"] = SmtpFault.Say("what?"),
        ["no such code"] = SmtpFault.Say("999 what?"),
        ["an unexpected code"] = SmtpFault.Say("354 what?"),
        ["a line without end"] = SmtpFault.Flood(ofLines: false),
        ["lines without end"] = SmtpFault.Flood(ofLines: true),
        ["drop"] = SmtpFault.Drop(),
        ["hang"] = SmtpFault.Hang(),
        ["drop, stored"] = SmtpFault.Drop(stored: true),
        ["hang, stored"] = SmtpFault.Hang(stored: true),
    };

    private static readonly SmtpStep[] BeforeTheMail = [SmtpStep.Greeting, SmtpStep.Hello, SmtpStep.StartTls, SmtpStep.SecureHello, SmtpStep.Auth];

    private static readonly SmtpStep[] Envelope = [SmtpStep.MailFrom, SmtpStep.Recipient, SmtpStep.Data];

    private readonly TestAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    public static TheoryData<SmtpStep, string, string> Rows()
    {
        var rows = new TheoryData<SmtpStep, string, string>();
        foreach (var fault in Faults.Keys.Where(fault => !fault.EndsWith("stored", StringComparison.Ordinal)))
        {
            var isRefusal = fault[0] == '5';
            foreach (var step in BeforeTheMail)
            {
                // To the first question of a sign-in, 354 is no answer either, but 334 would be one.
                rows.Add(step, fault, nameof(SendState.Deferred));
            }

            foreach (var step in Envelope.Where(step => step != SmtpStep.Data || fault != "an unexpected code"))
            {
                rows.Add(step, fault, isRefusal ? nameof(SendState.Rejected) : nameof(SendState.Deferred));
            }

            if (!isRefusal && !fault.StartsWith("45", StringComparison.Ordinal))
            {
                rows.Add(SmtpStep.Tls, fault, nameof(SendState.Deferred));
            }

            rows.Add(SmtpStep.Quit, fault, nameof(SendState.Accepted));
            rows.Add(SmtpStep.Dot, fault, isRefusal ? nameof(SendState.Rejected) : fault[0] == '4' ? nameof(SendState.Deferred) : nameof(SendState.Unknown));
        }

        rows.Add(SmtpStep.Dot, "drop, stored", nameof(SendState.Unknown));
        rows.Add(SmtpStep.Dot, "hang, stored", nameof(SendState.Unknown));
        return rows;
    }

    [Theory, MemberData(nameof(Rows))]
    public async Task A_fault_at_a_step_means(SmtpStep step, string fault, string expected)
    {
        using var certificate = _authority.Issue();
        await using var server = new FaultySmtpServer(new SmtpOffer { Certificate = certificate, SignIns = "PLAIN LOGIN" })
        {
            Faults = (_, at) => at == step ? Faults[fault] : null,
        };
        var clock = new ManualTimeProvider();

        var sending = MailWorld.Transport(server, MailSecurity.StartTls, _authority, clock, "notices").SendAsync(MailWorld.Mail(), CancellationToken.None);
        await server.ReachedAsync(step);

        // To a handshake some plain words are the beginning of a record, of which the rest is waited for.
        var mayHang = step == SmtpStep.Tls || fault.StartsWith("hang", StringComparison.Ordinal);
        var result = mayHang ? await sending.AfterItsTimeAsync(clock) : await sending;

        Assert.Equal(expected, $"{result.State}");
        Assert.NotEmpty(result.Reply);
        Assert.Equal(WasStored(step, fault, expected) ? 1 : 0, server.CountOf(MailWorld.MessageId));
        if (step < SmtpStep.Body && char.IsAsciiDigit(fault[0]) && result.Code is not null)
        {
            Assert.Equal(fault[..3], $"{result.Code}");
            Assert.Contains($"{result.Code}", result.Reply, StringComparison.Ordinal);
        }

        if (fault.StartsWith("hang", StringComparison.Ordinal) && step != SmtpStep.Quit)
        {
            Assert.Contains("seconds", result.Reply, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("hang")]
    [InlineData("421")]
    [InlineData("nonsense")]
    [InlineData("a line without end")]
    public async Task A_fault_before_the_last_dot_is_safe_to_try_again(string fault)
    {
        await using var server = new FaultySmtpServer { Faults = (_, at) => at == SmtpStep.Body ? Faults[fault] : null };
        var clock = new ManualTimeProvider();

        var sending = MailWorld.Transport(server, clock: clock).SendAsync(MailWorld.Mail(MailWorld.LongBytes), CancellationToken.None);
        await server.ReachedAsync(SmtpStep.Body);
        var result = await sending.AfterItsTimeAsync(clock);

        Assert.Equal(SendState.Deferred, result.State);
        Assert.DoesNotContain("C: .", result.Transcript);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_deferred_mail_goes_at_the_next_attempt_with_the_same_bytes()
    {
        await using var server = new FaultySmtpServer
        {
            Faults = (connection, at) => connection == 1 && at == SmtpStep.Recipient ? Faults["450 greylisted"] : null,
        };
        var (transport, mail) = (MailWorld.Transport(server), MailWorld.Mail());

        var first = await transport.SendAsync(mail, CancellationToken.None);
        var second = await transport.SendAsync(mail, CancellationToken.None);

        Assert.Equal((SendState.Deferred, SendState.Accepted), (first.State, second.State));
        Assert.Equal(mail.Bytes.ToArray(), Assert.Single(server.Received).Bytes);
        Assert.DoesNotContain(server.Commands.Take(4), command => command == "DATA");
    }

    [Theory]
    [InlineData(SmtpStep.Greeting, nameof(SendState.Deferred))]
    [InlineData(SmtpStep.Recipient, nameof(SendState.Deferred))]
    [InlineData(SmtpStep.Dot, nameof(SendState.Unknown))]
    public async Task Told_to_stop_it_says_how_far_it_came(SmtpStep step, string expected)
    {
        await using var server = new FaultySmtpServer { Faults = (_, at) => at == step ? SmtpFault.Hang() : null };
        using var stop = new CancellationTokenSource();

        var sending = MailWorld.Transport(server).SendAsync(MailWorld.Mail(), stop.Token);
        await server.ReachedAsync(step);
        await stop.CancelAsync();
        var result = await sending;

        Assert.Equal(expected, $"{result.State}");
        Assert.Contains("stopping", result.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Told_to_stop_before_it_began_it_sends_nothing()
    {
        await using var server = new FaultySmtpServer();

        var result = await MailWorld.Transport(server).SendAsync(MailWorld.Mail(), new CancellationToken(canceled: true));

        Assert.Equal(SendState.Deferred, result.State);
        Assert.Empty(server.Commands);
    }

    [Fact]
    public async Task A_server_that_is_late_within_its_time_is_waited_for()
    {
        var clock = new ManualTimeProvider();
        await using var server = new FaultySmtpServer
        {
            Faults = (_, at) =>
            {
                clock.Advance(at switch
                {
                    SmtpStep.Recipient => TimeSpan.FromSeconds(59),
                    SmtpStep.Dot => TimeSpan.FromMinutes(9),
                    _ => TimeSpan.Zero,
                });
                return null;
            },
        };

        var result = await MailWorld.Transport(server, clock: clock).SendAsync(MailWorld.Mail(), CancellationToken.None);

        Assert.Equal(SendState.Accepted, result.State);
    }

    [Fact]
    public void The_longest_attempt_is_longer_than_every_step_of_it_together()
    {
        var once = Enum.GetValues<SmtpPhase>().Aggregate(TimeSpan.Zero, (sum, phase) => sum + SmtpTimeouts.Of(phase));

        Assert.True(SmtpTimeouts.Longest > once);
        Assert.True(SmtpTimeouts.Longest < TimeSpan.FromMinutes(25));
        Assert.True(SmtpTimeouts.Of(SmtpPhase.Answer) >= TimeSpan.FromMinutes(10));
    }

    private static bool WasStored(SmtpStep step, string fault, string expected)
        => step == SmtpStep.Quit || (step == SmtpStep.Dot && fault.EndsWith("stored", StringComparison.Ordinal))
            || (fault == "another code in the middle" && step == SmtpStep.Dot) || expected == nameof(SendState.Accepted);
}
