using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Identity;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Accounts;

/// <summary>
/// The command <c>create-admin</c>: makes an administrator's account, or gives one who lost everything a new start, and
/// returns the path of the one-time link. Logged, and bannered to every other administrator for a month.
/// </summary>
public sealed class CreateAdmin(TakedownDbContext db, StaffInvitations invitations, TimeProvider clock)
{
    /// <summary>What the approval row of such an act says; nobody can decide it, it is there to be seen.</summary>
    public const string Detail = "console-admin";

    public async Task<Outcome<string>> HandleAsync(string email, CancellationToken cancellationToken)
    {
        var address = email.Trim();
        if (!EmailAddress.IsPlausible(address))
        {
            return new Refusal("email", "This is not an e-mail address.");
        }

        var now = clock.Now();
        var key = address.Normalize().ToUpperInvariant();
        var user = await db.Users.SingleOrDefaultAsync(user => user.NormalizedUserName == key, cancellationToken);
        if (user is { Role: not StaffRole.Admin })
        {
            return new Refusal("staff.exists", "This address belongs to somebody who is not an administrator.");
        }

        if (user is null)
        {
            user = StaffUser.Invited(address, address.Split('@')[0], StaffRole.Admin, now);
            db.Users.Add(user);
        }
        else
        {
            user.ForgetFactors();
            user.DisabledAt = null;
            db.RemoveRange(await db.Set<IdentityUserPasskey<Guid>>().Where(key => key.UserId == user.Id).ToListAsync(cancellationToken));
        }

        var path = await invitations.IssueAsync(user.Id, cancellationToken);
        db.Approvals.Add(new Approval
        {
            Id = Guid.CreateVersion7(now),
            Kind = ApprovalKind.StaffRole,
            Subject = user.StaffId,
            Detail = Detail,
            RequestedBy = user.StaffId,
            RequestedAt = now,
            ExpiresAt = now,
        });
        db.Record(LedgerStream.Admin, "admin.created-at-console", Actor.Console, now, entry => entry.Id("staff", user.Id).Code("to", "admin"));
        await db.SaveChangesAsync(cancellationToken);
        return path;
    }
}
