namespace TakedownCases.Web.Features.Calls;

/// <summary>What filing for a caller needs.</summary>
internal static class CallsServices
{
    public static IServiceCollection AddCalls(this IServiceCollection services) => services
        .AddScoped<CallDrafts>()
        .AddScoped<FileForCaller>();
}
