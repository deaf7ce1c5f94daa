using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Accounts;

/// <summary>Brings the reader's choices (language, light or dark, single-letter commands) to every staff page.</summary>
internal sealed class StaffPageFilter(Languages languages) : IResourceFilter, IResultFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var http = context.HttpContext;
        if (IsStaffPage(http) && http.User.Identity?.IsAuthenticated is not true
            && languages.Find(http.Request.Cookies[StaffScheme.LanguageCookie]) is { } language)
        {
            PageLanguage.Choose(http, language);
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context is { Controller: Controller controller, Result: ViewResult } && IsStaffPage(context.HttpContext))
        {
            controller.ViewData["Theme"] = context.HttpContext.User.FindFirstValue(StaffClaims.Theme);
            controller.ViewData["Shortcuts"] = context.HttpContext.User.HasClaim(c => c.Type == StaffClaims.ShortcutsOff) ? "off" : "on";
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }

    private static bool IsStaffPage(HttpContext context)
        => context.Request.Path.StartsWithSegments("/staff", StringComparison.Ordinal);
}
