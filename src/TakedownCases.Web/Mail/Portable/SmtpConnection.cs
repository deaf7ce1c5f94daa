using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace TakedownCases.Web.Mail.Portable;

/// <summary>The line to a mail server: commands out, replies in, each within the time of its step.</summary>
internal sealed class SmtpConnection(Socket socket, SmtpAttempt attempt) : IAsyncDisposable
{
    private readonly byte[] _buffer = new byte[4096];
    private Stream _stream = new NetworkStream(socket, ownsSocket: true);
    private SmtpReplyParser _parser = new();
    private bool _isBroken;

    public bool IsSecure => _stream is SslStream { IsAuthenticated: true };

    public async Task SecureAsync(SslClientAuthenticationOptions options)
    {
        attempt.Enter(SmtpPhase.Tls);
        var tls = new SslStream(_stream);
        _stream = tls;

        // What stood in the buffer came before TLS, so anybody can have written it.
        _parser = new SmtpReplyParser();
        await tls.AuthenticateAsClientAsync(options, attempt.Token);
        attempt.Tls = MailTrust.Describe(tls.SslProtocol, tls.NegotiatedCipherSuite, tls.RemoteCertificate);
    }

    /// <summary>Sends a command and waits for its reply. <paramref name="shown"/> stands in the transcript for one with a secret.</summary>
    public async Task<SmtpReply> AskAsync(SmtpPhase phase, string command, string? shown = null)
    {
        attempt.Enter(phase);
        if (_parser.HasMore)
        {
            // Taken for the answer to this command, it would shift every answer after it, up to the one that counts.
            var early = _parser.Take();
            throw new SmtpProtocolException($"The mail server spoke without being asked: {early?.Text}");
        }

        attempt.Said(shown ?? command);
        await WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"));
        return await ReadAsync();
    }

    public async Task<SmtpReply> ReadAsync()
    {
        SmtpReply? reply;
        while ((reply = _parser.Take()) is null)
        {
            var count = await _stream.ReadAsync(_buffer, attempt.Token);
            if (count == 0)
            {
                throw new IOException("the mail server closed the connection.");
            }

            _parser.Feed(_buffer.AsSpan(0, count));
        }

        attempt.Heard(reply);
        return reply;
    }

    public Task WriteAsync(ReadOnlyMemory<byte> octets) => _stream.WriteAsync(octets, attempt.Token).AsTask();

    /// <summary>Ends the line without a farewell: half a mail must not be ended by anything.</summary>
    public void Break()
    {
        _isBroken = true;
        socket.Close(timeout: 0);
    }

    /// <summary>The outcome stands already; a server that does not say goodbye changes nothing.</summary>
    public async Task QuitAsync()
    {
        if (_isBroken)
        {
            return;
        }

        try
        {
            await AskAsync(SmtpPhase.Quit, "QUIT");
        }
        catch (Exception trouble) when (SmtpAttempt.IsTrouble(trouble))
        {
            attempt.Said("(closed)");
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _stream.DisposeAsync();
        }
        catch (Exception trouble) when (SmtpAttempt.IsTrouble(trouble))
        {
            // The outcome stands already.
            socket.Dispose();
        }
    }
}
