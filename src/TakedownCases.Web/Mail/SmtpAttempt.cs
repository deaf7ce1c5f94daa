using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;

namespace TakedownCases.Web.Mail;

/// <summary>One attempt: how far it came, how long the present step may still take, and what is kept of it as evidence.</summary>
internal sealed class SmtpAttempt : IDisposable
{
    private readonly List<string> _transcript = [];
    private readonly CancellationTokenSource _time;
    private readonly CancellationToken _told;
    private readonly CancellationTokenRegistration _stop;
    private string? _peer;

    public SmtpAttempt(TimeProvider clock, CancellationToken toldToStop)
    {
        _time = new CancellationTokenSource(SmtpTimeouts.Of(SmtpPhase.Connect), clock);
        _told = toldToStop;
        _stop = toldToStop.Register(_time.Cancel);
    }

    public SmtpPhase Phase { get; private set; } = SmtpPhase.Connect;

    /// <summary>Ends with the step's time, or when we are told to stop.</summary>
    public CancellationToken Token => _time.Token;

    public string? Tls { get; set; }

    public void Enter(SmtpPhase phase)
    {
        Phase = phase;
        _time.CancelAfter(SmtpTimeouts.Of(phase));
    }

    /// <summary>What is decided is decided; a farewell may take a moment and changes nothing.</summary>
    public void WindUp() => _time.CancelAfter(SmtpTimeouts.Of(SmtpPhase.Quit));

    public void Said(string command) => Note(["C: " + command]);

    public void Heard(SmtpReply reply) => Note(reply.Lines.Select(line => "S: " + line));

    public async Task<Socket> ConnectAsync(string host, int port)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(host, port, Token);
            _peer = socket.RemoteEndPoint is IPEndPoint { Address.IsIPv4MappedToIPv6: true } mapped
                ? new IPEndPoint(mapped.Address.MapToIPv4(), mapped.Port).ToString()
                : socket.RemoteEndPoint?.ToString();
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public SendResult Answered(SmtpReply reply)
    {
        var text = SmtpVerdict.IsOurFault(Phase, reply.Code)
            ? $"The mail server refused our {NameOf(Phase)}: mend the settings, the notice can go then. {reply.Text}"
            : reply.Text;
        return new SendResult(SmtpVerdict.Of(Phase, reply.Code), reply.Code, reply.EnhancedCode, text, _peer, Tls, _transcript);
    }

    /// <summary>No answer came: <paramref name="trouble"/> did.</summary>
    public SendResult Failed(Exception trouble)
        => Phase < SmtpPhase.Answer
            ? Without(SendState.Deferred, $"Not sent, at the step {NameOf(Phase)}: {Why(trouble)}")
            : Without(SendState.Unknown, $"Not known whether it was sent: {Why(trouble)}");

    /// <summary>What a server, a network or the end of a step's time does, as opposed to a bug.</summary>
    public static bool IsTrouble(Exception exception)
        => exception is OperationCanceledException or IOException or SocketException or AuthenticationException
            or ObjectDisposedException or CryptographicException;

    public void Dispose()
    {
        _stop.Dispose();
        _time.Dispose();
    }

    // Replies are read while the text is still being written.
    private void Note(IEnumerable<string> lines)
    {
        lock (_transcript)
        {
            _transcript.AddRange(lines);
        }
    }

    private SendResult Without(SendState state, string reply) => new(state, null, null, reply, _peer, Tls, _transcript);

    private string Why(Exception trouble)
    {
        if (_told.IsCancellationRequested)
        {
            return "the program was stopping.";
        }

        if (_time.IsCancellationRequested)
        {
            return $"no answer within {SmtpTimeouts.Of(Phase).TotalSeconds} seconds.";
        }

        return trouble switch
        {
            AuthenticationException => "TLS failed. " + trouble.Message,
            SocketException socket => $"the network says {socket.SocketErrorCode}.",
            IOException { InnerException: SocketException socket } => $"the network says {socket.SocketErrorCode}.",
            _ => trouble.Message,
        };
    }

    private static string NameOf(SmtpPhase phase) => phase switch
    {
        SmtpPhase.Connect => "connection",
        SmtpPhase.Tls => "TLS",
        SmtpPhase.Greeting => "greeting",
        SmtpPhase.Hello => "EHLO",
        SmtpPhase.StartTls => "STARTTLS",
        SmtpPhase.Auth => "sign-in (AUTH)",
        SmtpPhase.MailFrom => "sender (MAIL FROM)",
        SmtpPhase.Recipient => "recipient (RCPT TO)",
        SmtpPhase.Data => "DATA",
        SmtpPhase.Body => "text",
        SmtpPhase.Answer => "last dot",
        SmtpPhase.Quit => "QUIT",
        _ => throw new ArgumentOutOfRangeException(nameof(phase)),
    };
}
