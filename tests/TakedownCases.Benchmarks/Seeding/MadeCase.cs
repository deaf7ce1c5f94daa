using TakedownCases.Data.Ledger;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Benchmarks.Seeding;

/// <summary>One case with everything that is saved with it, sealed and chained.</summary>
internal sealed record MadeCase(
    TakedownCase Case, CaseDataKey Key, LedgerHeadRow Head, List<LedgerEntryRow> Entries, List<LedgerSecretRow> Secrets)
{
    /// <summary>Every row, parents before children.</summary>
    public IEnumerable<object> Rows()
        => new object[] { Case, Key }
            .Concat(Case.Places).Concat(Case.Clocks).Concat(Case.Messages).Concat(Case.Notes).Concat(Case.Consents).Concat(Case.Keys)
            .Concat(Case.Tasks).Concat(Case.Rungs)
            .Append(Head).Concat(Entries).Concat(Secrets);
}
