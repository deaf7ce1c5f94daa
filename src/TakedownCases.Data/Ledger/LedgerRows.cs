using TakedownCases.Domain.Ledger;

namespace TakedownCases.Data.Ledger;

/// <summary>One logged act: the exact bytes that were hashed. Inserted once; triggers refuse anything else.</summary>
public sealed class LedgerEntryRow
{
    /// <summary>The case's id for its own and its read stream, a member of staff for lists and sign-ins.</summary>
    public required Guid Scope { get; init; }

    public required LedgerLane Lane { get; init; }

    public required long Seq { get; init; }

    public required byte[] Body { get; init; }

    public required byte[] Hash { get; init; }

    /// <summary>SQLite only: ever growing over all streams, what the sealer follows. PostgreSQL has the column xid.</summary>
    public long Position { get; internal set; }
}

/// <summary>The last entry of a stream. Its row lock, and the sequence as concurrency token, are the sequencing.</summary>
public sealed class LedgerHeadRow
{
    public required Guid Scope { get; init; }

    public required LedgerLane Lane { get; init; }

    public long Seq { get; internal set; }

    public byte[] Hash { get; internal set; } = [];
}

/// <summary>What a commitment in an entry commits to: salt and value, sealed under the case's key, erasable.</summary>
public sealed class LedgerSecretRow
{
    public required Guid Scope { get; init; }

    public required LedgerLane Lane { get; init; }

    public required long Seq { get; init; }

    public required int Tag { get; init; }

    public required byte[] Sealed { get; init; }
}
