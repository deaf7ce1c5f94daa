using System.Buffers.Binary;
using System.Buffers.Text;
using TakedownCases.Domain;

namespace TakedownCases.Data.Desk;

/// <summary>
/// Where a page of a list begins or ends: the instant and the id of its outermost row, 24 bytes as base64url; with a sign before
/// them where that row stands among those that come <paramref name="First"/>.
/// </summary>
public sealed record DeskCursor(DateTimeOffset At, Guid Id, bool First = false)
{
    private const int InstantLength = 8;
    private const int IdLength = 16;
    private const char FirstSign = '!';
    private const int TextLength = (InstantLength + IdLength) / 3 * 4;

    /// <summary>The cursor a link carries; null for anything that <see cref="ToText"/> did not write.</summary>
    public static DeskCursor? TryRead(string? text)
    {
        Span<byte> bytes = stackalloc byte[InstantLength + IdLength];
        var first = text is [FirstSign, ..];
        text = first ? text![1..] : text;
        if (text is not { Length: TextLength } || !text.All(symbol => char.IsAsciiLetterOrDigit(symbol) || symbol is '-' or '_')
            || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != bytes.Length)
        {
            return null;
        }

        // Only what a calendar holds: somebody may have written the cursor by hand.
        var microseconds = BinaryPrimitives.ReadInt64BigEndian(bytes);
        return microseconds < 0 || microseconds > Instants.ToUnixMicroseconds(DateTimeOffset.MaxValue)
            ? null
            : new DeskCursor(Instants.FromUnixMicroseconds(microseconds), new Guid(bytes[InstantLength..], bigEndian: true), first);
    }

    public string ToText()
    {
        Span<byte> bytes = stackalloc byte[InstantLength + IdLength];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Instants.ToUnixMicroseconds(At));
        Id.TryWriteBytes(bytes[InstantLength..], bigEndian: true, out _);
        var text = Base64Url.EncodeToString(bytes);
        return First ? FirstSign + text : text;
    }
}
