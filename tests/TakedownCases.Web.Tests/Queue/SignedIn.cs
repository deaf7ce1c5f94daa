using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TakedownCases.Data;
using TakedownCases.Data.Identity;
using TakedownCases.Data.Postgres;
using TakedownCases.Data.Sqlite;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.Jobs;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Tests.Queue;

/// <summary>Staff who are signed in already, so that a test of the queue is about the queue.</summary>
internal static class SignedIn
{
    private const string SchemeName = "Signed in";
    private const string Header = "X-Signed-In";

    public static TestAppOptions Options(Queries? queries = null, ManualTimeProvider? clock = null) => new()
    {
        Clock = clock ?? new ManualTimeProvider(),
        Services = services => (queries is null ? services : Alone(services))
            .ConfigureDbContext<SqliteTakedownDbContext>(options => options.AddInterceptors(queries ?? new Queries()))
            .ConfigureDbContext<PostgresTakedownDbContext>(options => options.AddInterceptors(queries ?? new Queries()))
            .AddAuthentication(options =>
        {
            options.DefaultScheme = SchemeName;
            options.DefaultAuthenticateScheme = SchemeName;
            options.DefaultChallengeScheme = SchemeName;
            options.DefaultForbidScheme = SchemeName;
        }).AddScheme<AuthenticationSchemeOptions, Handler>(SchemeName, _ => { }),
    };

    // Whoever counts what a page asks hears nothing of what sweeps ask.
    private static IServiceCollection Alone(IServiceCollection services)
    {
        SchedulerTests.Unscheduled(services);
        return services;
    }

    public static async Task<Viewer> HireAsync(TestApp app, StaffRole role, bool cleared = false, string name = "Sam Example", string language = "en")
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        var user = new StaffUser
        {
            Id = Guid.CreateVersion7(app.Clock.GetUtcNow()),
            UserName = Guid.CreateVersion7().ToString("N"),
            DisplayName = name,
            Role = role,
            ClearedForMinors = cleared,
            Language = language,
        };
        db.Users.Add(user);
        await db.SaveChangesAsync();
        return user.AsViewer();
    }

    public static WebSession As(TestApp app, Viewer viewer, string language = "en")
    {
        var session = app.NewSession();
        session.Client.DefaultRequestHeaders.Add(Header, $"{viewer.Staff.Value}|{viewer.Role}|{viewer.ClearedForMinors}");
        session.Client.DefaultRequestHeaders.Add("Accept-Language", language);
        return session;
    }

    public static async Task<WebSession> AsAsync(TestApp app, StaffRole role, bool cleared = false)
        => As(app, await HireAsync(app, role, cleared));

    private sealed class Handler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers[Header].ToString().Split('|') is not [var id, var role, var cleared])
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            var identity = new ClaimsIdentity(SchemeName);
            identity.AddClaims(
            [
                new Claim(StaffClaims.Id, id), new Claim(StaffClaims.Role, role), new Claim(StaffClaims.Enrolled, "yes"),
                new Claim(ClaimTypes.Name, "Sam Example"), new Claim(StaffClaims.Session, "test"),
            ]);
            if (bool.Parse(cleared))
            {
                identity.AddClaim(new Claim(StaffClaims.Minors, "yes"));
            }

            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName)));
        }
    }
}
