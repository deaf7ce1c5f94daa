using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace TakedownCases.Web.Hosting;

/// <summary>Binds and checks settings at start, with messages that name the environment variable and say what to do.</summary>
internal static partial class Settings
{
    public static void AddSettings<TOptions, TCheck>(this IServiceCollection services, string section)
        where TOptions : class
        where TCheck : class, IValidateOptions<TOptions>
    {
        services.AddSingleton<IValidateOptions<TOptions>, TCheck>();
        services.AddSettings<TOptions>(section);
    }

    /// <summary>Settings of which every value that can be read is right.</summary>
    public static void AddSettings<TOptions>(this IServiceCollection services, string section)
        where TOptions : class
        => services.AddOptions<TOptions>()
            .Configure<IConfiguration>((options, configuration) => Bind(options, configuration.GetSection(section)))
            .ValidateOnStart();

    /// <summary>How an operator writes a setting: <c>Mail:Smtp:Port</c> is <c>Mail__Smtp__Port</c>.</summary>
    public static string Variable(string path) => path.Replace(":", "__", StringComparison.Ordinal);

    public static ValidateOptionsResult Result(IReadOnlyCollection<string> problems)
        => problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);

    private static void Bind<TOptions>(TOptions options, IConfigurationSection section)
        where TOptions : class
    {
        try
        {
            section.Bind(options);
        }
        catch (InvalidOperationException exception)
        {
            // The binder's own sentence repeats the value, which may be a password set in the wrong place.
            var path = BoundPath().Match(exception.Message) is { Success: true } match ? match.Groups["path"].Value : section.Path;
            throw new OptionsValidationException(
                Options.DefaultName,
                typeof(TOptions),
                [$"{Variable(path)} has a value that cannot be read. docs/operations.md lists what it may be."]);
        }
    }

    [GeneratedRegex(" at '(?<path>[A-Za-z0-9:]+)'", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BoundPath();
}
