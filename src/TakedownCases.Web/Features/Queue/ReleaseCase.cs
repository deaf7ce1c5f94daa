using TakedownCases.Domain;
using TakedownCases.Domain.Access;

namespace TakedownCases.Web.Features.Queue;

/// <summary>Gives a case back: one's own, or as a supervisor anybody's.</summary>
public sealed class ReleaseCase(QueueChange cases)
{
    private static readonly Refusal NotYours = new("queue.not-yours", "Only a supervisor gives back what a colleague holds.");

    public Task<QueueAnswer> HandleAsync(string? number, CancellationToken cancellationToken)
        => cases.ApplyAsync(
            number,
            CaseAction.Release,
            (found, viewer, now) => found.Assignee == viewer.Staff || viewer.Role == StaffRole.Supervisor
                ? found.Release(viewer.AsActor(), now)
                : NotYours,
            cancellationToken);
}
