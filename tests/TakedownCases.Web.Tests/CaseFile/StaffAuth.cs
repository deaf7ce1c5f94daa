using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TakedownCases.Domain.Access;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Tests.CaseFile;

/// <summary>Signs in whoever a request's header names, so that these tests are about cases and not about passwords.</summary>
internal sealed class StaffAuth(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Header = "X-Test-Staff";

    /// <summary>The header with the reader's time zone; UTC without it.</summary>
    public const string Zone = "X-Test-Zone";

    private const string Name = "TestStaff";

    public static void Add(IServiceCollection services) => services.AddAuthentication(o =>
        {
            o.DefaultScheme = o.DefaultAuthenticateScheme = o.DefaultChallengeScheme = o.DefaultForbidScheme = Name;
        })
        .AddScheme<AuthenticationSchemeOptions, StaffAuth>(Name, configureOptions: null);

    public static string Value(Viewer viewer) => $"{viewer.Staff.Value};{viewer.Role};{viewer.ClearedForMinors}";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header].ToString() is not { Length: > 0 } value)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var parts = value.Split(';');
        List<Claim> claims =
        [
            new(StaffClaims.Id, parts[0]), new(StaffClaims.Role, parts[1]), new(StaffClaims.Enrolled, "1"), new(ClaimTypes.Name, "Staff"),
        ];
        if (parts[2] == "True")
        {
            claims.Add(new Claim(StaffClaims.Minors, "1"));
        }

        if (Request.Headers[Zone].ToString() is { Length: > 0 } zone)
        {
            claims.Add(new Claim(StaffClaims.Zone, zone));
        }

        var principal = new ClaimsPrincipal(new ClaimsIdentity(claims, Name));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(principal, Name)));
    }
}
