using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace TakedownCases.Testing;

/// <summary>
/// The whole app, as it ships, on a database of its own, a clock the test moves and files in a scratch folder. Tests speak
/// to it through HTTP: in memory with <see cref="NewSession"/>, or, started for browsers, at <see cref="Address"/>.
/// </summary>
public sealed class TestApp : WebApplicationFactory<Program>
{
    private readonly LogCapture _logs = new();
    private readonly TestAppOptions _options;
    private readonly string _folder = Scratch.NewFolder("app");
    private readonly bool _ownsDatabase;

    private TestApp(TestDatabase database, bool ownsDatabase, TestAppOptions options)
    {
        Database = database;
        _ownsDatabase = ownsDatabase;
        _options = options;
        ClientOptions.BaseAddress = new Uri("https://localhost");
        ClientOptions.AllowAutoRedirect = false;
        ClientOptions.HandleCookies = false;
    }

    public TestDatabase Database { get; }

    public ManualTimeProvider Clock => _options.Clock;

    /// <summary>Where the Files transport writes what would be mailed.</summary>
    public string MailFolder => Path.Combine(_folder, "mail");

    public string KeyFile => Path.Combine(_folder, "installation.key");

    public IReadOnlyList<LogLine> Logs => _logs.Lines;

    /// <summary>Set only when started with <see cref="StartForBrowsersAsync"/>.</summary>
    public Uri? Address { get; private set; }

    /// <summary>Starts the app in memory on a fresh database.</summary>
    public static async Task<TestApp> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite, TestAppOptions? options = null)
    {
        var app = new TestApp(await TestDatabase.CreateAsync(kind), ownsDatabase: true, options ?? new TestAppOptions());
        app.StartServer();
        return app;
    }

    /// <summary>Starts the app in memory on a database that outlives it; a second app on the same one is a second machine.</summary>
    public static TestApp StartOn(TestDatabase database, TestAppOptions? options = null)
    {
        var app = new TestApp(database, ownsDatabase: false, options ?? new TestAppOptions());
        app.StartServer();
        return app;
    }

    /// <summary>
    /// Starts the app on a loopback port, over TLS so that cookies named __Host- work. Unless told otherwise its clock
    /// starts at the machine's time, because the browser dates cookies by that.
    /// </summary>
    public static async Task<TestApp> StartForBrowsersAsync(
        DatabaseKind kind = DatabaseKind.Sqlite, TestAppOptions? options = null)
    {
        options ??= new TestAppOptions { Clock = new ManualTimeProvider(TimeProvider.System.GetUtcNow()) };
        var app = new TestApp(await TestDatabase.CreateAsync(kind), ownsDatabase: true, options);
        app.UseKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback, 0, listen => listen.UseHttps(LoopbackCertificate.Instance)));
        app.StartServer();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        app.Address = new UriBuilder(addresses!.Addresses.First()) { Host = "localhost" }.Uri;
        return app;
    }

    /// <summary>A visitor of their own: cookies are kept, redirects are followed by the test or by <c>FollowAsync</c>.</summary>
    public WebSession NewSession()
    {
        var cookies = new CookieJar(Clock);
        return new WebSession(CreateDefaultClient(new Uri("https://localhost"), cookies), cookies);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_options.Environment);

        // Browsers ask for compressed files, which before publishing lie in obj: without this they get empty answers.
        builder.UseStaticWebAssets();
        foreach (var (name, value) in Settings())
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging
            .ClearProviders()
            .AddProvider(_logs)
            .AddFilter<LogCapture>(category: null, LogLevel.Debug));
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Clock);
            _options.Services(services);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_ownsDatabase)
        {
            await Database.DisposeAsync();
        }
    }

    private Dictionary<string, string> Settings()
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Database:Provider"] = Database.Provider,
            ["ConnectionStrings:Takedown"] = Database.AppConnectionString,
            ["Installation:KeyFile"] = KeyFile,
            ["Mail:Transport"] = "Files",
            ["Mail:Directory"] = MailFolder,
            ["Demo"] = "false",
            ["RateLimits:SignInsPerTenMinutes"] = "1000",
        };
        foreach (var (name, value) in _options.Settings)
        {
            settings[name] = value;
        }

        return settings;
    }
}
