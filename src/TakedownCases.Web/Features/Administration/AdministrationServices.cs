using Microsoft.AspNetCore.Mvc;

namespace TakedownCases.Web.Features.Administration;

/// <summary>People and settings. Nothing here touches a case.</summary>
public static class AdministrationServices
{
    public static IServiceCollection AddAdministration(this IServiceCollection services)
    {
        services.AddScoped<AdminActs>().AddScoped<InvitePerson>().AddScoped<ChangePerson>().AddScoped<DecideRequest>().AddScoped<SetCapacity>();
        services.AddScoped<PeopleList>().AddScoped<AdminLog>().AddScoped<SettingsOverview>();
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<AdminBanners>());
        return services;
    }
}
