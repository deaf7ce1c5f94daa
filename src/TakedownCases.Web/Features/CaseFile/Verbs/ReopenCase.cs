using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile.Verbs;

/// <summary>Takes a closed or withdrawn case up again.</summary>
public sealed class ReopenCase(CaseChange change, CaseClockBook clocks)
{
    public Task<VerbResult> HandleAsync(string number, CaseInput input, CancellationToken cancellationToken)
        => change.RunAsync(
            number, input, CaseAction.Close, (subject, by, now) => subject.Reopen(clocks.Start, by, now), cancellationToken);
}
