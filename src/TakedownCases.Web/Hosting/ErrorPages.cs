using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Hosting;

/// <summary>What an error page shows. It never says what was asked for, nor why it failed inside.</summary>
public sealed record ErrorPage(string Key, KeptForm? Kept, IReadOnlyList<LanguageLink> Languages, string HelpPath, string StartPath);

/// <summary>Makes the error pages, in the page's language, for whatever went wrong and wherever.</summary>
internal sealed partial class ErrorPages(
    IActionResultExecutor<ViewResult> views, IModelMetadataProvider metadata, ITempDataDictionaryFactory tempData, ILogger<ErrorPages> logger)
{
    private const string View = "/Features/Shared/Error.cshtml";

    public Task WriteAsync(HttpContext context, int status) => WriteAsync(context, status, KeyFor(status));

    // @keys errors.*
    public async Task WriteAsync(HttpContext context, int status, string key)
    {
        context.Response.StatusCode = status;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        var page = await PageAsync(context, key);

        // Links in the layout are made from an endpoint; the one that failed may not exist or not be for this reader.
        context.SetEndpoint(new Endpoint(null, EndpointMetadataCollection.Empty, "error page"));
        try
        {
            await views.ExecuteAsync(ActionContextOf(context), new ViewResult
            {
                ViewName = View,
                StatusCode = status,
                ViewData = new ViewDataDictionary<ErrorPage>(metadata, new ModelStateDictionary()) { Model = page },
                TempData = tempData.GetTempData(context),
            });
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            Log.Bare(logger, status, exception.GetType().Name, exception.StackTrace);
            await WriteBareAsync(context, status, page);
        }
    }

    public static string KeyFor(int status) => status switch
    {
        400 or 404 or 413 or 415 or 429 or 500 or 503 => status.ToString(CultureInfo.InvariantCulture),
        401 or 403 or 405 or 410 => "404",
        414 or 431 => "413",
        >= 500 => "500",
        _ => "400",
    };

    private static async Task<ErrorPage> PageAsync(HttpContext context, string key)
    {
        var language = PageLanguage.Of(context);
        return new ErrorPage(
            key,
            await KeptForm.FromAsync(context),
            PageLanguage.Links(context),
            $"/{language.Code}/help",
            $"/{language.Code}");
    }

    private static ActionContext ActionContextOf(HttpContext context)
    {
        var route = new RouteData();
        route.Values["controller"] = "Shared";
        route.Values["lang"] = PageLanguage.Of(context).Code;
        return new ActionContext(context, route, new ActionDescriptor());
    }

    // The last resort, when even the page's frame cannot be made: words, without any of the views.
    private static async Task WriteBareAsync(HttpContext context, int status, ErrorPage page)
    {
        var t = context.RequestServices.GetRequiredService<T>();
        context.Response.Clear();
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync($"{t[$"errors.{page.Key}.title"]}\n\n{t[$"errors.{page.Key}.text"]}\n\n{t["errors.danger"]}\n");
    }

    private static partial class Log
    {
        [LoggerMessage(1020, LogLevel.Error, "The error page {Status} could not be made: {Reason}\n{Stack}")]
        public static partial void Bare(ILogger logger, int status, string reason, string? stack);
    }
}
