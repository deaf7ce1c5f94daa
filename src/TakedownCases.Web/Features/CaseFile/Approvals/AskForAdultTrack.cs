using TakedownCases.Data;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared.Cases;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.CaseFile.Approvals;

/// <summary>Asks a supervisor to move a case from the minor track back to the adult one: two people, with a reason.</summary>
public sealed class AskForAdultTrack(CaseStore store, AskSecondPerson second, StaffSession session)
{
    public async Task<VerbResult> HandleAsync(string number, CaseInput input, CancellationToken cancellationToken)
    {
        var viewer = session.Viewer;
        if (!CaseNumber.TryParse(number, out var parsed) || await store.FindAsync(viewer, parsed, cancellationToken) is not { } caseId)
        {
            return VerbResult.Gone;
        }

        if (!CasePermissions.May(viewer, CaseAction.MoveToMinor))
        {
            return VerbResult.Forbidden;
        }

        var (text, problem) = TypedWords.Read(input.AdultReason, FilingLimits.WordsLength, nameof(CaseInput.AdultReason));
        return problem ?? await second.RunAsync(
            caseId, ApprovalKind.TrackToAdult, detail: null, text, input.Command, cancellationToken);
    }
}
