using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Web.Features.Shared.Cases;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.CaseFile.Approvals;

/// <summary>
/// Asks for short access without a relation to the case. The answer is always the same: a number that exists, one that
/// does not, and one of a track the asker is not cleared for cannot be told apart.
/// </summary>
public sealed class AskForGlass(
    TakedownDbContext db, CaseStore store, AskSecondPerson second, ReadLog log, StaffSession session)
{
    public async Task<VerbResult> HandleAsync(GlassInput input, CancellationToken cancellationToken)
    {
        if (!CaseNumber.TryParse(input.Number, out var number))
        {
            return new VerbResult(VerbStatus.Refused, "number", nameof(GlassInput.Number));
        }

        if (input.Purpose is not { } purpose || !Purposes.Codes.Contains(purpose))
        {
            return new VerbResult(VerbStatus.Refused, "purpose", nameof(GlassInput.Purpose));
        }

        var (reason, problem) = TypedWords.Read(input.Reason, FilingLimits.WordsLength, nameof(GlassInput.Reason));
        if (problem is not null || input.Command == Guid.Empty)
        {
            return problem ?? VerbResult.Incomplete;
        }

        await log.AppendAsync(
            new LedgerStream(session.Viewer.Staff.Value, LedgerLane.List),
            "glass.asked",
            session.Viewer.AsActor(),
            entry => entry.Code("purpose", purpose),
            cancellationToken);
        if (await FindAsync(number, cancellationToken) is { } caseId)
        {
            await second.RunAsync(caseId, ApprovalKind.BreakGlass, purpose, reason, input.Command, cancellationToken);
        }

        return VerbResult.Noticed("glass");
    }

    /// <summary>The case, where glass may be broken at all: cleared for its track, not walled off, not open anyway.</summary>
    private async Task<CaseId?> FindAsync(CaseNumber number, CancellationToken cancellationToken)
    {
        var viewer = session.Viewer;
        var found = await db.Cases.AsNoTracking().Where(subject => subject.Number == number)
            .Select(subject => new { subject.Id, subject.Track, IsRecused = subject.Recusals.Any(recusal => recusal.Staff == viewer.Staff) })
            .SingleOrDefaultAsync(cancellationToken);
        var isOpenAnyway = await store.FindAsync(viewer, number, cancellationToken) is not null;
        return found is null || isOpenAnyway || found.IsRecused || !viewer.IsClearedFor(found.Track) ? null : found.Id;
    }
}
