using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Identity;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Administration;

/// <summary>
/// Asks for an account for somebody new; a role is a grant, so a second administrator agrees. Only the very first
/// administrator may make one more alone, once.
/// </summary>
public sealed class InvitePerson(TakedownDbContext db, AdminActs acts, StaffInvitations invitations)
{
    /// <summary>What the approval row of the one grant without a second person says; it is there to be seen.</summary>
    public const string AloneDetail = "sole-admin";

    public const string InvitePrefix = "invite:";

    private const int LongestName = 100;

    public Task<Outcome<AdminDone>> HandleAsync(string? name, string? email, StaffRole role, CancellationToken cancellationToken)
        => acts.RunAsync(
            () => DecideAsync(
                PlainText.Clean(name, LongestName, multiline: false).Text,
                PlainText.Clean(email, LongestName * 3, multiline: false).Text,
                role,
                cancellationToken),
            cancellationToken);

    private async Task<Outcome<AdminDone>> DecideAsync(string name, string email, StaffRole role, CancellationToken cancellationToken)
    {
        if (name.Length == 0)
        {
            return AdminRefusals.Name;
        }

        if (!EmailAddress.IsPlausible(email))
        {
            return AdminRefusals.Email;
        }

        var user = StaffUser.Invited(email, name, role, acts.Now);
        if (await db.Users.AnyAsync(known => known.NormalizedUserName == user.NormalizedUserName, cancellationToken))
        {
            return AdminRefusals.Exists;
        }

        db.Users.Add(user);
        if (role == StaffRole.Admin && await IsOnlyAdminEverAsync(cancellationToken))
        {
            return await GrantAloneAsync(user, cancellationToken);
        }

        // Closed until a second person agrees.
        user.DisabledAt = acts.Now;
        return await acts.AskAsync(ApprovalKind.StaffRole, user, InvitePrefix + role, "admin.invite-asked", cancellationToken);
    }

    private async Task<Outcome<AdminDone>> GrantAloneAsync(StaffUser user, CancellationToken cancellationToken)
    {
        var now = acts.Now;
        db.Approvals.Add(new Approval
        {
            Id = Guid.CreateVersion7(now),
            Kind = ApprovalKind.StaffRole,
            Subject = user.StaffId,
            Detail = AloneDetail,
            RequestedBy = acts.Me.Staff,
            RequestedAt = now,
            ExpiresAt = now,
        });
        acts.Record("admin.invited", user.Id, entry => entry.Code("to", "admin").Code("reason-code", "one-administrator"));
        return AdminDone.WithLink(await invitations.IssueAsync(user.Id, cancellationToken), user);
    }

    /// <summary>Disabled ones count: disabling the second does not give the first this right again.</summary>
    private async Task<bool> IsOnlyAdminEverAsync(CancellationToken cancellationToken)
        => !await db.Users.AnyAsync(user => user.Role == StaffRole.Admin && user.Id != acts.Me.Staff.Value, cancellationToken);
}
