using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Accounts;

/// <summary>
/// Ends a session after 30 idle minutes, after eight hours, and within a minute of the account being disabled, given
/// another role or clearance, or signed out everywhere.
/// </summary>
public sealed class StaffCookieEvents(TimeProvider clock) : CookieAuthenticationEvents
{
    private const string Started = "started";
    private const string Checked = "checked";

    /// <summary>What the cookie remembers besides who.</summary>
    public static AuthenticationProperties Begin(DateTimeOffset now)
        => new() { Items = { [Started] = Text(now), [Checked] = Text(now) } };

    /// <summary>What the ledger keeps of a session: enough to tie acts together, useless for signing in.</summary>
    public static byte[] HashOf(string session) => SHA256.HashData(Encoding.ASCII.GetBytes(session));

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            return;
        }

        var now = clock.Now();
        var (started, known) = (Read(context, Started), Read(context, Checked));
        var isDue = now < known || now - known >= StaffScheme.Recheck;
        if (now - started >= StaffScheme.Longest || (isDue && !await IsStillTrueAsync(context)))
        {
            context.RejectPrincipal();
            await http.SignOutAsync(StaffScheme.Name);
            return;
        }

        if (isDue && !PackagePages.IsPoll(http))
        {
            context.Properties.Items[Checked] = Text(now);
            context.ShouldRenew = true;
        }

        Remember(http, context.Principal!);
    }

    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        // The check of each minute renews the cookie, so idle time is counted to the minute.
        context.ShouldRenew = false;
        return Task.CompletedTask;
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var (request, response) = (context.Request, context.Response);
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (PackagePages.IsPoll(context.HttpContext)
            || request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            var back = HttpMethods.IsGet(request.Method) ? LocalPath.Of(request.Path + request.QueryString) : null;
            response.StatusCode = StatusCodes.Status303SeeOther;
            response.Headers.Location = StaffScheme.SignInPath + (back is null ? "" : "?back=" + Uri.EscapeDataString(back));
        }

        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static void Remember(HttpContext context, ClaimsPrincipal principal)
    {
        var services = context.RequestServices;
        services.GetRequiredService<CurrentAct>().Session = HashOf(principal.FindFirstValue(StaffClaims.Session) ?? "");
        if ((context.Request.Path.StartsWithSegments("/staff", StringComparison.Ordinal) || PackagePages.Of(context) is not null)
            && services.GetRequiredService<Languages>().Find(principal.FindFirstValue(StaffClaims.Language)) is { } language)
        {
            PageLanguage.Choose(context, language);
        }
    }

    private static async Task<bool> IsStillTrueAsync(CookieValidatePrincipalContext context)
    {
        var principal = context.Principal!;
        var id = Guid.Parse(principal.FindFirstValue(StaffClaims.Id)!);
        var db = context.HttpContext.RequestServices.GetRequiredService<TakedownDbContext>();
        var user = await db.Users.AsNoTracking().Where(user => user.Id == id && user.DisabledAt == null)
            .Select(user => new { user.SecurityStamp, user.Role, user.ClearedForMinors })
            .SingleOrDefaultAsync(context.HttpContext.RequestAborted);
        return user is not null
            && user.SecurityStamp == principal.FindFirstValue(StaffClaims.Stamp)
            && user.Role.ToString() == principal.FindFirstValue(StaffClaims.Role)
            && user.ClearedForMinors == principal.HasClaim(claim => claim.Type == StaffClaims.Minors);
    }

    private static DateTimeOffset Read(CookieValidatePrincipalContext context, string name)
        => context.Properties.Items.TryGetValue(name, out var text)
            && long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var ticks)
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : DateTimeOffset.MinValue;

    private static string Text(DateTimeOffset at) => at.UtcTicks.ToString(CultureInfo.InvariantCulture);
}
