using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace TakedownCases.Web.Hosting;

/// <summary>A form whose token no longer fits is shown again with what was typed and a fresh token.</summary>
internal sealed class ExpiredForm(ErrorPages pages) : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.Result = new Page(pages);
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }

    private sealed class Page(ErrorPages pages) : ActionResult
    {
        public override Task ExecuteResultAsync(ActionContext context)
            => pages.WriteAsync(context.HttpContext, StatusCodes.Status400BadRequest, "expired");
    }
}
