using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Notices;

/// <summary>One notice of the outbox cannot be worked on: its row, its words or its bytes are not what they must be.</summary>
public sealed class OutboxFaultException(NoticeId notice, Exception fault)
    : Exception($"A notice could not be worked on: {fault.GetType().Name}.", fault)
{
    public NoticeId Notice { get; } = notice;
}
