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
            => AnswerAsync(context, "ready", [.. checks.Select(Question.Of)], logger));
        health.MapGet("/jobs", (HttpContext context, IEnumerable<JobsCheck> checks, ILogger<JobsCheck> logger)
            => AnswerAsync(context, "on time", [.. checks.Select(Question.Of)], logger));
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, string good, Question[] questions, ILogger logger)
    {
        var (failing, lines) = (new List<string>(), new List<string>());
        foreach (var question in questions)
        {
            var answer = await AskAsync(context, question, logger);
            if (!answer.IsOnTime)
            {
                failing.Add(question.Name);
            }

            if (answer.Line.Length > 0)
            {
                lines.Add($"{question.Name}: {answer.Line}\n");
            }
        }

        var first = failing.Count == 0 ? good : "failing: " + string.Join(", ", failing);
        return Results.Text(
            first + "\n" + string.Concat(lines),
            statusCode: failing.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<JobsAnswer> AskAsync(HttpContext context, Question question, ILogger logger)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            return await question.AskAsync(context.RequestServices, patience.Token).WaitAsync(Patience, context.RequestAborted);
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            // A check that throws is a check that fails; the answer names it and nothing more.
            Log.Threw(logger, question.Name, exception.GetType().Name);
            return new JobsAnswer(IsOnTime: false, "");
        }
    }

    private sealed record Question(string Name, Func<IServiceProvider, CancellationToken, Task<JobsAnswer>> AskAsync)
    {
        public static Question Of(JobsCheck check) => new(check.Name, check.AskAsync);

        public static Question Of(ReadinessCheck check)
            => new(check.Name, async (scope, cancellationToken) => new JobsAnswer(await check.IsReadyAsync(scope, cancellationToken), ""));
    }

    private static partial class Log
    {
        [LoggerMessage(1030, LogLevel.Warning, "The health check {Check} threw {Reason}")]
        public static partial void Threw(ILogger logger, string check, string reason);
    }
}
