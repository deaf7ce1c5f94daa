using Microsoft.Extensions.Logging.Console;

namespace TakedownCases.Web.Hosting;

/// <summary>
/// Keeps paths, queries, bodies and addresses of people out of the logs whatever level an operator sets: the
/// framework's categories that write them never go below Warning, and scopes (they carry the path) are not written.
/// </summary>
internal static class Logs
{
    private static readonly string[] Quiet = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "System.Net.Http", "Npgsql"];

    /// <summary>It warns that keys are stored in the clear, because it does not know that the store seals them (CookieRing).</summary>
    private const string KeyManager = "Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager";

    public static void AddQuietLogs(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        _ = builder.Environment.IsDevelopment()
            ? builder.Logging.AddSimpleConsole(o => o.SingleLine = true)
            : builder.Logging.AddJsonConsole(o => o.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.ffffffZ");
        builder.Services.PostConfigureAll<SimpleConsoleFormatterOptions>(o => o.IncludeScopes = false);
        builder.Services.PostConfigureAll<JsonConsoleFormatterOptions>(o => (o.IncludeScopes, o.UseUtcTimestamp) = (false, true));
        builder.Logging.AddFilter(KeyManager, LogLevel.Error);
        builder.Services.PostConfigure<LoggerFilterOptions>(Silence);
    }

    private static void Silence(LoggerFilterOptions options)
    {
        options.CaptureScopes = false;
        var providers = options.Rules.Select(r => r.ProviderName).Append(null).Distinct(StringComparer.Ordinal).ToArray();
        var loud = options.Rules.Where(IsLoud).ToArray();
        foreach (var rule in loud)
        {
            options.Rules.Remove(rule);
        }

        foreach (var category in Quiet)
        {
            foreach (var provider in providers)
            {
                if (!options.Rules.Any(r => r.ProviderName == provider && r.CategoryName == category))
                {
                    options.Rules.Add(new LoggerFilterRule(provider, category, LogLevel.Warning, null));
                }
            }
        }
    }

    private static bool IsLoud(LoggerFilterRule rule)
        => rule.LogLevel is null or < LogLevel.Warning
            && Quiet.Any(q => rule.CategoryName?.StartsWith(q, StringComparison.OrdinalIgnoreCase) == true);
}
