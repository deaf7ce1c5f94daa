namespace TakedownCases.Web.Features.Welcome;

/// <summary>The pages before anything is asked: landing, help, about, privacy, and what search engines read.</summary>
internal static class WelcomeServices
{
    public static IServiceCollection AddWelcome(this IServiceCollection services) => services
        .AddScoped<ShowHelp>().AddScoped<ListLandingPages>();
}
