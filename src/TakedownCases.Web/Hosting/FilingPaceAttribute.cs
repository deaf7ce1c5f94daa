using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace TakedownCases.Web.Hosting;

/// <summary>
/// On the actions of filing: a network that files very much is marked <see cref="Unchecked"/> and slowed, and never
/// refused (reference/experience.md section 4).
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class FilingPaceAttribute : Attribute, IFilterFactory
{
    /// <summary>The key in <see cref="HttpContext.Items"/> that is true when the filing goes to the unchecked queue.</summary>
    public const string Unchecked = "unchecked";

    public bool IsReusable => true;

    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider)
        => serviceProvider.GetRequiredService<FilingPace>();
}

internal sealed class FilingPace : IAsyncResourceFilter, IAsyncDisposable
{
    private const int Waiting = 8;
    private readonly NetworkBuckets _buckets;
    private readonly TimeProvider _time;
    private readonly TimeSpan _delay;
    private readonly PartitionedRateLimiter<int> _steps;
    private readonly PartitionedRateLimiter<int> _turns;

    public FilingPace(IOptions<RateLimitOptions> options, NetworkBuckets buckets, TimeProvider time)
    {
        (_buckets, _time, _delay) = (buckets, time, options.Value.FilingDelay);
        var permits = options.Value.FilingStepsPerTenMinutes;
        _steps = PartitionedRateLimiter.Create<int, int>(bucket => RateLimitPartition.GetSlidingWindowLimiter(
            bucket,
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(10), SegmentsPerWindow = 10 }));
        _turns = PartitionedRateLimiter.Create<int, int>(bucket => RateLimitPartition.GetConcurrencyLimiter(
            bucket,
            _ => new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = Waiting }));
    }

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsPost(http.Request.Method))
        {
            await PaceAsync(http);
        }

        await next();
    }

    public async ValueTask DisposeAsync()
    {
        await _steps.DisposeAsync();
        await _turns.DisposeAsync();
    }

    private async Task PaceAsync(HttpContext context)
    {
        var bucket = _buckets.Of(context.Connection.RemoteIpAddress);
        using var step = _steps.AttemptAcquire(bucket);
        if (step.IsAcquired)
        {
            return;
        }

        context.Items[FilingPaceAttribute.Unchecked] = true;

        // A full queue lets the request pass at once, marked: slow, never closed.
        using var turn = await _turns.AcquireAsync(bucket, 1, context.RequestAborted);
        if (turn.IsAcquired)
        {
            await Task.Delay(_delay, _time, context.RequestAborted);
        }
    }
}
