using System.Buffers.Binary;

namespace TakedownCases.Domain.Ledger;

/// <summary>One field of an entry: its number in <see cref="LedgerTag"/> and the bytes that are hashed.</summary>
public sealed record LedgerField(ushort Tag, ReadOnlyMemory<byte> Value)
{
    private const int GuidBytes = 16;

    /// <summary>Brought to normal form C; throws on NUL and on half a surrogate pair.</summary>
    public static LedgerField Text(ushort tag, string value) => new(tag, LedgerText.Encode(value));

    public static LedgerField Int64(ushort tag, long value)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return new LedgerField(tag, bytes);
    }

    public static LedgerField Guid(ushort tag, Guid value) => new(tag, value.ToByteArray(bigEndian: true));

    /// <summary>Cut to microseconds.</summary>
    public static LedgerField Instant(ushort tag, DateTimeOffset value)
        => Int64(tag, Instants.ToUnixMicroseconds(Instants.Cut(value)));

    public static LedgerField Bytes(ushort tag, ReadOnlySpan<byte> value) => new(tag, value.ToArray());

    public static LedgerField GuidList(ushort tag, IReadOnlyCollection<Guid> values)
    {
        var bytes = new byte[values.Count * GuidBytes];
        var at = 0;
        foreach (var value in values)
        {
            value.TryWriteBytes(bytes.AsSpan(at, GuidBytes), bigEndian: true, out _);
            at += GuidBytes;
        }

        return new LedgerField(tag, bytes);
    }

    /// <summary>Commits to a value that the ledger itself does not hold; keep salt and value where they can be erased.</summary>
    public static LedgerField Committed(ushort tag, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> value)
        => new(tag, Commitment.Of(salt, tag, value));

    /// <summary>The value as text; throws <see cref="FormatException"/> when it is none.</summary>
    public string AsText() => LedgerText.Decode(Value.Span) ?? throw NotA("text");

    public long AsInt64()
        => Value.Length == sizeof(long) ? BinaryPrimitives.ReadInt64BigEndian(Value.Span) : throw NotA("number");

    public Guid AsGuid() => Value.Length == GuidBytes ? new Guid(Value.Span, bigEndian: true) : throw NotA("id");

    public DateTimeOffset AsInstant()
        => LedgerInstant.TryRead(AsInt64(), out var instant) ? instant : throw NotA("instant");

    public IReadOnlyList<Guid> AsGuidList()
    {
        if (Value.Length % GuidBytes != 0)
        {
            throw NotA("list of ids");
        }

        var guids = new Guid[Value.Length / GuidBytes];
        for (var i = 0; i < guids.Length; i++)
        {
            guids[i] = new Guid(Value.Span.Slice(i * GuidBytes, GuidBytes), bigEndian: true);
        }

        return guids;
    }

    /// <summary>Whether the bytes can be what the table says about this number; a number it does not know may hold any.</summary>
    internal bool FitsItsTag() => (LedgerTag.Find(Tag)?.Shape, LedgerTag.IsCommitment(Tag)) switch
    {
        (_, true) => Value.Length == Commitment.Length,
        (LedgerShape.Text, _) => LedgerText.IsText(Value.Span),
        (LedgerShape.Int64, _) => Value.Length == sizeof(long),
        (LedgerShape.Instant, _) => Value.Length == sizeof(long) && LedgerInstant.TryRead(AsInt64(), out _),
        (LedgerShape.Guid, _) => Value.Length == GuidBytes,
        (LedgerShape.GuidList, _) => Value.Length % GuidBytes == 0,
        (LedgerShape.Bytes or LedgerShape.Commitment or null, _) => true,
        _ => throw new InvalidOperationException("A shape of field without a rule."),
    };

    public bool Equals(LedgerField? other) => other is not null && Tag == other.Tag && Value.Span.SequenceEqual(other.Value.Span);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Tag);
        hash.AddBytes(Value.Span);
        return hash.ToHashCode();
    }

    private FormatException NotA(string shape) => new($"Field {Tag} of the entry is no {shape}.");
}
