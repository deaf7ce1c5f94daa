using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile.Verbs;

/// <summary>Moves the case to the minor track at once; only two people can move it back.</summary>
public sealed class MoveToMinor(CaseChange change, CaseClockBook clocks)
{
    public Task<VerbResult> HandleAsync(string number, CaseInput input, CancellationToken cancellationToken)
        => change.RunAsync(
            number, input, CaseAction.MoveToMinor, (subject, by, now) => subject.MoveToTrack(Track.Minor, clocks.Start, by, null, now), cancellationToken);
}
