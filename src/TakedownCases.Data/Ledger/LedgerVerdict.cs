using TakedownCases.Domain.Ledger;

namespace TakedownCases.Data.Ledger;

/// <summary>
/// What a verification of the whole database came to. <paramref name="Opened"/> commitments were opened and compared;
/// <paramref name="Erased"/> could not be, because their case's key is destroyed.
/// </summary>
public sealed record LedgerVerdict(
    long Streams,
    long Entries,
    long Cases,
    long Opened,
    long Erased,
    long Failures,
    long Warnings,
    IReadOnlyList<LedgerFinding> Findings)
{
    public bool IsValid => Failures == 0;
}
