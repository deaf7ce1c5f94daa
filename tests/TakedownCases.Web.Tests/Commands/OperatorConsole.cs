using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using TakedownCases.Testing;
using TakedownCases.Web.Commands;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Jobs;

namespace TakedownCases.Web.Tests.Commands;

/// <summary>Commands as an operator gives them: inside a running app, beside a stopped one, or as a process.</summary>
internal static class OperatorConsole
{
    public static async Task<(int Code, string Said)> RunAsync(this TestApp app, params string[] args)
    {
        await using var output = new StringWriter();
        var code = await CommandLine.RunAsync(app.Services, args, output, CancellationToken.None);
        return (code, output.ToString());
    }

    /// <summary>The program's own services with no server in them, a day after the tests' usual time.</summary>
    public static async Task<(int Code, string Said)> RunAsync(
        TestDatabase database, IReadOnlyDictionary<string, string> settings, params string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = "Testing",
            ContentRootPath = Scratch.NewFolder("console"),
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Database:Provider"] = database.Provider,
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
        builder.AddTakedownWeb();
        builder.AddTakedownStorage();
        builder.Services.AddShared();
        builder.Services.AddJobs(builder.Configuration);
        builder.Services.AddCommands();
        builder.Services.RemoveAll<TimeProvider>();
        builder.Services.AddSingleton<TimeProvider>(new ManualTimeProvider(ManualTimeProvider.DefaultStart + TimeSpan.FromDays(1)));
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        await using var output = new StringWriter();
        var code = await CommandLine.RunAsync(app.Services, args, output, CancellationToken.None);
        return (code, output.ToString());
    }

    public static async Task<(int Code, string Said)> RunProgramAsync(Dictionary<string, string> settings, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Scratch.NewFolder("program"),
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
