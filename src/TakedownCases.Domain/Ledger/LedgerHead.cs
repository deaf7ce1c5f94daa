namespace TakedownCases.Domain.Ledger;

/// <summary>The last entry of a stream: its sequence number and its <see cref="ChainHash"/>; 0 and zero bytes before the first.</summary>
public sealed record LedgerHead(LedgerStream Stream, long Seq, byte[] Hash)
{
    /// <summary>The head of a stream that has no entry yet.</summary>
    public static LedgerHead Empty(LedgerStream stream) => new(stream, 0, new byte[ChainHash.Length]);
}
