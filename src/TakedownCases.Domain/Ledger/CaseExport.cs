namespace TakedownCases.Domain.Ledger;

/// <summary>
/// One case taken out of the ledger so that a stranger can verify it: its streams with their heads, and what its
/// commitments stand for as far as the reader may know. The file format is "takedown-case/1" (docs/ledger.md).
/// </summary>
public sealed record CaseExport(
    string Installation,
    DateTimeOffset MadeAt,
    string CaseNumber,
    IReadOnlyList<ExportedStream> Streams,
    IReadOnlyList<OpenedField> Opened)
{
    public const string Format = "takedown-case/1";

    /// <summary>No export is longer, in bytes.</summary>
    public const int MaxLength = 300 * 1024 * 1024;
}

/// <summary>The entries of one stream from the first to the head.</summary>
public sealed record ExportedStream(LedgerStream Stream, IReadOnlyList<LedgerRow> Entries, LedgerHead Head);
