using TakedownCases.Domain.Access;

namespace TakedownCases.Web.Features.Queue;

/// <summary>Takes a case; one colleague gets it, the others are told.</summary>
public sealed class ClaimCase(QueueChange cases)
{
    public Task<QueueAnswer> HandleAsync(string? number, CancellationToken cancellationToken)
        => cases.ApplyAsync(
            number, CaseAction.Claim, (found, viewer, now) => found.Claim(viewer.Staff, viewer.AsActor(), now), cancellationToken);
}
