namespace TakedownCases.Web.Localization;

internal static class LocalizationServices
{
    public static IServiceCollection AddTexts(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var withPseudo = !environment.IsProduction() && configuration.GetValue("Localization:TestLanguages", false);
        var languages = new Languages(withPseudo);
        services.AddHttpContextAccessor();
        services.AddSingleton(languages);
        services.AddSingleton(TextCatalogue.Load(languages));
        services.AddScoped(provider => new T(
            provider.GetRequiredService<TextCatalogue>(),
            () => LanguageOf(provider),
            strict: !environment.IsProduction(),
            provider.GetRequiredService<ILogger<T>>()));
        services.Configure<RouteOptions>(o => o.SetParameterPolicy<LanguageConstraint>("lang"));
        return services;
    }

    private static Language LanguageOf(IServiceProvider provider)
        => provider.GetRequiredService<IHttpContextAccessor>().HttpContext is { } context
            ? PageLanguage.Of(context)
            : Languages.English;
}
