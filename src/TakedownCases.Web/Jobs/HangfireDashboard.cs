using System.Globalization;
using Hangfire;
using Hangfire.Dashboard;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Jobs;

/// <summary>
/// Hangfire's own pages, for administrators to look at. They are an endpoint like any other, so that our policy, session and
/// headers hold for them; they change nothing, and what they show are names of sweeps and times (docs/adr/0008).
/// </summary>
internal static class HangfireDashboard
{
    public const string Path = "/jobs";

    // Chart.js puts one style sheet, always the same, into the page, and style attributes are
    // there but empty: both by their hash. jQuery writes HTML: no Trusted Types.
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-z7zcnw/4WalZqx+PrNaRnoeLz/G9WXuFqV1WCJ129sg='; "
        + "style-src-attr 'unsafe-hashes' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; "
        + "img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

    private const int PollMilliseconds = 5000;

    /// <summary>All that mapping asks for of what AddHangfire would register.</summary>
    public static void AddDashboard(this IServiceCollection services)
    {
        services.AddSingleton<IGlobalConfiguration>(GlobalConfiguration.Configuration);
        services.AddSingleton(DashboardRoutes.Routes);
        services.AddSingleton(new JobsPage(Path));
    }

    public static void MapDashboard(this IEndpointRouteBuilder routes)
    {
        var options = new DashboardOptions
        {
            // Who may enter is decided by the endpoint's policy; the default would let in whoever sits at the machine.
            Authorization = [],
            AsyncAuthorization = [],
            IsReadOnlyFunc = _ => true,
            AppPath = "/staff/people",
            DashboardTitle = "Jobs",
            FaviconPath = "/favicon.ico",
            DisplayStorageConnectionString = false,
            DisplayNameFunc = (_, call) => call.Args is [string id, ..] ? id : call.Method.Name,
            StatsPollingInterval = PollMilliseconds,
        };
        routes.MapHangfireDashboard(Path, options, routes.ServiceProvider.GetRequiredService<JobStorage>())
            .RequireAuthorization(Policies.Administration)
            .WithMetadata(new PackagePages(ContentPolicy))
            .Add(InReadersLanguage);
    }

    private static void InReadersLanguage(EndpointBuilder endpoint)
    {
        var pages = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context =>
        {
            CultureInfo.CurrentUICulture = PageLanguage.Of(context).Culture;
            return pages(context);
        };
    }
}
