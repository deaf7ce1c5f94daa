namespace TakedownCases.Domain.Notices;

/// <summary>
/// The addresses we write to and from: one ASCII mailbox, <c>local@domain</c>, without quotes, comments, routes or
/// address literals (RFC 5321 4.1.2, the dot-string form only). Nothing that passes can end a header line or a command.
/// </summary>
public static class MailboxAddress
{
    private const int LongestLocal = 64;
    private const int LongestLabel = 63;
    private const int LongestAddress = 254;
    private const string AtomMarks = "!#$%&'*+-/=?^_`{|}~";

    /// <summary>Whether the text is such an address and nothing else.</summary>
    public static bool IsValid(string? address)
    {
        if (address is null || address.Length > LongestAddress)
        {
            return false;
        }

        var at = address.IndexOf('@', StringComparison.Ordinal);
        return at is > 0 and <= LongestLocal
            && IsDotAtom(address[..at])
            && address[(at + 1)..].Split('.').All(IsLabel);
    }

    /// <summary>Whether the text is a Message-ID's inside, <c>left@right</c>, both dot-atoms (RFC 5322 3.6.4).</summary>
    public static bool IsMessageId(string? id)
    {
        if (id is null || id.Length > LongestAddress)
        {
            return false;
        }

        var at = id.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && IsDotAtom(id[..at]) && IsDotAtom(id[(at + 1)..]);
    }

    private static bool IsDotAtom(string text)
        => text.Split('.').All(atom => atom.Length > 0
            && atom.All(character => char.IsAsciiLetterOrDigit(character) || AtomMarks.Contains(character, StringComparison.Ordinal)));

    private static bool IsLabel(string label)
        => label.Length is > 0 and <= LongestLabel
            && label[0] != '-' && label[^1] != '-'
            && label.All(character => char.IsAsciiLetterOrDigit(character) || character == '-');
}
