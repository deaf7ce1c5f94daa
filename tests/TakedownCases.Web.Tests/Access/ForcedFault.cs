using Microsoft.AspNetCore.Mvc.Filters;

namespace TakedownCases.Web.Tests.Access;

/// <summary>Breaks a request after the case was opened, with the words of a case in the exception: what a bug would do.</summary>
internal sealed class ForcedFault : IAlwaysRunResultFilter
{
    public const string Header = "X-Test-Fault";

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.HttpContext.Request.Headers[Header].ToString() is { Length: > 0 } words)
        {
            throw new InvalidOperationException($"cannot show {words}", new FormatException($"'{words}' is not a number"));
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
