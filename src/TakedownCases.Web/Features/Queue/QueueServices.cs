using TakedownCases.Data.Queue;

namespace TakedownCases.Web.Features.Queue;

/// <summary>What the queue needs.</summary>
internal static class QueueServices
{
    public static IServiceCollection AddQueue(this IServiceCollection services) => services
        .AddScoped<CaseQueue>()
        .AddScoped<QueueChange>()
        .AddScoped<ShowQueue>()
        .AddScoped<ShowSorting>()
        .AddScoped<FindCase>()
        .AddScoped<TakeNext>()
        .AddScoped<ClaimCase>()
        .AddScoped<ReleaseCase>()
        .AddScoped<ChangeSeverity>()
        .AddScoped<MoveToMinor>()
        .AddScoped<AcceptFiling>();
}
