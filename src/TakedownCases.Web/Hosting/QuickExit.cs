using Microsoft.Extensions.Options;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Hosting;

/// <summary>Deletes what the browser's draft cookie leads to; registered by the slice that keeps drafts.</summary>
public delegate ValueTask OnExit(HttpContext context, CancellationToken cancellationToken);

/// <summary>"Leave this page": forgets the draft and goes somewhere harmless, whatever else is broken.</summary>
internal static partial class QuickExit
{
    public const string DraftCookie = "__Host-f";

    // Someone is coming through the door: a slow database must not hold the page.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);

    public static void MapQuickExit(this IEndpointRouteBuilder routes)
    {
        foreach (var path in (string[])["/exit", "/{lang:lang}/exit"])
        {
            routes.MapGet(path, LeaveAsync).AllowAnonymous().DisableRateLimiting();
        }
    }

    private static async Task<IResult> LeaveAsync(
        HttpContext context, IOptions<InstallationOptions> installation, IEnumerable<OnExit> hooks, ILogger<OnExit> logger)
    {
        // Another site may send a browser here; it shall not be able to throw a draft away.
        if (context.Request.Headers["Sec-Fetch-Site"] != "cross-site")
        {
            await ForgetAsync(context, hooks, logger);
            context.Response.Cookies.Delete(DraftCookie, DraftCookieOptions());
            context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        }

        context.Response.Headers.Location = installation.Value.ExitUrlFor(PageLanguage.Of(context)).AbsoluteUri;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>The one cookie of the public pages: gone when the browser closes.</summary>
    public static CookieOptions DraftCookieOptions()
        => new() { Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true };

    private static async Task ForgetAsync(HttpContext context, IEnumerable<OnExit> hooks, ILogger logger)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(Patience);
        foreach (var hook in hooks)
        {
            try
            {
                await hook(context, patience.Token).AsTask().WaitAsync(Patience, context.RequestAborted);
            }
            catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
            {
                // The person leaves in any case; the sweep deletes the draft later.
                Log.DraftStays(logger, exception.GetType().Name);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1010, LogLevel.Error, "A draft could not be deleted on leaving ({Reason}); the sweep will do it")]
        public static partial void DraftStays(ILogger logger, string reason);
    }
}
