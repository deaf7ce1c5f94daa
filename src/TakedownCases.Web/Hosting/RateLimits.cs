using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace TakedownCases.Web.Hosting;

/// <summary>The limits on how often and how much at once, and the names under which slices ask for stricter ones.</summary>
public static class RateLimits
{
    /// <summary>For <c>[EnableRateLimiting]</c> on the POST that opens a case with its key.</summary>
    public const string Key = "key";

    /// <summary>For <c>[EnableRateLimiting]</c> on the POSTs of signing in.</summary>
    public const string SignIn = "sign-in";

    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    internal static void AddRateLimits(this IServiceCollection services)
    {
        services.AddSettings<RateLimitOptions, RateLimitOptionsCheck>(RateLimitOptions.Section);
        services.AddSingleton<NetworkBuckets>();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>()
            .Configure<IOptions<RateLimitOptions>, NetworkBuckets>((limiter, options, buckets) =>
            {
                var limits = options.Value;
                limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(AtOnce(limits.AtOnce), PerMinute(limits, buckets));
                limiter.AddPolicy(Key, context => Window(context, buckets, limits.KeysPerTenMinutes, TenMinutes));
                limiter.AddPolicy(SignIn, context => Window(context, buckets, limits.SignInsPerTenMinutes, TenMinutes));
                limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
                limiter.OnRejected = RefuseAsync;
            });
    }

    private static PartitionedRateLimiter<HttpContext> AtOnce(int permits)
        => PartitionedRateLimiter.Create<HttpContext, int>(context => RateLimitPartition.GetConcurrencyLimiter(
            0,
            _ => new ConcurrencyLimiterOptions
            {
                PermitLimit = permits,
                QueueLimit = permits,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            }));

    private static PartitionedRateLimiter<HttpContext> PerMinute(RateLimitOptions limits, NetworkBuckets buckets)
        => PartitionedRateLimiter.Create<HttpContext, int>(context
            => Window(context, buckets, limits.PerMinute, TimeSpan.FromMinutes(1)));

    private static RateLimitPartition<int> Window(HttpContext context, NetworkBuckets buckets, int permits, TimeSpan window)
        => RateLimitPartition.GetSlidingWindowLimiter(
            buckets.Of(context.Connection.RemoteIpAddress),
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = window, SegmentsPerWindow = 6, QueueLimit = 0 });

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var pages = rejected.HttpContext.RequestServices.GetRequiredService<ErrorPages>();
        await pages.WriteAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests);
    }
}
