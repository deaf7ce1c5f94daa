using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Platforms;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile.Verbs;

/// <summary>A person looked at the record of a place, never at the place, and corrects the platform where the address misled.</summary>
public sealed class CheckPlace(CaseChange change, PlatformDirectory directory)
{
    public Task<VerbResult> HandleAsync(string number, CaseInput input, CancellationToken cancellationToken)
    {
        var platform = directory.Find(new PlatformId(input.Platform ?? ""))?.Id.Value;
        return change.RunAsync(
            number,
            input,
            CaseAction.CheckPlace,
            (subject, by, now) => subject.CheckPlace(new PlaceId(input.Place), platform, by, now),
            cancellationToken);
    }
}
