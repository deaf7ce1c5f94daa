using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using TakedownCases.Data;
using TakedownCases.Data.Sql;
using TakedownCases.Data.Vault;
using TakedownCases.Web.Health;

namespace TakedownCases.Web.Hosting;

/// <summary>Database, keys and cookie ring: what must stand before the first page is served.</summary>
public static class Storage
{
    private const string DataFolder = "data";

    public static WebApplicationBuilder AddTakedownStorage(this WebApplicationBuilder builder)
    {
        // A word that is no provider is named by the settings check before anything connects.
        _ = Enum.TryParse<DatabaseProvider>(builder.Configuration[$"{DatabaseOptions.Section}:Provider"], ignoreCase: true, out var provider);
        builder.Services.AddTakedownData(provider, ConnectionString(builder, provider));
        builder.Services.AddSingleton(services => OpenKey(services, builder.Environment));
        builder.Services.AddDataProtection().SetApplicationName("TakedownCases");
        builder.Services.AddSingleton<CookieRing>();
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(services
            => new ConfigureOptions<KeyManagementOptions>(ring => ring.XmlRepository = services.GetRequiredService<CookieRing>()));
        builder.Services.AddSingleton(new ReadinessCheck("database", (services, cancellationToken)
            => services.GetRequiredService<DatabaseMigrator>().CanConnectAsync(cancellationToken)));
        builder.Services.AddSingleton(new ReadinessCheck("keys", (services, _)
            => Task.FromResult(services.GetRequiredService<InstallationVault>().IsOpen)));
        return builder;
    }

    /// <summary>
    /// Before serving: in Development, or where the operator set it so, the database is brought up to date; elsewhere
    /// pending migrations stop the start, because an operator decides when a database changes.
    /// </summary>
    public static async Task PrepareStorageAsync(this WebApplication app)
    {
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        await using var scope = app.Services.CreateAsyncScope();
        var migrator = scope.ServiceProvider.GetRequiredService<DatabaseMigrator>();
        if (app.Environment.IsDevelopment() || app.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value.MigrateAtStart)
        {
            await migrator.MigrateAsync(CancellationToken.None);
            return;
        }

        if (await migrator.HasPendingAsync(CancellationToken.None))
        {
            throw new InvalidOperationException("The database is not up to date. Run the command 'migrate' first (docs/operations.md).");
        }

        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        await scope.ServiceProvider.GetRequiredService<InstallationVault>().OpenAsync(db, CancellationToken.None);
    }

    private static string ConnectionString(WebApplicationBuilder builder, DatabaseProvider provider)
    {
        if (builder.Configuration.GetConnectionString("Takedown") is { Length: > 0 } given)
        {
            return given;
        }

        if (provider == DatabaseProvider.Postgres)
        {
            // The settings check names the missing variable; nothing connects before it has run.
            return "Host=unset";
        }

        var folder = Path.Combine(builder.Environment.ContentRootPath, DataFolder);
        Directory.CreateDirectory(folder);
        return $"Data Source={Path.Combine(folder, "takedown.db")}";
    }

    private static InstallationVault OpenKey(IServiceProvider services, IHostEnvironment environment)
    {
        var configured = services.GetRequiredService<IOptions<InstallationOptions>>().Value.KeyFile;
        var path = string.IsNullOrWhiteSpace(configured)
            ? Path.Combine(environment.ContentRootPath, DataFolder, "installation.key")
            : configured;
        var mayMake = !environment.IsProduction();
        return new InstallationVault(mayMake && !File.Exists(path) ? InstallationKeyFile.Create(path) : InstallationKeyFile.Read(path));
    }
}
