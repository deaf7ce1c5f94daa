using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;

namespace TakedownCases.Data.Notices;

/// <summary>What a worker is to do next with one notice; the intent is committed already.</summary>
public abstract record OutboxTurn(CaseId CaseId, NoticeId Notice, string MessageId, DateTimeOffset DueSince);

/// <summary>Hand these bytes to the mail server. <paramref name="Owner"/> and <paramref name="Attempt"/> fence the answer.</summary>
public sealed record SendTurn(
    CaseId CaseId,
    NoticeId Notice,
    string MessageId,
    DateTimeOffset DueSince,
    Guid Owner,
    int Attempt,
    string Recipient,
    ReadOnlyMemory<byte> Bytes,
    DateTimeOffset StartedAt) : OutboxTurn(CaseId, Notice, MessageId, DueSince);

/// <summary>Ask the archive whether our copy is there.</summary>
public sealed record ArchiveTurn(CaseId CaseId, NoticeId Notice, string MessageId, DateTimeOffset DueSince)
    : OutboxTurn(CaseId, Notice, MessageId, DueSince);

/// <summary>Something was decided without the outside world: it was stopped, held back, or its worker was lost.</summary>
public sealed record DecidedTurn(CaseId CaseId, NoticeId Notice, DateTimeOffset DueSince)
    : OutboxTurn(CaseId, Notice, "", DueSince);

/// <summary>This one could not be worked on, for a reason of ours; the others can.</summary>
public sealed record BrokenTurn(CaseId CaseId, NoticeId Notice, DateTimeOffset DueSince, Exception Trouble)
    : OutboxTurn(CaseId, Notice, "", DueSince);

/// <summary>How one conversation with a mail server ended.</summary>
public enum SendEnd
{
    Accepted,
    Deferred,
    Rejected,
    Unknown,
}

/// <summary>What the archive said.</summary>
public enum ArchiveSays
{
    Found,
    NotFound,
    Unavailable,
}
