using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace TakedownCases.Testing.Mail;

/// <summary>
/// A mail server on loopback that a test can make go wrong at any step. It keeps exactly what it received, and a mail counts
/// from the moment it is stored, whatever the client is told.
/// </summary>
public sealed class FaultySmtpServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<ReceivedMail> _received = new();
    private readonly ConcurrentQueue<string> _commands = new();
    private readonly ConcurrentDictionary<SmtpStep, TaskCompletionSource> _reached = new();
    private readonly ConcurrentBag<Task> _conversations = [];
    private Socket _listener;
    private Task _accepting;
    private int _connections;

    public FaultySmtpServer(SmtpOffer? offer = null)
    {
        Offer = offer ?? new SmtpOffer();
        _listener = Listen(0);
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _accepting = AcceptAsync(_listener);
    }

    public int Port { get; }

    public SmtpOffer Offer { get; }

    /// <summary>Asked at each step of each connection (counted from 1) what goes wrong; by default nothing.</summary>
    public Func<int, SmtpStep, SmtpFault?> Faults { get; set; } = (_, _) => null;

    public IReadOnlyList<ReceivedMail> Received => [.. _received];

    /// <summary>Every command of every connection, AUTH and its secrets included.</summary>
    public IReadOnlyList<string> Commands => [.. _commands];

    public int CountOf(string messageId) => _received.Count(mail => mail.MessageId == messageId);

    /// <summary>Completes when some connection has come to this step.</summary>
    public Task ReachedAsync(SmtpStep step) => Reached(step).Task;

    /// <summary>From here on connections are refused; those that stand go on.</summary>
    public async Task GoDownAsync()
    {
        _listener.Dispose();
        await _accepting;
    }

    /// <summary>Listens again, at the same port.</summary>
    public void ComeUp()
    {
        _listener = Listen(Port);
        _accepting = AcceptAsync(_listener);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_conversations);
        _end.Dispose();
    }

    internal void Keep(ReceivedMail mail) => _received.Enqueue(mail);

    internal void Note(string command) => _commands.Enqueue(command);

    internal void Reach(SmtpStep step) => Reached(step).TrySetResult();

    private TaskCompletionSource Reached(SmtpStep step)
        => _reached.GetOrAdd(step, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private static Socket Listen(int port)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            // Small, so that a long mail cannot disappear into buffers before the server looks at it.
            ReceiveBufferSize = 16 * 1024,
        };

        // Connections of before, which rest in the kernel for a minute, do not keep the port.
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        listener.Listen();
        return listener;
    }

    private async Task AcceptAsync(Socket listener)
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptAsync(_end.Token);
                socket.NoDelay = true;
                _conversations.Add(new FaultyConversation(this, socket, ++_connections, _end.Token).RunAsync());
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The server went down, or the test is over.
        }
    }
}

/// <summary>What a <see cref="FaultySmtpServer"/> offers when nothing goes wrong.</summary>
public sealed record SmtpOffer
{
    /// <summary>For STARTTLS, or for TLS from the first octet; null: neither.</summary>
    public X509Certificate2? Certificate { get; init; }

    public bool ImplicitTls { get; init; }

    /// <summary>Offered though there is no certificate, to be broken by a fault.</summary>
    public bool StartTls { get; init; }

    /// <summary>Such as "PLAIN LOGIN"; empty: no AUTH. Offered after TLS.</summary>
    public string SignIns { get; init; } = "";

    public string User { get; init; } = "notices";

    public string Password { get; init; } = "correct horse";

    public bool Size { get; init; } = true;

    /// <summary>Octets written in one piece behind the 220 of STARTTLS, as somebody in between would.</summary>
    public string InjectedAfterStartTls { get; init; } = "";

    public IReadOnlyList<string> MoreOffers { get; init; } = ["8BITMIME", "PIPELINING", "CHUNKING", "SMTPUTF8", "ENHANCEDSTATUSCODES", "DSN"];
}
