using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile.Approvals;

/// <summary>
/// Asks a supervisor whether one address may be opened, outside the product and by this person: adult track only, with a
/// reason (practice P1). What was seen is recorded as an outcome afterwards.
/// </summary>
public sealed class AskForLook(CaseStore store, AskSecondPerson second, StaffSession session)
{
    public async Task<VerbResult> HandleAsync(string number, CaseInput input, CancellationToken cancellationToken)
    {
        var viewer = session.Viewer;
        if (!CaseNumber.TryParse(number, out var parsed)
            || await store.VisibleTo(viewer).Include(subject => subject.Places)
                .SingleOrDefaultAsync(subject => subject.Number == parsed, cancellationToken) is not { } subject)
        {
            return VerbResult.Gone;
        }

        if (!CasePermissions.May(viewer, CaseAction.TellOutcome))
        {
            return VerbResult.Forbidden;
        }

        if (subject.Track == Track.Minor)
        {
            return VerbResult.Refused(CaseRefusals.NobodyLooks);
        }

        if (subject.Places.FirstOrDefault(place => place.Id == new PlaceId(input.Place)) is not { State: not PlaceState.Withdrawn } place)
        {
            return VerbResult.Refused(CaseRefusals.NoSuchPlace);
        }

        var (text, problem) = TypedWords.Read(input.LookReason, FilingLimits.WordsLength, nameof(CaseInput.LookReason));
        return problem is not null
            ? VerbResult.Refused(new Refusal("look." + problem.Code, "Say why."))
            : await second.RunAsync(
                subject.Id, ApprovalKind.OwnLook, place.Ordinal.ToString(CultureInfo.InvariantCulture), text, input.Command, cancellationToken);
    }
}
