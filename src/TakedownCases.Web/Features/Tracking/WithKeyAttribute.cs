using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>Only with a visit that lasts. Without one the key is asked for again, and what was typed is kept beside it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WithKeyAttribute : TypeFilterAttribute
{
    /// <param name="spokenToo">The pages on which a key that staff read out is replaced; all others lead there.</param>
    public WithKeyAttribute(bool spokenToo = false)
        : base(typeof(KeyGate)) => Arguments = [spokenToo];
}

internal sealed class KeyGate(bool spokenToo, KeyDoor door, KeyCookie cookie, KeptWords words) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var http = context.HttpContext;
        var session = cookie.Read(http) is { } read ? await door.ReturnAsync(read, http.RequestAborted) : null;
        if (session is not null)
        {
            cookie.Write(http, session);
            if (session.Spoken && !spokenToo)
            {
                http.Response.Headers.Location = $"/{PageLanguage.Of(http).Code}/k/new";
                context.Result = new StatusCodeResult(StatusCodes.Status303SeeOther);
                return;
            }

            http.Features.Set(session);
            await next();
            return;
        }

        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Location = $"/{PageLanguage.Of(http).Code}/k";
            context.Result = new StatusCodeResult(StatusCodes.Status303SeeOther);
            return;
        }

        var controller = (Controller)context.Controller;
        controller.ModelState.Clear();
        KeyCookie.Drop(http);
        var kept = await KeptForm.FromAsync(http);
        context.Result = controller.View("Key", new KeyQuestion { Ended = true, Kept = kept is null ? null : words.Seal(kept) });
    }
}
