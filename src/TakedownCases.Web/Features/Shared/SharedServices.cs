namespace TakedownCases.Web.Features.Shared;

/// <summary>What the layouts need.</summary>
internal static class SharedServices
{
    public static IServiceCollection AddShared(this IServiceCollection services) => services
        .AddHttpContextAccessor().AddPolicies().AddScoped<StaffSession>().AddScoped<StaffBanners>();
}
