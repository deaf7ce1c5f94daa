namespace TakedownCases.Domain.Ledger;

/// <summary>
/// One logged act. <paramref name="Seq"/> starts at 1 in each stream, <paramref name="PreviousHash"/> is the
/// <see cref="ChainHash"/> of the entry before (32 zero bytes for the first), <paramref name="At"/> is UTC cut to
/// microseconds, <paramref name="Fields"/> ascend strictly by tag and never hold stream or kind.
/// </summary>
public sealed record LedgerEntry(
    LedgerStream Stream,
    long Seq,
    byte[] PreviousHash,
    DateTimeOffset At,
    string Kind,
    IReadOnlyList<LedgerField> Fields)
{
    /// <summary>The field with that number, or null.</summary>
    public LedgerField? Find(ushort tag)
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            if (Fields[i].Tag == tag)
            {
                return Fields[i];
            }
        }

        return null;
    }
}
