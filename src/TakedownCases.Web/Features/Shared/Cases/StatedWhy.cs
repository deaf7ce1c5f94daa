using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace TakedownCases.Web.Features.Shared.Cases;

/// <summary>
/// A form that brings a purpose along (<see cref="WhyAgain"/>): it is kept before anything else is done, so that the form is then taken.
/// </summary>
public sealed class StatedWhy(Purposes purposes, StaffSession session) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && request.HasFormContentType && context.RouteData.Values["number"] is string number
            && request.Form[WhyInput.Field] is [{ Length: > 0 } purpose, ..] && Purposes.MayBeAsked(session.Viewer)
            && (await purposes.HandleAsync(number, purpose, context.HttpContext.RequestAborted)).Status == VerbStatus.Gone)
        {
            context.Result = new NotFoundResult();
            return;
        }

        await next();
    }
}
