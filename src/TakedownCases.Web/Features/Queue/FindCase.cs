using TakedownCases.Data.Ledger;
using TakedownCases.Data.Queue;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Queue;

/// <summary>Finds one case by its whole number. What one may not see and what never was get the same answer.</summary>
public sealed class FindCase(CaseQueue queue, ReadLog log, StaffSession session)
{
    /// <summary>Where the case is; null where there is none for this viewer.</summary>
    public async Task<string?> HandleAsync(string? number, CancellationToken cancellationToken)
    {
        var viewer = session.Viewer;
        if (!CaseNumber.TryParse(number, out var read) || await queue.FindAsync(viewer, read, cancellationToken) is not { } found)
        {
            return null;
        }

        await log.ListAsync(viewer, "queue.find", [found.Id], cancellationToken);
        return CasePermissions.May(viewer, CaseAction.Read) ? $"/staff/cases/{found.Number}" : $"/staff/queue/{found.Number}";
    }
}
