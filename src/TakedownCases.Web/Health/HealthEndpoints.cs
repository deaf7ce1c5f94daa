namespace TakedownCases.Web.Health;

/// <summary>Three questions for the operator's monitoring: alive, ready to serve, sweeps on time.</summary>
internal static partial class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").AllowAnonymous().DisableRateLimiting();
        health.MapGet("/live", () => Results.Text("live\n"));
        health.MapGet("/ready", (HttpContext context, IEnumerable<ReadinessCheck> checks, ILogger<ReadinessCheck> logger)
            => AnswerAsync(context, "ready", [.. checks.Select(c => (c.Name, c.IsReadyAsync))], logger));
        health.MapGet("/jobs", (HttpContext context, IEnumerable<JobsCheck> checks, ILogger<JobsCheck> logger)
            => AnswerAsync(context, "on time", [.. checks.Select(c => (c.Name, c.IsOnTimeAsync))], logger));
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context,
        string good,
        (string Name, Func<IServiceProvider, CancellationToken, Task<bool>> HoldsAsync)[] checks,
        ILogger logger)
    {
        var failing = new List<string>();
        foreach (var (name, holdsAsync) in checks)
        {
            if (!await HoldsAsync(context, name, holdsAsync, logger))
            {
                failing.Add(name);
            }
        }

        return failing.Count == 0
            ? Results.Text(good + "\n")
            : Results.Text($"failing: {string.Join(", ", failing)}\n", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<bool> HoldsAsync(
        HttpContext context, string name, Func<IServiceProvider, CancellationToken, Task<bool>> holdsAsync, ILogger logger)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            return await holdsAsync(context.RequestServices, patience.Token).WaitAsync(Patience, context.RequestAborted);
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            // A check that throws is a check that fails; the answer names it and nothing more.
            Log.Threw(logger, name, exception.GetType().Name);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1030, LogLevel.Warning, "The health check {Check} threw {Reason}")]
        public static partial void Threw(ILogger logger, string check, string reason);
    }
}
