using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Sql;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Web.Features.Shared.Cases;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.CaseFile.Approvals;

/// <summary>
/// Puts something only two people can do before a second person: the request and its entry on the case's stream in one
/// save. A request that is open already is not doubled.
/// </summary>
public sealed class AskSecondPerson(
    TakedownDbContext db, CaseStore store, CommandLog commands, StaffSession session, TimeProvider clock)
{
    private const int MostTries = 5;
    private static readonly TimeSpan OpenFor = TimeSpan.FromHours(24);

    public async Task<VerbResult> RunAsync(
        CaseId caseId, ApprovalKind kind, string? detail, string? reason, Guid command, CancellationToken cancellationToken)
    {
        if (command == Guid.Empty)
        {
            return VerbResult.Incomplete;
        }

        for (var tries = 1; ; tries++)
        {
            var now = clock.Now();
            if (await commands.WasDoneAsync(new CommandId(command), cancellationToken)
                || await IsOpenAsync(caseId, kind, detail, now, cancellationToken))
            {
                return VerbResult.Noticed("asked");
            }

            // Loaded for the head of its stream: the request is an entry there, in order with everything else.
            if (await store.LoadAsync(caseId, cancellationToken) is not { } subject)
            {
                return VerbResult.Gone;
            }

            // Nothing can be sealed in an erased case any more, a reason neither.
            if (subject.State == CaseState.Erased)
            {
                return VerbResult.Refused(CaseRefusals.NotOpen);
            }

            Add(caseId, kind, detail, SealedText.OfOptional(reason), now);
            commands.Note(new CommandId(command));
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return VerbResult.Noticed("asked");
            }
            catch (DbUpdateException conflict) when (tries < MostTries && DatabaseErrors.IsConflict(conflict))
            {
                db.StartAgain();
            }
        }
    }

    private void Add(CaseId caseId, ApprovalKind kind, string? detail, SealedText? reason, DateTimeOffset now)
    {
        var viewer = session.Viewer;
        db.Approvals.Add(new Approval
        {
            Id = Guid.CreateVersion7(now),
            Kind = kind,
            CaseId = caseId,
            Subject = viewer.Staff,
            Detail = detail,
            Reason = reason,
            RequestedBy = viewer.Staff,
            RequestedAt = now,
            ExpiresAt = now + OpenFor,
        });
        db.Record(new LedgerStream(caseId.Value, LedgerLane.Case), "approval.asked", viewer.AsActor(), now, entry => entry
            .Code<ApprovalKind>("reason-code", kind).Id("staff", viewer.Staff.Value).Secret("reason", reason));
    }

    private Task<bool> IsOpenAsync(
        CaseId caseId, ApprovalKind kind, string? detail, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var me = session.Viewer.Staff;
        return db.Approvals.AsNoTracking().AnyAsync(
            approval => approval.CaseId == caseId && approval.Kind == kind && approval.RequestedBy == me
                && (kind != ApprovalKind.OwnLook || approval.Detail == detail) && approval.DecidedAt == null && approval.ExpiresAt > now,
            cancellationToken);
    }
}
