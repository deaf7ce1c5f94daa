using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using TakedownCases.Data;
using TakedownCases.Data.Identity;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Features.Accounts;

/// <summary>Who staff are and how they sign in.</summary>
public static class AccountsServices
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<StaffUser>(options => options.User.RequireUniqueEmail = true)
            .AddEntityFrameworkStores<TakedownDbContext>()
            .AddSignInManager();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = Passwords.HashIterations);
        services.AddStaffCookies();
        services.AddSingleton<SignInBackoff>();
        services.AddScoped<PasswordProof>().AddScoped<StaffDoor>();
        services.AddScoped<CheckPassword>().AddScoped<CheckCode>().AddScoped<LeaveStaff>().AddScoped<ChooseLanguage>();
        services.AddScoped<Enrolment>().AddScoped<NewPassword>().AddScoped<Profile>().AddScoped<ChooseTelling>().AddScoped<CreateAdmin>();
        services.AddPasskeys();
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<StaffPageFilter>());
        return services;
    }

    private static void AddPasskeys(this IServiceCollection services)
    {
        services.AddSettings<PasskeyOptions, PasskeyOptionsCheck>(PasskeyOptions.Section);
        services.AddSingleton<PasskeyRules>();
        services.AddSingleton<IConfigureOptions<IdentityPasskeyOptions>>(provider => provider.GetRequiredService<PasskeyRules>());
        services.AddScoped<PasskeySignIn>().AddScoped<PasskeyMaking>();
    }

    private static void AddStaffCookies(this IServiceCollection services)
    {
        services.AddScoped<StaffCookieEvents>();
        services.AddAuthentication(StaffScheme.Name)
            .AddCookie(StaffScheme.Name, options =>
            {
                StaffScheme.Harden(options, StaffScheme.Cookie, StaffScheme.Idle);
                options.SlidingExpiration = true;
                options.EventsType = typeof(StaffCookieEvents);
            })
            .AddCookie(StaffScheme.HalfWay, options => StaffScheme.Harden(options, StaffScheme.HalfWayCookie, StaffScheme.HalfWayLifetime))
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, options
                => StaffScheme.Harden(options, StaffScheme.ChallengeCookie, StaffScheme.HalfWayLifetime));
    }
}
