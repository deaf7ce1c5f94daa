using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile.Verbs;

/// <summary>Walls a named colleague, or the viewer, off from the case (practice P17).</summary>
public sealed class RecuseColleague(CaseChange change)
{
    public Task<VerbResult> HandleAsync(string number, CaseInput input, CancellationToken cancellationToken)
        => input.Colleague is not { } colleague
            ? Task.FromResult(VerbResult.Incomplete)
            : change.RunAsync(
                number,
                input,
                CaseAction.Recuse,
                (subject, by, now) => subject.Recuse(new StaffId(colleague), by, now),
                cancellationToken);
}
