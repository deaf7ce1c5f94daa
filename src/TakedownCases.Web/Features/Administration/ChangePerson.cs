using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Identity;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;

namespace TakedownCases.Web.Features.Administration;

/// <summary>
/// What an administrator does to an account. What takes away acts at once; what gives (role, clearance, a new start)
/// waits for a second administrator.
/// </summary>
public sealed class ChangePerson(TakedownDbContext db, AdminActs acts, StaffInvitations invitations)
{
    public Task<Outcome<AdminDone>> DisableAsync(Guid id, CancellationToken cancellationToken)
        => WithAsync(id, user =>
        {
            if (user.Id == acts.Me.Staff.Value)
            {
                return Task.FromResult<Outcome<AdminDone>>(AdminRefusals.Yourself);
            }

            if (user.DisabledAt is not null)
            {
                return Task.FromResult<Outcome<AdminDone>>(AdminRefusals.NoChange);
            }

            user.DisabledAt = acts.Now;
            user.EndSessions();
            acts.Record("admin.disabled", user.Id);
            return Task.FromResult<Outcome<AdminDone>>(AdminDone.Plain);
        }, cancellationToken);

    public Task<Outcome<AdminDone>> AskRoleAsync(Guid id, StaffRole role, CancellationToken cancellationToken)
        => WithAsync(
            id,
            async user => user.Role == role
                ? AdminRefusals.NoChange
                : await acts.AskAsync(ApprovalKind.StaffRole, user, role.ToString(), "admin.role-asked", cancellationToken),
            cancellationToken);

    /// <summary>Giving clearance is asked for; taking it away holds within a minute.</summary>
    public Task<Outcome<AdminDone>> ChangeClearanceAsync(Guid id, bool cleared, CancellationToken cancellationToken)
        => WithAsync(id, async user =>
        {
            if (user.ClearedForMinors == cleared)
            {
                return AdminRefusals.NoChange;
            }

            if (cleared)
            {
                return await acts.AskAsync(ApprovalKind.MinorClearance, user, null, "admin.clearance-asked", cancellationToken);
            }

            user.ClearedForMinors = false;
            acts.Record("admin.clearance-taken", user.Id);
            return AdminDone.Plain;
        }, cancellationToken);

    /// <summary>
    /// A new one-time link: at once for somebody who never got in, by two people for who lost a factor or was disabled,
    /// because it opens an account that may see cases.
    /// </summary>
    public Task<Outcome<AdminDone>> RenewLinkAsync(Guid id, CancellationToken cancellationToken)
        => WithAsync(id, async user =>
        {
            if (user.Id == acts.Me.Staff.Value)
            {
                return AdminRefusals.Yourself;
            }

            if (user.EnrolledAt is not null || user.DisabledAt is not null)
            {
                return await acts.AskAsync(ApprovalKind.StaffFactor, user, null, "admin.factor-asked", cancellationToken);
            }

            acts.Record("admin.link-renewed", user.Id);
            return AdminDone.WithLink(await invitations.IssueAsync(user.Id, cancellationToken), user);
        }, cancellationToken);

    private Task<Outcome<AdminDone>> WithAsync(
        Guid id, Func<StaffUser, Task<Outcome<AdminDone>>> change, CancellationToken cancellationToken)
        => acts.RunAsync(
            async () => await db.Users.SingleOrDefaultAsync(user => user.Id == id, cancellationToken) is { } user
                ? await change(user)
                : AdminRefusals.NotFound,
            cancellationToken);
}
