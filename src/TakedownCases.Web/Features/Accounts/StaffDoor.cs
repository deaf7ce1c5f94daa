using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using TakedownCases.Data;
using TakedownCases.Data.Identity;
using TakedownCases.Data.Ledger;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Accounts;

/// <summary>Lets people in and out: writes and clears the cookies of signing in.</summary>
public sealed class StaffDoor(IHttpContextAccessor accessor, CurrentAct act, TimeProvider clock)
{
    private const string BackClaim = "tdc:back";
    private const int SessionBytes = 24;

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>A session id for the sign-in under way; from here on the request's ledger entries carry its hash.</summary>
    public string NewSession()
    {
        var session = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SessionBytes));
        act.Session = StaffCookieEvents.HashOf(session);
        return session;
    }

    public async Task OpenAsync(StaffUser user, string session)
    {
        await Context.SignOutAsync(StaffScheme.HalfWay);
        await Context.SignInAsync(StaffScheme.Name, PrincipalOf(user, session), StaffCookieEvents.Begin(clock.Now()));
    }

    /// <summary>Writes the cookie again after the profile changed; the session stays the same one.</summary>
    public async Task RefreshAsync(StaffUser user)
    {
        var now = await Context.AuthenticateAsync(StaffScheme.Name);
        var session = now.Principal?.FindFirstValue(StaffClaims.Session) ?? NewSession();
        await Context.SignInAsync(StaffScheme.Name, PrincipalOf(user, session), now.Properties ?? StaffCookieEvents.Begin(clock.Now()));
    }

    public async Task CloseAsync()
    {
        await Context.SignOutAsync(StaffScheme.HalfWay);
        await Context.SignOutAsync(StaffScheme.Name);
    }

    /// <summary>The password was right: remembers who for the page that asks for the code.</summary>
    public Task HalfOpenAsync(StaffUser user, string? back)
    {
        var claims = new List<Claim> { new(StaffClaims.Id, user.Id.ToString()), new(StaffClaims.Stamp, user.SecurityStamp ?? "") };
        if (back is not null)
        {
            claims.Add(new Claim(BackClaim, back));
        }

        return Context.SignInAsync(StaffScheme.HalfWay, new ClaimsPrincipal(new ClaimsIdentity(claims, StaffScheme.HalfWay)));
    }

    /// <summary>Who stands between password and code; null when nobody does or the five minutes are over.</summary>
    public async Task<HalfWay?> HalfWayAsync()
    {
        var half = await Context.AuthenticateAsync(StaffScheme.HalfWay);
        return half.Principal is { } principal && Guid.TryParse(principal.FindFirstValue(StaffClaims.Id), out var id)
            ? new HalfWay(id, principal.FindFirstValue(StaffClaims.Stamp) ?? "", LocalPath.Of(principal.FindFirstValue(BackClaim)))
            : null;
    }

    /// <summary>The first page a role may open.</summary>
    public static string HomeOf(StaffUser user)
        => user.Role == Domain.Access.StaffRole.Admin ? "/staff/people" : "/staff/queue";

    private static ClaimsPrincipal PrincipalOf(StaffUser user, string session)
    {
        var claims = new List<Claim>
        {
            new(StaffClaims.Id, user.Id.ToString()),
            new(ClaimTypes.NameIdentifier, user.Id.ToString()),
            new(ClaimTypes.Name, user.DisplayName),
            new(StaffClaims.Role, user.Role.ToString()),
            new(StaffClaims.Enrolled, "1"),
            new(StaffClaims.Session, session),
            new(StaffClaims.Stamp, user.SecurityStamp ?? ""),
            new(StaffClaims.Language, user.Language),
            new(StaffClaims.Zone, user.TimeZone),
        };
        AddIf(claims, user.ClearedForMinors, StaffClaims.Minors, "1");
        AddIf(claims, user.ShortcutsOff, StaffClaims.ShortcutsOff, "1");
        AddIf(claims, user.Theme is not null, StaffClaims.Theme, user.Theme ?? "");
        return new ClaimsPrincipal(new ClaimsIdentity(claims, StaffScheme.Name, ClaimTypes.Name, StaffClaims.Role));
    }

    private static void AddIf(List<Claim> claims, bool holds, string type, string value)
    {
        if (holds)
        {
            claims.Add(new Claim(type, value));
        }
    }
}

/// <summary>Somebody whose password was right; <paramref name="Stamp"/> ends the wait when the account changes meanwhile.</summary>
public sealed record HalfWay(Guid StaffId, string Stamp, string? Back);
