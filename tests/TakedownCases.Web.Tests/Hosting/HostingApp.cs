using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace TakedownCases.Web.Tests.Hosting;

/// <summary>The web surface with a page or two of its own, and settings by name.</summary>
internal sealed class HostingApp(params (string Name, string Value)[] settings) : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tdc-hosting-").FullName;

    public string Environment { get; init; } = "Development";

    public Action<IServiceCollection> Registered { get; init; } = _ => { };

    public ConcurrentQueue<string> Logged { get; } = new();

    /// <summary>A browser that follows nothing and keeps its cookies.</summary>
    public HttpClient Browser()
        => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("ConnectionStrings:Takedown", $"Data Source={Path.Combine(_folder, "hosting.db")};Pooling=False");
        builder.UseSetting("Demo", "false");
        builder.UseSetting("Database:MigrateAtStart", "true");
        if (Environment != "Production")
        {
            builder.UseSetting("Installation:KeyFile", Path.Combine(_folder, "hosting.key"));
        }

        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddControllersWithViews().AddApplicationPart(typeof(HostingApp).Assembly);
            services.RemoveAll<ILoggerProvider>();
            services.AddSingleton<ILoggerProvider>(new Recorder(Logged));
            Registered(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private sealed class Recorder(ConcurrentQueue<string> logged) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => logged.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
