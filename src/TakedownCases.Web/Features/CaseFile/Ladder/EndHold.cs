using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile.Ladder;

/// <summary>The authority needs the hold no more: what it stopped goes on.</summary>
public sealed class EndHold(CaseChange change)
{
    public Task<VerbResult> HandleAsync(string number, CaseInput input, CancellationToken cancellationToken)
        => change.RunAsync(number, input, CaseAction.ApproveHold, (subject, by, now) => subject.EndHold(by, now), cancellationToken);
}
