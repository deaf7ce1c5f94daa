using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using TakedownCases.Domain.Access;

namespace TakedownCases.Web.Features.Shared;

/// <summary>
/// Who may enter which part of the staff pages, by role. What one may see of a case inside is decided in the query
/// (<c>CaseStore.VisibleTo</c>), never here.
/// </summary>
public static class Policies
{
    /// <summary>Any enrolled member of staff.</summary>
    public const string Staff = nameof(Staff);

    public const string Queue = nameof(Queue);

    public const string CaseWork = nameof(CaseWork);

    public const string CaseReading = nameof(CaseReading);

    /// <summary>Where notices on their way stand; administrators see counts alone.</summary>
    public const string Outbox = nameof(Outbox);

    /// <summary>How the sweeps stand: times and counts, no case.</summary>
    public const string BackgroundWork = nameof(BackgroundWork);

    public const string Supervision = nameof(Supervision);

    public const string History = nameof(History);

    public const string Administration = nameof(Administration);

    /// <summary>The rules that deadlines are counted by: reading them, and changing them by two people.</summary>
    public const string Law = nameof(Law);

    private static readonly Dictionary<string, StaffRole[]> Roles = new(StringComparer.Ordinal)
    {
        [Staff] = Enum.GetValues<StaffRole>(),
        [Queue] = [StaffRole.Triage, StaffRole.Advocate, StaffRole.Supervisor, StaffRole.Legal],
        [CaseWork] = [StaffRole.Advocate, StaffRole.Supervisor],
        [CaseReading] = [StaffRole.Advocate, StaffRole.Supervisor, StaffRole.Legal],
        [Outbox] = [StaffRole.Advocate, StaffRole.Supervisor, StaffRole.Legal, StaffRole.Admin],
        [BackgroundWork] = [StaffRole.Supervisor, StaffRole.Admin],
        [Supervision] = [StaffRole.Supervisor],
        [History] = [StaffRole.Legal, StaffRole.Supervisor],
        [Administration] = [StaffRole.Admin],
        [Law] = [StaffRole.Admin, StaffRole.Legal],
    };

    /// <summary>Whether a menu may name a page behind the policy to this person.</summary>
    public static bool Admits(string policy, ClaimsPrincipal person)
        => person.HasClaim(claim => claim.Type == StaffClaims.Enrolled)
            && Roles[policy].Any(role => person.HasClaim(StaffClaims.Role, role.ToString()));

    /// <summary>Registers every policy; whatever has none is closed to everybody.</summary>
    public static IServiceCollection AddPolicies(this IServiceCollection services)
        => services.AddAuthorization(options =>
        {
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
            foreach (var (name, roles) in Roles)
            {
                options.AddPolicy(name, policy => policy.RequireAuthenticatedUser()
                    .RequireClaim(StaffClaims.Enrolled)
                    .RequireClaim(StaffClaims.Role, roles.Select(role => role.ToString())));
            }
        });
}
