using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TakedownCases.Data;
using TakedownCases.Data.Law;
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
        var connectionString = ConnectionString(builder.Configuration, builder.Environment, provider);
        builder.Services.AddTakedownData(provider, connectionString);
        if (provider == DatabaseProvider.Postgres)
        {
            builder.Services.AddDatabaseClock(connectionString);
        }

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
        if (app.Environment.IsDevelopment() || app.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value.MigrateAtStart)
        {
            await scope.ServiceProvider.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        }

        await OpenAsync(scope.ServiceProvider, CancellationToken.None);
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        if (app.Environment.IsProduction() && await DemoMarker.IsSetAsync(db, CancellationToken.None))
        {
            throw new OperatorException("This database holds the invented cases of the demo. Production needs a database of its own: set ConnectionStrings__Takedown.");
        }
    }

    /// <summary>Opens the database of this version, the keys and the clock, for pages and commands alike.</summary>
    public static async Task OpenAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        if (await scope.GetRequiredService<DatabaseMigrator>().HasPendingAsync(cancellationToken))
        {
            throw new OperatorException("The database is not up to date. Run the command 'migrate' first (docs/operations.md).");
        }

        var db = scope.GetRequiredService<TakedownDbContext>();
        await scope.GetRequiredService<InstallationVault>().OpenAsync(db, cancellationToken);
        if (scope.GetService<DatabaseClockKeeper>() is { } keeper)
        {
            await keeper.MeasureAsync(cancellationToken);
        }

        await scope.GetRequiredService<CurrentLaw>().ReloadAsync(cancellationToken);
    }

    /// <summary>Where the installation key is, or would be made outside Production.</summary>
    public static string KeyPath(IConfiguration configuration, IHostEnvironment environment)
    {
        var configured = configuration[$"{InstallationOptions.Section}:{nameof(InstallationOptions.KeyFile)}"];
        return string.IsNullOrWhiteSpace(configured)
            ? Path.Combine(environment.ContentRootPath, DataFolder, "installation.key")
            : configured;
    }

    private static void AddDatabaseClock(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => DatabaseClock.On(connectionString, TimeProvider.System));
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(provider => provider.GetRequiredService<DatabaseClock>()));
        services.AddSingleton<DatabaseClockKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<DatabaseClockKeeper>());
    }

    /// <summary>What is configured, or the file under the content root.</summary>
    public static string ConnectionString(IConfiguration configuration, IHostEnvironment environment, DatabaseProvider provider)
    {
        if (configuration.GetConnectionString("Takedown") is { Length: > 0 } given)
        {
            return given;
        }

        if (provider == DatabaseProvider.Postgres)
        {
            // The settings check names the missing variable; nothing connects before it has run.
            return "Host=unset";
        }

        var folder = Path.Combine(environment.ContentRootPath, DataFolder);
        Directory.CreateDirectory(folder);
        return $"Data Source={Path.Combine(folder, "takedown.db")}";
    }

    private static InstallationVault OpenKey(IServiceProvider services, IHostEnvironment environment)
    {
        var path = KeyPath(services.GetRequiredService<IConfiguration>(), environment);
        var mayMake = !environment.IsProduction();
        return new InstallationVault(mayMake && !File.Exists(path) ? InstallationKeyFile.Create(path) : InstallationKeyFile.Read(path));
    }
}
