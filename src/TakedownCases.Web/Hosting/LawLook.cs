using Microsoft.AspNetCore.Mvc.Filters;
using TakedownCases.Data.Law;

namespace TakedownCases.Web.Hosting;

/// <summary>Before a page is made: did another process change a rule? Most requests find that somebody looked a moment ago.</summary>
internal sealed class LawLook(CurrentLaw law) : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        await law.LookAsync(context.HttpContext.RequestAborted);
        await next();
    }
}
