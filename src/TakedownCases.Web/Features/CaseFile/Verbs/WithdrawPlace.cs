using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile.Verbs;

/// <summary>Takes one place back on the word of the survivor.</summary>
public sealed class WithdrawPlace(CaseChange change)
{
    public Task<VerbResult> HandleAsync(string number, CaseInput input, CancellationToken cancellationToken)
        => change.RunAsync(
            number, input, CaseAction.CheckPlace, (subject, by, now) => subject.WithdrawPlace(new PlaceId(input.Place), by, now), cancellationToken);
}
