using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TakedownCases.Data;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Benchmarks.Runs;

/// <summary>
/// The app as it ships, on a loopback port and the seeded database, at the seeded instant. A supervisor cleared for minors
/// is signed in by a scheme of its own: the way in is not what is measured.
/// </summary>
internal sealed class QueueHost(BenchDatabase bench, DateTimeOffset at) : WebApplicationFactory<StaffSession>
{
    /// <summary>Which of the clients asks, a digit: each is a colleague with a record of reading of their own.</summary>
    public const string Header = "X-Client";

    public Uri Start()
    {
        // The factory looks for the sources of the app, which a copied program has not beside it, and does not need.
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_TAKEDOWNCASES_WEB", AppContext.BaseDirectory);
        UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        StartServer();
        return new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        foreach (var (name, value) in ProgramRun.Settings(bench))
        {
            builder.UseSetting(name.Replace("__", ":", StringComparison.Ordinal), value);
        }

        // One client here asks as often as a whole office.
        builder.UseSetting("RateLimits:PerMinute", "1000000");
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(new StandingClock { At = at });
            services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, SignedIn>("bench", _ => { });
            services.PostConfigure<AuthenticationOptions>(options => options.DefaultScheme = options.DefaultAuthenticateScheme = "bench");
        });
    }

    private sealed class SignedIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var identity = new ClaimsIdentity(
            [
                new Claim(StaffClaims.Id, "01000000-0000-7000-8000-0000000000f" + (Request.Headers[Header] is [{ } client] ? client : "f")), new Claim(StaffClaims.Role, "Supervisor"),
                new Claim(StaffClaims.Minors, "1"), new Claim(StaffClaims.Enrolled, "1"), new Claim(StaffClaims.Language, "en"),
                new Claim(StaffClaims.Session, "bench"), new Claim(StaffClaims.Stamp, "bench"),
            ], "bench");
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), "bench")));
        }
    }
}
