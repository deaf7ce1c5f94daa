using TakedownCases.Domain.Access;
using TakedownCases.Web.Features.Shared.Cases;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.CaseFile.Verbs;

/// <summary>The viewer takes the case.</summary>
public sealed class ClaimCase(CaseChange change, StaffSession session)
{
    public Task<VerbResult> HandleAsync(string number, CaseInput input, CancellationToken cancellationToken)
        => change.RunAsync(
            number, input, CaseAction.Claim, (subject, by, now) => subject.Claim(session.Viewer.Staff, by, now), cancellationToken);
}
