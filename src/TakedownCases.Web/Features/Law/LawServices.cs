namespace TakedownCases.Web.Features.Law;

/// <summary>The pages on which rules are read and changed.</summary>
internal static class LawServices
{
    public static IServiceCollection AddLaw(this IServiceCollection services) => services
        .AddScoped<LawWords>().AddScoped<ShowLaws>().AddScoped<ShowRules>().AddScoped<ShowRule>().AddScoped<ShowChanges>()
        .AddScoped<ProposeChange>().AddScoped<DecideChange>();
}
