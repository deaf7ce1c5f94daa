using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>Coming back with the key.</summary>
internal static class TrackingServices
{
    public static IServiceCollection AddTracking(this IServiceCollection services) => services
        .AddSingleton<KeyCookie>()
        .AddSingleton<KeptWords>()
        .AddScoped<KeyDoor>()
        .AddScoped<OpenCase>()
        .AddScoped<OpenPlaces>()
        .AddScoped<SentNotices>()
        .AddScoped<ToldOthers>()
        .AddScoped<RecentOpenings>()
        .AddScoped<OnceOnly>()
        .AddScoped<WriteMessage>()
        .AddScoped<AddPlaces>()
        .AddScoped<AddWords>()
        .AddScoped<ChangeContact>()
        .AddScoped<ChangeConsents>()
        .AddScoped<StopPlaces>()
        .AddScoped<EraseCase>()
        .AddScoped<ReplaceKey>()
        .AddSingleton<OnExit>((context, _) =>
        {
            KeyCookie.Drop(context);
            return ValueTask.CompletedTask;
        });
}
