using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace TakedownCases.Domain.Ledger;

/// <summary>
/// The bytes of an entry that are hashed and stored: one writer and one strict reader, so that every entry has exactly
/// one form (docs/ledger.md specifies it byte by byte).
/// </summary>
public static class CanonicalForm
{
    /// <summary>No entry is longer; the reader refuses more before it looks at it.</summary>
    public const int MaxLength = 1 << 20;

    /// <summary>Letters in the longest kind.</summary>
    public const int MaxKindLength = 64;

    private const ushort EntryType = 1;
    private const int HeaderLength = 4 + sizeof(ushort) + sizeof(ulong) + ChainHash.Length + sizeof(long) + sizeof(ushort);
    private const int FieldHeaderLength = sizeof(ushort) + sizeof(uint);

    private static readonly SearchValues<byte> KindLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-"u8);

    private static ReadOnlySpan<byte> Magic => "TDC1"u8;

    /// <summary>Throws <see cref="ArgumentException"/> for an entry that has no canonical form: that is a bug of the caller.</summary>
    public static byte[] Write(LedgerEntry entry)
    {
        LedgerField[] fields =
        [
            LedgerField.Text(LedgerTag.Stream, entry.Stream.ToString()),
            LedgerField.Text(LedgerTag.Kind, entry.Kind),
            .. entry.Fields,
        ];
        var length = HeaderLength + fields.Sum(field => (long)FieldHeaderLength + field.Value.Length);
        if (WhyNotWritten(entry, fields, length) is { } why)
        {
            throw new ArgumentException(why, nameof(entry));
        }

        var bytes = new byte[length];
        var rest = bytes.AsSpan();
        Put(ref rest, Magic);
        PutUInt16(ref rest, EntryType);
        PutInt64(ref rest, entry.Seq);
        Put(ref rest, entry.PreviousHash);
        PutInt64(ref rest, Instants.ToUnixMicroseconds(entry.At));
        PutUInt16(ref rest, (ushort)fields.Length);
        foreach (var field in fields)
        {
            PutUInt16(ref rest, field.Tag);
            BinaryPrimitives.WriteUInt32BigEndian(rest, (uint)field.Value.Length);
            rest = rest[sizeof(uint)..];
            Put(ref rest, field.Value.Span);
        }

        return bytes;
    }

    /// <summary>Throws <see cref="FormatException"/> when the bytes are not exactly what <see cref="Write"/> makes.</summary>
    public static LedgerEntry Read(ReadOnlySpan<byte> bytes)
        => TryRead(bytes, out var entry, out var why) ? entry : throw new FormatException(why);

    /// <summary>Never throws: bytes come from databases and files that somebody may have changed.</summary>
    public static bool TryRead(
        ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out LedgerEntry? entry, [NotNullWhen(false)] out string? why)
    {
        entry = null;
        why = WhyNotHeader(bytes);
        if (why is not null)
        {
            return false;
        }

        var seq = BinaryPrimitives.ReadInt64BigEndian(bytes[6..]);
        var microseconds = BinaryPrimitives.ReadInt64BigEndian(bytes[(14 + ChainHash.Length)..]);
        if (seq < 1 || !LedgerInstant.TryRead(microseconds, out var at))
        {
            why = seq < 1 ? "the sequence number is not above zero" : "the time is outside the calendar";
            return false;
        }

        // One copy, which all fields share.
        if (!TryReadFields(bytes.ToArray(), out var fields, out why))
        {
            return false;
        }

        if (fields.Count < 2 || fields[0].Tag != LedgerTag.Stream || fields[1].Tag != LedgerTag.Kind)
        {
            why = "stream and kind are not its first two fields";
            return false;
        }

        if (!LedgerStream.TryParse(fields[0].Value.Span, out var stream) || !IsKind(fields[1].Value.Span))
        {
            why = "its stream or its kind is not well formed";
            return false;
        }

        entry = new LedgerEntry(stream, seq, bytes.Slice(14, ChainHash.Length).ToArray(), at, fields[1].AsText(), fields[2..]);
        return true;
    }

    private static string? WhyNotHeader(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        < HeaderLength => "it is shorter than the header of an entry",
        > MaxLength => "it is longer than an entry can be",
        _ when !bytes.StartsWith(Magic) => "it does not begin with TDC1",
        _ when BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]) != EntryType => "its type is not known",
        _ => null,
    };

    private static bool TryReadFields(
        ReadOnlyMemory<byte> bytes, out List<LedgerField> fields, [NotNullWhen(false)] out string? why)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(bytes.Span[(HeaderLength - sizeof(ushort))..]);
        var rest = bytes[HeaderLength..];
        fields = new List<LedgerField>(Math.Min(count, rest.Length / FieldHeaderLength));
        for (var i = 0; i < count; i++)
        {
            if (rest.Length < FieldHeaderLength)
            {
                why = "it ends inside a field";
                return false;
            }

            var tag = BinaryPrimitives.ReadUInt16BigEndian(rest.Span);
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest.Span[sizeof(ushort)..]);
            rest = rest[FieldHeaderLength..];
            if (length > rest.Length)
            {
                why = $"field {tag} is longer than the entry";
                return false;
            }

            var field = new LedgerField(tag, rest[..(int)length]);
            rest = rest[(int)length..];
            if (tag == 0 || (fields.Count > 0 && fields[^1].Tag >= tag) || !field.FitsItsTag())
            {
                why = $"field {tag} is out of order or does not hold what such a field holds";
                return false;
            }

            fields.Add(field);
        }

        why = rest.IsEmpty ? null : "bytes follow after the last field";
        return why is null;
    }

    private static string? WhyNotWritten(LedgerEntry entry, LedgerField[] fields, long length)
    {
        if (entry.Seq < 1)
        {
            return "The first entry of a stream has the sequence number 1.";
        }

        if (entry.PreviousHash.Length != ChainHash.Length)
        {
            return "The previous hash has 32 bytes.";
        }

        if (Instants.Cut(entry.At).UtcTicks != entry.At.UtcTicks)
        {
            return "The time is not cut to microseconds.";
        }

        if (!LedgerStream.TryParse(entry.Stream.ToString(), out _) || !IsKind(fields[1].Value.Span))
        {
            return $"'{entry.Kind}' on '{entry.Stream}' is not a kind on a stream: kinds read like case.filed.";
        }

        for (var i = 1; i < fields.Length; i++)
        {
            var field = fields[i];
            if (fields[i - 1].Tag >= field.Tag || LedgerTag.Find(field.Tag) is not { } row || !field.FitsItsTag())
            {
                return $"Field {field.Tag} is unknown, out of order, doubled, or not of its shape (LedgerTag has the table).";
            }
        }

        return length > MaxLength ? "An entry has at most 1 MiB." : null;
    }

    private static bool IsKind(ReadOnlySpan<byte> kind)
        => kind.Length is > 0 and <= MaxKindLength && !kind.ContainsAnyExcept(KindLetters);

    private static void Put(ref Span<byte> rest, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(rest);
        rest = rest[bytes.Length..];
    }

    private static void PutUInt16(ref Span<byte> rest, ushort value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(rest, value);
        rest = rest[sizeof(ushort)..];
    }

    private static void PutInt64(ref Span<byte> rest, long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(rest, value);
        rest = rest[sizeof(long)..];
    }
}
