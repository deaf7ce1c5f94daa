using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace TakedownCases.Testing.Mail;

/// <summary>One connection of a <see cref="FaultySmtpServer"/>.</summary>
internal sealed class FaultyConversation(FaultySmtpServer server, Socket socket, int connection, CancellationToken end) : IAsyncDisposable
{
    private readonly SmtpOffer _offer = server.Offer;
    private readonly byte[] _buffer = new byte[4096];
    private Stream _stream = new NetworkStream(socket, ownsSocket: true);
    private int _from;
    private int _to;
    private bool _isSecure;
    private string? _user;
    private string _sender = "";
    private string _recipient = "";

    public async Task RunAsync()
    {
        try
        {
            await TalkAsync();
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or AuthenticationException
            or SocketException or ObjectDisposedException)
        {
            // The line is gone, by either side, or the test is over.
        }
        finally
        {
            await DisposeAsync();
        }
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async Task TalkAsync()
    {
        if (_offer.ImplicitTls)
        {
            await SecureAsync();
        }

        await SayAsync(SmtpStep.Greeting, "220 mail.example.org ESMTP");
        while (await LineAsync() is { } command)
        {
            server.Note(command);
            if (!await AnswerAsync(command))
            {
                return;
            }
        }
    }

    private async Task<bool> AnswerAsync(string command)
    {
        switch (command.Split(' ')[0].ToUpperInvariant())
        {
            case "EHLO":
                await SayAsync(_isSecure ? SmtpStep.SecureHello : SmtpStep.Hello, Hello());
                return true;
            case "HELO":
                await SayAsync(_isSecure ? SmtpStep.SecureHello : SmtpStep.Hello, "250 mail.example.org");
                return true;
            case "STARTTLS":
                await SayAsync(SmtpStep.StartTls, "220 go ahead\r\n" + _offer.InjectedAfterStartTls);
                await SecureAsync();
                return true;
            case "AUTH":
                await SignInAsync(command.Split(' '));
                return true;
            case "MAIL":
                _sender = Address(command);
                await SayAsync(SmtpStep.MailFrom, "250 2.1.0 sender ok");
                return true;
            case "RCPT":
                _recipient = Address(command);
                await SayAsync(SmtpStep.Recipient, "250 2.1.5 recipient ok");
                return true;
            case "DATA":
                if (await SayAsync(SmtpStep.Data, "354 end with a dot"))
                {
                    await TakeAsync();
                }

                return true;
            case "RSET":
                await WriteAsync("250 2.0.0 ok\r\n");
                return true;
            case "QUIT":
                await SayAsync(SmtpStep.Quit, "221 2.0.0 bye");
                return false;
            default:
                await WriteAsync("500 5.5.1 unknown\r\n");
                return true;
        }
    }

    private string Hello()
    {
        List<string> offers = ["mail.example.org", .. _offer.MoreOffers];
        if (_offer.Size)
        {
            offers.Add("SIZE 50000000");
        }

        if (!_isSecure && (_offer.StartTls || _offer.Certificate is not null))
        {
            offers.Add("STARTTLS");
        }

        if (_offer.SignIns.Length > 0 && _isSecure)
        {
            offers.Add("AUTH " + _offer.SignIns);
        }

        return string.Join("\r\n", offers.Select((offer, i) => (i == offers.Count - 1 ? "250 " : "250-") + offer));
    }

    private async Task SecureAsync()
    {
        if (await BreakAsync(SmtpStep.Tls))
        {
            return;
        }

        (_from, _to) = (0, 0);
        var tls = new SslStream(_stream);
        _stream = tls;
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _offer.Certificate }, end);
        _isSecure = true;
    }

    private async Task SignInAsync(string[] words)
    {
        var answer = words.ElementAtOrDefault(2);
        if (words[1] == "LOGIN")
        {
            await WriteAsync("334 VXNlcm5hbWU6\r\n");
            var user = Decode(await LineAsync());
            await WriteAsync("334 UGFzc3dvcmQ6\r\n");
            answer = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{user}\0{Decode(await LineAsync())}"));
        }

        var isRight = Decode(answer) == $"\0{_offer.User}\0{_offer.Password}";
        _user = isRight ? _offer.User : null;
        await SayAsync(SmtpStep.Auth, isRight ? "235 2.7.0 welcome" : "535 5.7.8 wrong name or password");
    }

    private async Task TakeAsync()
    {
        var bytes = new List<byte>();
        if (server.Faults(connection, SmtpStep.Body) is { } fault)
        {
            // Some of it is read, so that the client is at it.
            await FillAsync();
            (_from, _to) = (0, 0);
            server.Reach(SmtpStep.Body);
            await DoAsync(fault);
            return;
        }

        while (await OctetsOfLineAsync() is { } line)
        {
            if (line is [(byte)'.', (byte)'\r', (byte)'\n'])
            {
                await StoreAsync([.. bytes]);
                return;
            }

            bytes.AddRange(line is [(byte)'.', ..] ? line.AsSpan(1) : line);
        }
    }

    private async Task StoreAsync(byte[] bytes)
    {
        var mail = new ReceivedMail(_sender, _recipient, bytes, _isSecure, _user);
        var fault = server.Faults(connection, SmtpStep.Dot);
        if (fault is null or SmtpFault.LateFault or SmtpFault.HangFault { Stored: true } or SmtpFault.DropFault { Stored: true } or SmtpFault.SayFault { Reply: ['2', ..] })
        {
            server.Keep(mail);
        }

        server.Reach(SmtpStep.Dot);
        if (!await DoAsync(fault))
        {
            await WriteAsync($"250 2.0.0 queued as {connection}\r\n");
        }
    }

    /// <summary>True when the step went well.</summary>
    private async Task<bool> SayAsync(SmtpStep step, string reply)
    {
        if (await BreakAsync(step))
        {
            return false;
        }

        await WriteAsync(reply.EndsWith('\n') ? reply : reply + "\r\n");
        return true;
    }

    private async Task<bool> BreakAsync(SmtpStep step)
    {
        var fault = server.Faults(connection, step);
        server.Reach(step);
        return await DoAsync(fault);
    }

    /// <summary>Does what goes wrong; true when something did.</summary>
    private async Task<bool> DoAsync(SmtpFault? fault)
    {
        switch (fault)
        {
            case null:
                return false;
            case SmtpFault.LateFault late:
                await Task.Delay(late.By, end);
                return false;
            case SmtpFault.HangFault:
                await Task.Delay(Timeout.Infinite, end);
                return true;
            case SmtpFault.DropFault:
                socket.LingerState = new LingerOption(true, 0);
                socket.Close();
                throw new IOException("Dropped.");
            case SmtpFault.FloodFault flood:
                await FloodAsync(flood.OfLines);
                return true;
            case SmtpFault.SayFault say:
                await WriteAsync(say.Reply.EndsWith('\n') ? say.Reply : say.Reply + "\r\n");
                return say.Closes || say.Reply.StartsWith("421", StringComparison.Ordinal) ? throw new IOException("Closed.") : true;
            default:
                throw new InvalidOperationException("An unknown fault.");
        }
    }

    private async Task FloodAsync(bool ofLines)
    {
        var piece = Encoding.ASCII.GetBytes(ofLines ? string.Concat(Enumerable.Repeat("250-and more\r\n", 200)) : new string('2', 4096));
        while (true)
        {
            await _stream.WriteAsync(piece, end);
        }
    }

    private async Task<string?> LineAsync()
        => await OctetsOfLineAsync() is { } line ? Encoding.UTF8.GetString(line).TrimEnd('\r', '\n') : null;

    /// <summary>Up to CRLF and nothing else: a lone CR or LF ends no line here.</summary>
    private async Task<byte[]?> OctetsOfLineAsync()
    {
        var line = new List<byte>();
        while (line is not [.., (byte)'\r', (byte)'\n'])
        {
            if (_from == _to && await FillAsync() == 0)
            {
                return null;
            }

            line.Add(_buffer[_from++]);
        }

        return [.. line];
    }

    private async Task<int> FillAsync()
    {
        _to = await _stream.ReadAsync(_buffer, end);
        _from = 0;
        return _to;
    }

    private async Task WriteAsync(string text)
    {
        await _stream.WriteAsync(Encoding.UTF8.GetBytes(text), end);
        await _stream.FlushAsync(end);
    }

    private static string Address(string command) => command.Split('<', '>').ElementAtOrDefault(1) ?? "";

    private static string Decode(string? base64)
    {
        var bytes = new byte[base64?.Length ?? 0];
        return Convert.TryFromBase64String(base64 ?? "", bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : "";
    }
}
