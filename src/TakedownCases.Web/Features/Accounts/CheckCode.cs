using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Identity;
using TakedownCases.Data.Sql;

namespace TakedownCases.Web.Features.Accounts;

/// <summary>
/// The second half of signing in: the code of the authenticator. A step of it works once, also for two who use it at the
/// same moment: the step is a concurrency token, the slower save loses and is decided again.
/// </summary>
public sealed class CheckCode(TakedownDbContext db, StaffSecrets secrets, StaffDoor door, TimeProvider clock)
{
    private const int MostTries = 8;
    private const int FreeMisses = 5;
    private const int LongestExponent = 6;

    /// <summary>The account that is signed in now, or null.</summary>
    public async Task<StaffUser?> HandleAsync(HalfWay half, string? code, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            db.ChangeTracker.Clear();
            db.ForgetActs();
            var user = await db.Users.SingleOrDefaultAsync(user => user.Id == half.StaffId, cancellationToken);
            if (user is null or { DisabledAt: not null } || user.SecurityStamp != half.Stamp)
            {
                return null;
            }

            try
            {
                return await DecideAsync(user, code, cancellationToken);
            }
            catch (DbUpdateException conflict) when (tries < MostTries && DatabaseErrors.IsConflict(conflict))
            {
                // Somebody used a code of this account first: read again which step was spent.
            }
        }
    }

    /// <summary>Only who knows the password comes here, so slowing guesses down cannot lock a colleague out from outside.</summary>
    private static TimeSpan WaitAfter(int misses)
        => misses < FreeMisses ? TimeSpan.Zero : TimeSpan.FromSeconds(1 << Math.Min(misses - FreeMisses, LongestExponent));

    private async Task<StaffUser?> DecideAsync(StaffUser user, string? code, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var mustWait = now < user.LastFailedSignInAt + WaitAfter(user.FailedSignIns);
        var step = secrets.Open(user) is { } secret && !mustWait ? TotpCode.Verify(secret, code, now, user.TotpLastStep) : null;
        if (step is null)
        {
            user.FailedSignIns++;
            user.LastFailedSignInAt = now;
            db.Record(AuthActs.StreamOf(user), "auth.code", AuthActs.Somebody, now, entry => entry
                .Id("staff", user.Id).Code("outcome", "refused").Code("reason-code", mustWait ? "too-fast" : "wrong"));
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }

        var session = door.NewSession();
        (user.TotpLastStep, user.FailedSignIns, user.LastFailedSignInAt) = (step, 0, null);
        db.Record(AuthActs.StreamOf(user), "auth.signed-in", user.AsViewer().AsActor(), now, entry => entry.Code("fields", "code"));
        await db.SaveChangesAsync(cancellationToken);
        await door.OpenAsync(user, session);
        return user;
    }
}
