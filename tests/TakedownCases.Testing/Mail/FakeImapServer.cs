using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace TakedownCases.Testing.Mail;

/// <summary>As much of an IMAP server (RFC 3501) as is needed to look for a Message-ID, over TLS on loopback.</summary>
public sealed class FakeImapServer : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource _searched = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _commands = [];
    private readonly X509Certificate2 _certificate;
    private readonly Task _serving;

    public FakeImapServer(X509Certificate2 certificate)
    {
        _certificate = certificate;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _serving = ServeAsync();
    }

    public int Port { get; }

    public string Mailbox { get; init; } = "INBOX";

    public string Password { get; init; } = "correct horse";

    /// <summary>The Message-IDs it has, with their brackets.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>What happens instead of an answer to SEARCH.</summary>
    public SmtpFault? AtSearch { get; init; }

    public Task SearchedAsync => _searched.Task;

    public IReadOnlyList<string> Commands
    {
        get
        {
            lock (_commands)
            {
                return [.. _commands];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _serving;
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                using var socket = await _listener.AcceptAsync(_end.Token);
                await using var tls = new SslStream(new NetworkStream(socket));
                await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _end.Token);
                await TalkAsync(tls);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or AuthenticationException
                or SocketException or ObjectDisposedException)
            {
                // The client has gone, or the test is over.
            }
        }
    }

    private async Task TalkAsync(SslStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        await WriteAsync(stream, "* OK [CAPABILITY IMAP4rev1 LITERAL+] ready\r\n");
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            lock (_commands)
            {
                _commands.Add(line);
            }

            var words = line.Split(' ', 3);
            await WriteAsync(stream, await AnswerAsync(words[0], words[1].ToUpperInvariant(), words.ElementAtOrDefault(2) ?? ""));
        }
    }

    private async Task<string> AnswerAsync(string tag, string command, string rest)
    {
        switch (command)
        {
            case "CAPABILITY":
                return $"* CAPABILITY IMAP4rev1 LITERAL+\r\n{tag} OK done\r\n";
            case "LOGIN":
                return rest.Contains(Password, StringComparison.Ordinal) ? $"{tag} OK welcome\r\n" : $"{tag} NO [AUTHENTICATIONFAILED] no\r\n";
            case "LIST":
                var name = rest.Split(' ', 2)[1].Trim('"');
                return name.Length == 0 ? $"* LIST (\\Noselect) \"/\" \"\"\r\n{tag} OK done\r\n"
                    : name == Mailbox || name == "INBOX" ? $"* LIST () \"/\" \"{name}\"\r\n{tag} OK done\r\n" : $"{tag} OK nothing\r\n";
            case "EXAMINE":
                return $"* FLAGS (\\Seen)\r\n* 2 EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 1] x\r\n* OK [UIDNEXT 9] x\r\n{tag} OK [READ-ONLY] done\r\n";
            case "UID":
                _searched.TrySetResult();
                await FailAsync();
                return $"* SEARCH{(Kept.Any(id => rest.Contains(id, StringComparison.Ordinal)) ? " 7" : "")}\r\n{tag} OK done\r\n";
            default:
                return $"{tag} OK done\r\n";
        }
    }

    private Task FailAsync() => AtSearch switch
    {
        null => Task.CompletedTask,
        SmtpFault.HangFault => Task.Delay(Timeout.Infinite, _end.Token),
        _ => throw new IOException("Dropped."),
    };

    private async Task WriteAsync(SslStream stream, string text)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text), _end.Token);
        await stream.FlushAsync(_end.Token);
    }
}
