namespace TakedownCases.Domain.Ledger;

/// <summary>How the bytes of a field's value are to be read.</summary>
public enum LedgerShape
{
    /// <summary>UTF-8 in normal form C without NUL.</summary>
    Text,

    /// <summary>Eight bytes, signed, big-endian.</summary>
    Int64,

    /// <summary>Microseconds since 1970-01-01T00:00:00Z as <see cref="Int64"/>.</summary>
    Instant,

    /// <summary>Sixteen bytes, big-endian.</summary>
    Guid,

    /// <summary>Any number of <see cref="Guid"/> values, one behind the other.</summary>
    GuidList,

    /// <summary>Any bytes.</summary>
    Bytes,

    /// <summary>Thirty-two bytes made by <see cref="Ledger.Commitment"/>.</summary>
    Commitment,
}
