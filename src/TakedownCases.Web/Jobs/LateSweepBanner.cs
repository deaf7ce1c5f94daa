using Microsoft.AspNetCore.Mvc.Filters;
using TakedownCases.Data;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Jobs;

/// <summary>Overdue is never silent, and neither is what looks for it: staff pages say so when a sweep is behind (law 8).</summary>
internal sealed class LateSweepBanner(SweepWatch watch, TakedownDbContext db, StaffBanners banners, T texts) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (context.HttpContext.Request.Path.StartsWithSegments("/staff", StringComparison.OrdinalIgnoreCase)
            && context.HttpContext.User.Identity?.IsAuthenticated == true
            && await watch.IsAnyLateAsync(db, context.HttpContext.RequestAborted))
        {
            banners.Add("late", texts["staff-jobs.late"]);
        }

        await next();
    }
}
