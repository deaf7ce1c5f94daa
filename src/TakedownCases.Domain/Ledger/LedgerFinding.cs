namespace TakedownCases.Domain.Ledger;

/// <summary>
/// Something a verification saw at one entry. <paramref name="Code"/> is one of <see cref="LedgerFindingCode"/>,
/// <paramref name="Message"/> a plain English sentence.
/// </summary>
public sealed record LedgerFinding(LedgerStream Stream, long Seq, string Code, string Message)
{
    /// <summary>Worth knowing, but no proof that anything was changed.</summary>
    public bool IsWarning => Code is LedgerFindingCode.TimeBackwards or LedgerFindingCode.NumberNotRecorded;
}
