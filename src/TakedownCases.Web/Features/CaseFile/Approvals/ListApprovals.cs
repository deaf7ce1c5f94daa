using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared.Cases;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.CaseFile.Approvals;

/// <summary>Open requests about cases the viewer may see and did not ask for; each reason is opened by a logged reading.</summary>
public sealed class ListApprovals(TakedownDbContext db, CaseStore store, ReadLog log, StaffSession session, TimeProvider clock)
{
    private const int MostShown = 50;

    private static readonly ApprovalKind[] AboutCases = [ApprovalKind.BreakGlass, ApprovalKind.TrackToAdult, ApprovalKind.ReplaceKey, ApprovalKind.OwnLook, ApprovalKind.InvestigationHold];

    public async Task<ApprovalsPage> HandleAsync(CancellationToken cancellationToken)
    {
        var viewer = session.Viewer;
        var now = clock.Now();
        var visible = store.VisibleTo(viewer);
        var me = viewer.Staff;
        var open = await db.Approvals.AsNoTracking()
            .Where(approval => approval.DecidedAt == null && approval.ExpiresAt > now && AboutCases.Contains(approval.Kind)
                && approval.RequestedBy != me && approval.Subject != me)
            .OrderBy(approval => approval.ExpiresAt)
            .Join(
                visible,
                approval => approval.CaseId,
                subject => (CaseId?)subject.Id,
                (approval, subject) => new { Approval = approval, subject.Id, subject.Number, subject.Track })
            .Take(MostShown).ToListAsync(cancellationToken);
        await log.ListAsync(viewer, "approvals", [.. open.Select(line => line.Id).Distinct()], cancellationToken);
        var names = await StaffNames.OfAsync(db, open.Select(line => line.Approval.RequestedBy.Value), cancellationToken);
        var lines = new List<ApprovalLine>(open.Count);
        foreach (var line in open)
        {
            var reading = line.Approval.Reason is null
                ? null
                : await log.OpenAsync(line.Id, viewer.AsActor(), "approval", "second-person", cancellationToken);
            lines.Add(new ApprovalLine(
                line.Approval.Id,
                line.Approval.Kind,
                line.Number.Value,
                line.Track,
                names.GetValueOrDefault(line.Approval.RequestedBy, "?"),
                line.Approval.Detail,
                reading?.Open(SealedFields.ApprovalReason(line.Approval.Id), line.Approval.Reason),
                line.Approval.RequestedAt,
                line.Approval.ExpiresAt));
        }

        return new ApprovalsPage(lines, now);
    }
}
