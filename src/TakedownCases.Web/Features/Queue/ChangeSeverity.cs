using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Features.Queue;

/// <summary>Says how soon a person must look.</summary>
public sealed class ChangeSeverity(QueueChange cases, CaseClockBook clocks)
{
    private const string Unreadable = "queue.no-severity";

    public async Task<QueueAnswer> HandleAsync(string? number, Severity? severity, CancellationToken cancellationToken)
        => severity is { } chosen && Enum.IsDefined(chosen)
            ? await cases.ApplyAsync(
                number,
                CaseAction.ChangeSeverity,
                (found, viewer, now) => found.ChangeSeverity(chosen, clocks.Start, viewer.AsActor(), now),
                cancellationToken)
            : new QueueAnswer(Unreadable);
}
