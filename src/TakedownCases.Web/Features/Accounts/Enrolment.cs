using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Identity;
using TakedownCases.Data.Sql;
using TakedownCases.Domain;

namespace TakedownCases.Web.Features.Accounts;

/// <summary>
/// Setting up an account through a one-time link: the password, then the authenticator, proved by a code. The link is used
/// up by the code; nothing else opens before.
/// </summary>
public sealed class Enrolment(
    TakedownDbContext db, StaffInvitations invitations, StaffSecrets secrets, NewPassword passwords, StaffDoor door, TimeProvider clock)
{
    /// <summary>Who the link is for; null when it is unknown, used, expired, or the account is disabled.</summary>
    public async Task<StaffUser?> FindAsync(string token, CancellationToken cancellationToken)
        => await invitations.FindAsync(token, cancellationToken) is { } invitation
            ? await db.Users.SingleOrDefaultAsync(
                user => user.Id == invitation.StaffId && user.DisabledAt == null && user.EnrolledAt == null, cancellationToken)
            : null;

    /// <summary>The secret to show; null until the password is set.</summary>
    public byte[]? SecretOf(StaffUser user) => user.PasswordHash is null ? null : secrets.Open(user);

    /// <summary>The first half: the password. Makes the secret that the second half shows.</summary>
    public async Task<Outcome> SetPasswordAsync(StaffUser user, string? password, string? again, CancellationToken cancellationToken)
    {
        var chosen = passwords.Check(user, password, again);
        if (chosen.IsDone)
        {
            passwords.Set(user, password!);
            user.TotpSecret ??= secrets.Seal(user.Id, TotpCode.NewSecret());
            await db.SaveChangesAsync(cancellationToken);
        }

        return chosen;
    }

    /// <summary>The second half: a code proves that the authenticator holds the secret. Signs in; false when the code is wrong.</summary>
    public async Task<bool> HandleAsync(string token, StaffUser user, string? code, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var secret = SecretOf(user);
        if (secret is null || TotpCode.Verify(secret, code, now, user.TotpLastStep) is not { } step
            || await invitations.FindAsync(token, cancellationToken) is not { } invitation)
        {
            return false;
        }

        var session = door.NewSession();
        (user.TotpLastStep, user.EnrolledAt, user.EmailConfirmed, invitation.UsedAt) = (step, now, true, now);
        user.EndSessions();
        db.Record(AuthActs.StreamOf(user), "auth.enrolled", user.AsViewer().AsActor(), now, _ => { });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException conflict) when (DatabaseErrors.IsConflict(conflict))
        {
            // Two used the link at once; the other one has it.
            return false;
        }

        await door.OpenAsync(user, session);
        return true;
    }
}
