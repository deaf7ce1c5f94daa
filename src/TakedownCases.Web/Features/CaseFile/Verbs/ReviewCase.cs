using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile.Verbs;

/// <summary>The first review is done: a person has read the filing.</summary>
public sealed class ReviewCase(CaseChange change, CaseClockBook clocks)
{
    public Task<VerbResult> HandleAsync(string number, CaseInput input, CancellationToken cancellationToken)
        => change.RunAsync(
            number, input, CaseAction.Review, (subject, by, now) => subject.Review(clocks.Start, by, now), cancellationToken);
}
