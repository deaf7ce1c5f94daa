using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using TakedownCases.Web.Health;
using TakedownCases.Web.Localization;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Hosting;

/// <summary>The web surface in two calls: what <c>Program.cs</c> adds and uses before data and slices.</summary>
public static class WebApplicationSetup
{
    public const string AntiforgeryCookie = "__Host-a";

    public static WebApplicationBuilder AddTakedownWeb(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddQuietLogs();

        // What the build compressed lies in obj until it is published; without this only Development would find it.
        builder.WebHost.UseStaticWebAssets();
        services.AddSingleton(TimeProvider.System);
        services.AddTexts(builder.Configuration, builder.Environment);
        services.AddSettings<InstallationOptions, InstallationOptionsCheck>(InstallationOptions.Section);
        services.AddSettings<ProxyOptions, ProxyOptionsCheck>(ProxyOptions.Section);
        services.AddSettings<DatabaseOptions, DatabaseOptionsCheck>(DatabaseOptions.Section);
        services.AddSettings<MailOptions, MailOptionsCheck>(MailOptions.Section);
        services.AddSettings<LimitOptions, LimitOptionsCheck>(LimitOptions.Section);
        services.AddMail();
        services.AddRateLimits();
        services.AddServerLimits();
        services.AddPages();
        services.AddSingleton<FilingPace>();
        services.AddSingleton<FormGuard>();
        services.AddSingleton<TakedownMetrics>();
        services.AddHostedService<MetricsExport>();
        services.AddAuthentication();
        services.AddAuthorization();
        return builder;
    }

    public static WebApplication UseTakedownWeb(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.Networks().Count > 0)
        {
            app.UseForwardedHeaders();
        }

        app.UseMiddleware<SecurityHeaders>();
        app.UseCookiePolicy();
        app.UseMiddleware<Faults>();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseMiddleware<FormLimits>();
        app.Use(NothingThere);
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous().DisableRateLimiting();
        app.MapHealth();
        app.MapQuickExit();
        app.MapGet("/", ToLanguage).AllowAnonymous();
        app.MapControllers().WithStaticAssets();
        return app;
    }

    // The policy that closes whatever has none would otherwise ask strangers to sign in to pages that do not exist.
    private static Task NothingThere(HttpContext context, RequestDelegate next)
    {
        switch (context.GetEndpoint())
        {
            case null:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            case { Metadata.Count: 0, RequestDelegate: { } answer }:
                // Routing's own answer, such as "this page takes no DELETE".
                return answer(context);
            default:
                return next(context);
        }
    }

    private static void AddPages(this IServiceCollection services)
    {
        services.AddSingleton<ErrorPages>();
        services.AddControllersWithViews(mvc =>
            {
                mvc.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
                mvc.Filters.Add<ExpiredForm>();
                mvc.Filters.Add<LawLook>();
            })
            .AddRazorOptions(razor =>
            {
                razor.ViewLocationFormats.Clear();
                razor.ViewLocationFormats.Add("/Features/{1}/{0}.cshtml");
                razor.ViewLocationFormats.Add("/Features/Shared/{0}.cshtml");
            });

        // Secure and the rest are put on by the cookie policy: antiforgery's own "always" refuses plain http, which
        // is what a reverse proxy, and a developer's browser on localhost, speak to us.
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = AntiforgeryCookie;
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.HttpOnly = true;
            o.Cookie.Path = "/";
        });
        services.Configure<CookiePolicyOptions>(o =>
        {
            o.Secure = CookieSecurePolicy.Always;
            o.HttpOnly = HttpOnlyPolicy.Always;
            o.MinimumSameSitePolicy = SameSiteMode.Strict;
        });
        services.Configure<CookieTempDataProviderOptions>(o =>
        {
            o.Cookie.Name = "__Host-t";
            o.Cookie.Path = "/";
        });
    }

    private static void AddServerLimits(this IServiceCollection services)
    {
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<LimitOptions>>((kestrel, limits) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestHeadersTotalSize = limits.Value.HeaderBytes;
            kestrel.Limits.MaxRequestHeaderCount = 64;
            kestrel.Limits.MaxRequestLineSize = Math.Min(kestrel.Limits.MaxRequestLineSize, limits.Value.HeaderBytes);

            // Above what we read, so that a browser that sends too much still gets our page instead of a broken line.
            kestrel.Limits.MaxRequestBodySize = 4L * limits.Value.KeptBodyBytes;
        });
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>((forwarded, proxy) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.ForwardLimit = null;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in proxy.Value.Networks())
            {
                forwarded.KnownIPNetworks.Add(network);
            }
        });
    }

    private static RedirectHttpResult ToLanguage(HttpContext context, Languages languages)
    {
        context.Response.Headers.Vary = "Accept-Language";
        return TypedResults.Redirect($"/{languages.Best(context.Request.Headers.AcceptLanguage).Code}");
    }
}
