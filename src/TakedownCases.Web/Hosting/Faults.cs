namespace TakedownCases.Web.Hosting;

/// <summary>
/// Turns exceptions and empty error responses into pages. Logs the kind of exception and where it happened, never its
/// message: messages repeat what people typed.
/// </summary>
internal sealed partial class Faults(RequestDelegate next, ErrorPages pages, TakedownMetrics metrics, ILogger<Faults> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            var status = StatusOf(exception);
            Log.Failed(logger, status, string.Join(" < ", Chain(exception).Select(e => e.GetType().Name)), Stack(exception));
            metrics.Failed(status);
            context.Response.Clear();
            await pages.WriteAsync(context, status);
            return;
        }

        if (IsEmptyError(context))
        {
            await pages.WriteAsync(context, context.Response.StatusCode);
        }
    }

    private static int StatusOf(Exception exception)
        => exception is BadHttpRequestException bad ? bad.StatusCode
            : DatabaseTrouble.Is(exception) ? StatusCodes.Status503ServiceUnavailable
            : StatusCodes.Status500InternalServerError;

    private static bool IsEmptyError(HttpContext context)
        => context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null };

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (Exception? at = exception; at is not null; at = at.InnerException)
        {
            yield return at;
        }
    }

    private static string Stack(Exception exception)
        => string.Join("\n---\n", Chain(exception).Select(e => e.StackTrace));

    private static partial class Log
    {
        [LoggerMessage(1021, LogLevel.Error, "A request ended with {Status}: {Reason}\n{Stack}")]
        public static partial void Failed(ILogger logger, int status, string reason, string stack);
    }
}
