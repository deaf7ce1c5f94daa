using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Identity;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;

namespace TakedownCases.Web.Features.Administration;

/// <summary>A second administrator agrees to a colleague's request, or does not. Nobody decides their own.</summary>
public sealed class DecideRequest(TakedownDbContext db, AdminActs acts, StaffInvitations invitations)
{
    public static readonly ApprovalKind[] Kinds = [ApprovalKind.StaffRole, ApprovalKind.MinorClearance, ApprovalKind.StaffFactor];

    public Task<Outcome<AdminDone>> HandleAsync(Guid id, bool granted, CancellationToken cancellationToken)
        => acts.RunAsync(() => DecideAsync(id, granted, cancellationToken), cancellationToken);

    private async Task<Outcome<AdminDone>> DecideAsync(Guid id, bool granted, CancellationToken cancellationToken)
    {
        var request = await db.Approvals.SingleOrDefaultAsync(request => request.Id == id && Kinds.Contains(request.Kind), cancellationToken);
        var user = request is null ? null : await db.Users.SingleOrDefaultAsync(user => user.Id == request.Subject.Value, cancellationToken);
        if (request is null || user is null)
        {
            return AdminRefusals.NotFound;
        }

        var decided = request.Decide(acts.Me.Staff, granted, acts.Now);
        if (!decided.IsDone)
        {
            return decided.Refusal;
        }

        if (!granted)
        {
            acts.Record("admin.request-refused", user.Id, entry => entry.Id("second-staff", request.RequestedBy.Value));
            return AdminDone.Plain;
        }

        return await GrantAsync(request, user, cancellationToken);
    }

    private async Task<Outcome<AdminDone>> GrantAsync(Approval request, StaffUser user, CancellationToken cancellationToken)
    {
        switch (request.Kind)
        {
            case ApprovalKind.MinorClearance:
                user.ClearedForMinors = true;
                Record("admin.clearance-granted", request, user, null, null);
                return AdminDone.Plain;
            case ApprovalKind.StaffFactor:
                user.ForgetFactors();
                user.DisabledAt = null;
                db.RemoveRange(await db.Set<IdentityUserPasskey<Guid>>().Where(key => key.UserId == user.Id).ToListAsync(cancellationToken));
                Record("admin.factor-reset", request, user, null, null);
                return AdminDone.WithLink(await invitations.IssueAsync(user.Id, cancellationToken), user);
            default:
                return await GrantRoleAsync(request, user, cancellationToken);
        }
    }

    private async Task<Outcome<AdminDone>> GrantRoleAsync(Approval request, StaffUser user, CancellationToken cancellationToken)
    {
        if (request.Detail?.StartsWith(InvitePerson.InvitePrefix, StringComparison.Ordinal) is true)
        {
            user.DisabledAt = null;
            Record("admin.invited", request, user, null, user.Role.ToString());
            return AdminDone.WithLink(await invitations.IssueAsync(user.Id, cancellationToken), user);
        }

        var role = Enum.Parse<StaffRole>(request.Detail!);
        Record("admin.role-changed", request, user, user.Role.ToString(), role.ToString());
        user.Role = role;
        return AdminDone.Plain;
    }

    private void Record(string kind, Approval request, StaffUser user, string? from, string? to)
        => acts.Record(kind, user.Id, entry => entry
            .Id("second-staff", request.RequestedBy.Value).Code("from", from?.ToLowerInvariant()).Code("to", to?.ToLowerInvariant()));
}
