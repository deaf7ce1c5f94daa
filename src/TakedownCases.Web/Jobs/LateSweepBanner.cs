using Microsoft.AspNetCore.Mvc.Filters;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Jobs;

/// <summary>
/// Overdue is never silent, and neither is what looks for it: staff pages say so when a sweep is behind (law 8), and which one;
/// whoever may look closer gets the way there.
/// </summary>
internal sealed class LateSweepBanner(SweepWatch watch, StaffBanners banners, T texts) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.Path.StartsWithSegments("/staff", StringComparison.OrdinalIgnoreCase)
            && http.User.Identity?.IsAuthenticated == true
            && await watch.LateAsync(http.RequestServices, http.RequestAborted) is { Count: > 0 } late)
        {
            // @keys staff-jobs.sweep.*
            var which = string.Join(", ", late.Select(standing => texts["staff-jobs.sweep." + standing.Sweep]));
            var onlyMail = late.All(standing => standing.Trouble == SweepTrouble.Deferred);
            banners.Add(
                "late",
                onlyMail ? texts["staff-jobs.put-off", ("which", which)] : texts["staff-jobs.late", ("which", which)],
                Policies.Admits(Policies.BackgroundWork, http.User) ? new BannerLink("/staff/background", texts["staff-jobs.look"]) : null);
        }

        await next();
    }
}
