using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Vault;

namespace TakedownCases.Testing;

/// <summary>The data layer without the web, for tests that look below the pages.</summary>
public static class TestData
{
    /// <summary>Services on a database, under a key made for the test; the vault is not opened yet.</summary>
    public static ServiceProvider Services(TestDatabase database, string connectionString, TimeProvider clock, string? key = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddSingleton(new InstallationVault(InstallationKey.FromSecret(key ?? NewKey())));
        services.AddTakedownData(Enum.Parse<DatabaseProvider>(database.Provider), connectionString);
        return services.BuildServiceProvider(validateScopes: true);
    }

    /// <summary>Services as the app's role, with the vault open.</summary>
    public static async Task<ServiceProvider> OpenAsync(TestDatabase database, TimeProvider clock, string? key = null)
    {
        var services = Services(database, database.AppConnectionString, clock, key);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        await services.GetRequiredService<InstallationVault>().OpenAsync(db, CancellationToken.None);
        return services;
    }

    public static string NewKey() => $"v1:{Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32))}";
}
