using System.Security.Claims;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Features.Shared;

/// <summary>The member of staff behind this request, as access rules see them.</summary>
public sealed class StaffSession(IHttpContextAccessor accessor)
{
    private TimeZoneInfo? _zone;

    public bool IsSignedIn => Principal?.HasClaim(claim => claim.Type == StaffClaims.Enrolled) == true;

    /// <summary>Throws when nobody is signed in: pages that ask stand behind a policy.</summary>
    public Viewer Viewer
    {
        get
        {
            var principal = Principal ?? throw new InvalidOperationException("Nobody is signed in.");
            return new Viewer(
                new StaffId(Guid.Parse(Value(principal, StaffClaims.Id))),
                Enum.Parse<StaffRole>(Value(principal, StaffClaims.Role)),
                principal.HasClaim(claim => claim.Type == StaffClaims.Minors));
        }
    }

    /// <summary>The reader's time zone; UTC when none is known.</summary>
    public TimeZoneInfo Zone => _zone ??=
        TimeZoneInfo.TryFindSystemTimeZoneById(Principal?.FindFirstValue(StaffClaims.Zone) ?? "", out var zone) ? zone : TimeZoneInfo.Utc;

    private ClaimsPrincipal? Principal
        => accessor.HttpContext?.User is { Identity.IsAuthenticated: true } user ? user : null;

    private static string Value(ClaimsPrincipal principal, string type)
        => principal.FindFirstValue(type) ?? throw new InvalidOperationException($"The session lacks {type}.");
}
