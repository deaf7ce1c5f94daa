namespace TakedownCases.Web.Features.Filing;

/// <summary>What the form needs.</summary>
internal static class FilingServices
{
    public static IServiceCollection AddFiling(this IServiceCollection services)
        => services
            .AddSingleton(FilingExit.Hook)
            .AddScoped<DraftStore>()
            .AddScoped<FilingPage>()
            .AddScoped<ShowStep>()
            .AddScoped<SaveStep>()
            .AddScoped<SendFiling>()
            .AddScoped<ShowKey>()
            .AddScoped<ConfirmKey>();
}
