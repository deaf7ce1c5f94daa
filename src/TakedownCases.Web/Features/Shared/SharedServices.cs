using Microsoft.AspNetCore.Mvc;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.Shared;

/// <summary>What the layouts and several slices need.</summary>
internal static class SharedServices
{
    public static IServiceCollection AddShared(this IServiceCollection services) => services
        .AddHttpContextAccessor().AddPolicies().AddScoped<StaffSession>().AddScoped<StaffBanners>().AddSingleton<DemoSignIns>()
        .AddSingleton<Helplines>().AddSingleton<ReportingDuties>().AddScoped<AuthorityNames>().AddSingleton<OfficeHours>()
        .AddScoped<OpenCase>().AddScoped<Purposes>().AddScoped<CaseChange>().AddScoped<LawNames>()
        .Configure<MvcOptions>(mvc => mvc.Filters.Add<StatedWhy>());
}
