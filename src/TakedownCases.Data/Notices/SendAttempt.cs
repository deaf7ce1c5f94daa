using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;

namespace TakedownCases.Data.Notices;

/// <summary>One conversation with a mail server about one notice, kept whole: it is proof (security 4.1).</summary>
public sealed class SendAttempt
{
    private SendAttempt()
    {
        Outcome = null!;
    }

    internal SendAttempt(OutboxItem item, Guid id, string outcome, AttemptEvidence evidence, DateTimeOffset startedAt, DateTimeOffset endedAt)
    {
        CaseId = item.CaseId;
        Id = id;
        Notice = item.Notice;
        Number = item.Attempts;
        Outcome = outcome;
        Evidence = SealedText.OfRecord(evidence);
        StartedAt = startedAt;
        EndedAt = endedAt;
    }

    public CaseId CaseId { get; private set; }

    public Guid Id { get; private set; }

    public NoticeId Notice { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>Code: accepted, deferred, rejected, unknown.</summary>
    public string Outcome { get; private set; }

    public SealedText? Evidence { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset EndedAt { get; private set; }
}

/// <summary>What was said: to which machine, over which TLS, line by line. It names the recipient, so it rests sealed.</summary>
public sealed record AttemptEvidence(string Reply, string? Peer, string? Tls, IReadOnlyList<string> Transcript);
