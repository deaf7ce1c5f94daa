namespace TakedownCases.Domain.Ledger;

/// <summary>What a verification can find; docs/ledger.md explains each.</summary>
public static class LedgerFindingCode
{
    public const string BodyUnreadable = "body-unreadable";
    public const string HashMismatch = "hash-mismatch";
    public const string PreviousHashMismatch = "previous-hash-mismatch";
    public const string Gap = "gap";
    public const string OutOfOrder = "out-of-order";
    public const string WrongStream = "wrong-stream";
    public const string WrongSeq = "wrong-seq";
    public const string TimeBackwards = "time-backwards";
    public const string HeadMissing = "head-missing";
    public const string HeadMismatch = "head-mismatch";
    public const string TailMissing = "tail-missing";
    public const string CommitmentMismatch = "commitment-mismatch";
    public const string CommitmentMissing = "commitment-missing";

    public const string SecretMissing = "secret-missing";
    public const string SecretUnreadable = "secret-unreadable";
    public const string ProjectionMismatch = "projection-mismatch";
    public const string ProjectionMissing = "projection-missing";

    public const string NoEntries = "no-entries";
    public const string DuplicateStream = "duplicate-stream";
    public const string ForeignStream = "foreign-stream";
    public const string CaseStreamMissing = "case-stream-missing";
    public const string OpenedTwice = "opened-twice";
    public const string NumberMismatch = "number-mismatch";
    public const string NumberNotRecorded = "number-not-recorded";
}
