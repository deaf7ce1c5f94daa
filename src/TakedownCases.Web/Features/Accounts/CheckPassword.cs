using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Identity;
using TakedownCases.Data.Ledger;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Features.Accounts;

/// <summary>
/// The first half of signing in. Unknown, wrong, disabled, not enrolled and "too fast" give the same answer after the
/// same work: one look-up, one hash, one ledger entry.
/// </summary>
public sealed class CheckPassword(
    TakedownDbContext db,
    ILookupNormalizer normalizer,
    PasswordProof proof,
    SignInBackoff backoff,
    NetworkBuckets networks,
    ReadLog log,
    StaffDoor door,
    IHttpContextAccessor accessor)
{
    private const int LongestEmail = 256;

    /// <summary>True when the code is asked for next.</summary>
    public async Task<bool> HandleAsync(string? email, string? password, string? back, CancellationToken cancellationToken)
    {
        var typed = (email ?? "").Trim();
        var account = normalizer.NormalizeName(typed.Length > LongestEmail ? "" : typed) ?? "";
        var network = networks.Of(accessor.HttpContext?.Connection.RemoteIpAddress);
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.NormalizedUserName == account, cancellationToken);
        var mustWait = backoff.MustWait(account, network);
        var mayEnter = user is { DisabledAt: null, EnrolledAt: not null, PasswordHash: not null } && !mustWait;
        var isRight = proof.Verify(mayEnter ? user : null, password);
        await RecordAsync(user, isRight ? null : Why(user, mustWait), cancellationToken);
        if (!isRight)
        {
            backoff.Missed(account, network);
            return false;
        }

        backoff.Succeeded(account, network);
        await door.HalfOpenAsync(user!, back);
        return true;
    }

    private static string Why(StaffUser? user, bool mustWait)
        => user is null ? "unknown"
            : mustWait ? "too-fast"
            : user.DisabledAt is not null ? "disabled"
            : user.EnrolledAt is null ? "not-enrolled"
            : "wrong";

    private Task RecordAsync(StaffUser? user, string? reason, CancellationToken cancellationToken)
        => log.AppendAsync(
            new LedgerStream(user?.Id ?? Guid.Empty, LedgerLane.Auth),
            "auth.password",
            AuthActs.Somebody,
            entry => entry.Id("staff", user?.Id).Code("outcome", reason is null ? "accepted" : "refused").Code("reason-code", reason),
            cancellationToken);
}

/// <summary>Whose acts the entries of signing in are, before it is known.</summary>
public static class AuthActs
{
    /// <summary>Somebody who says to be staff: a wrong password does not prove who typed it.</summary>
    public static Actor Somebody { get; } = new(ActorKind.Staff);

    public static LedgerStream StreamOf(StaffUser user) => new(user.Id, LedgerLane.Auth);
}
