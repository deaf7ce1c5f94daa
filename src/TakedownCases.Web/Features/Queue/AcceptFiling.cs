using TakedownCases.Domain.Access;

namespace TakedownCases.Web.Features.Queue;

/// <summary>Says that a filing which came in an odd way is a person's, so that it waits with the others.</summary>
public sealed class AcceptFiling(QueueChange cases)
{
    public Task<QueueAnswer> HandleAsync(string? number, CancellationToken cancellationToken)
        => cases.ApplyAsync(
            number, CaseAction.ChangeSeverity, (found, viewer, now) => found.Accept(viewer.AsActor(), now), cancellationToken);
}
