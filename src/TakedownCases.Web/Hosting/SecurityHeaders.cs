using Microsoft.AspNetCore.StaticAssets;

namespace TakedownCases.Web.Hosting;

/// <summary>
/// Puts the protective headers on every response, errors and static files included, at the last moment so that
/// nothing later takes them away.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, IHostEnvironment environment)
{
    // No policy may be made at all: no script of ours writes HTML, so none needs one.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private const string StaffPolicy = Policy + "; connect-src 'self'";

    private const string Permissions =
        "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), "
        + "fullscreen=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), "
        + "microphone=(), midi=(), payment=(), picture-in-picture=(), screen-wake-lock=(), serial=(), usb=(), "
        + "xr-spatial-tracking=()";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            Apply(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private void Apply(HttpContext context)
    {
        var headers = context.Response.Headers;
        var metadata = context.GetEndpoint()?.Metadata;
        var isAsset = metadata?.GetMetadata<StaticAssetDescriptor>() is not null && context.Response.StatusCode < 400;
        headers.ContentSecurityPolicy = PackagePages.Of(context)?.ContentPolicy
            ?? (context.Request.Path.StartsWithSegments("/staff", StringComparison.OrdinalIgnoreCase) ? StaffPolicy : Policy);
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Embedder-Policy"] = "require-corp";
        headers["Origin-Agent-Cluster"] = "?1";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = Permissions;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.Remove("Server");
        headers.Remove("X-Powered-By");

        if (metadata?.GetMetadata<IndexableAttribute>() is null || context.Response.StatusCode != StatusCodes.Status200OK)
        {
            headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        }

        // Without no-store, Back after leaving shows the page with the typed words (reference/experience.md 2.1).
        if (!isAsset)
        {
            headers.CacheControl = "no-store";
            headers.Remove("Expires");
            headers.Remove("Pragma");
        }

        if (context.Request.IsHttps && !environment.IsDevelopment())
        {
            headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
        }
    }
}
