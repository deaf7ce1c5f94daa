using System.Buffers.Binary;
using System.Buffers.Text;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Queue;

/// <summary>
/// Where a page of the queue begins or ends: the deadline and the id of its outermost case, 24 bytes as base64url.
/// <paramref name="Due"/> is null in the part without deadlines.
/// </summary>
public sealed record QueueCursor(DateTimeOffset? Due, CaseId Id)
{
    private const int DueLength = 8;
    private const int IdLength = 16;
    private const int TextLength = (DueLength + IdLength) / 3 * 4;
    private const long NoDeadline = long.MinValue;

    public static QueueCursor Of(QueueRow row) => new(row.NextDueAt, row.Id);

    /// <summary>The cursor a link carries; null for anything that <see cref="ToText"/> did not write.</summary>
    public static QueueCursor? TryRead(string? text)
    {
        Span<byte> bytes = stackalloc byte[DueLength + IdLength];
        if (text is not { Length: TextLength } || !text.All(symbol => char.IsAsciiLetterOrDigit(symbol) || symbol is '-' or '_')
            || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != bytes.Length)
        {
            return null;
        }

        var id = new CaseId(new Guid(bytes[DueLength..], bigEndian: true));
        var microseconds = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (microseconds == NoDeadline)
        {
            return new QueueCursor(null, id);
        }

        // Only what a calendar holds: somebody may have written the cursor by hand.
        return microseconds < 0 || microseconds > Instants.ToUnixMicroseconds(DateTimeOffset.MaxValue)
            ? null
            : new QueueCursor(Instants.FromUnixMicroseconds(microseconds), id);
    }

    public string ToText()
    {
        Span<byte> bytes = stackalloc byte[DueLength + IdLength];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Due is { } due ? Instants.ToUnixMicroseconds(due) : NoDeadline);
        Id.Value.TryWriteBytes(bytes[DueLength..], bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }
}
