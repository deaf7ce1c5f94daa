using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Features.Queue;

/// <summary>Moves a case to the minor track at once. Whoever is not cleared for it has then seen it for the last time.</summary>
public sealed class MoveToMinor(QueueChange cases, CaseClockBook clocks)
{
    public Task<QueueAnswer> HandleAsync(string? number, CancellationToken cancellationToken)
        => cases.ApplyAsync(
            number,
            CaseAction.MoveToMinor,
            (found, viewer, now) => found.MoveToTrack(Track.Minor, clocks.Start, viewer.AsActor(), second: null, now),
            cancellationToken);
}
