namespace TakedownCases.Web.Features.Background;

/// <summary>The page about the sweeps.</summary>
internal static class BackgroundServices
{
    public static IServiceCollection AddBackground(this IServiceCollection services) => services.AddScoped<ShowBackground>();
}
