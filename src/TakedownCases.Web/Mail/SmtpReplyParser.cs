using System.Globalization;
using System.Text;

namespace TakedownCases.Web.Mail;

/// <summary>Makes replies of the octets a server sends. A server that never ends its reply is stopped here.</summary>
internal sealed class SmtpReplyParser
{
    public const int LongestLine = 2048;
    public const int MostLines = 128;

    private readonly List<byte> _line = [];
    private readonly List<string> _lines = [];
    private readonly Queue<SmtpReply> _replies = new();

    /// <summary>Whether something came that was not taken yet, be it the beginning of a reply.</summary>
    public bool HasMore => _replies.Count + _lines.Count + _line.Count > 0;

    public void Feed(ReadOnlySpan<byte> octets)
    {
        foreach (var octet in octets)
        {
            if (octet == '\n')
            {
                EndLine();
            }
            else if (_line.Count == LongestLine)
            {
                throw new SmtpProtocolException("The mail server's reply has a line that is too long.");
            }
            else
            {
                _line.Add(octet);
            }
        }
    }

    public SmtpReply? Take() => _replies.TryDequeue(out var reply) ? reply : null;

    private void EndLine()
    {
        var line = Harmless(Encoding.UTF8.GetString([.. _line]).TrimEnd('\r'));
        _line.Clear();
        if (line.Length < 3 || !line[..3].All(char.IsAsciiDigit) || line[0] is < '2' or > '5' || (line.Length > 3 && line[3] is not (' ' or '-')))
        {
            throw new SmtpProtocolException("The mail server's reply does not begin with a code.");
        }

        _lines.Add(line);
        if (line[..3] != _lines[0][..3])
        {
            throw new SmtpProtocolException("The mail server's reply has more than one code.");
        }

        if (line.Length == 3 || line[3] == ' ')
        {
            _replies.Enqueue(new SmtpReply(int.Parse(line.AsSpan(0, 3), CultureInfo.InvariantCulture), [.. _lines]));
            _lines.Clear();
        }
        else if (_lines.Count == MostLines)
        {
            throw new SmtpProtocolException("The mail server's reply has too many lines.");
        }
    }

    private static string Harmless(string line) => string.Concat(line.Select(c => char.IsControl(c) ? '?' : c));
}
