using Microsoft.Extensions.Options;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Hosting;

/// <summary>Who runs this installation and what its pages are called.</summary>
public sealed class InstallationOptions
{
    public const string Section = "Installation";

    /// <summary>The organisation, on the landing page and in notices.</summary>
    public string Name { get; set; } = "TakedownCases";

    /// <summary>What titles and mails of survivors say, so that a glance at a tab tells nothing.</summary>
    public string NeutralName { get; set; } = "Online forms";

    public string? KeyFile { get; set; }

    /// <summary>Where this installation is opened, for mails to staff. Never taken from a request. Empty: they carry no address.</summary>
    public string? PublicAddress { get; set; }

    /// <summary>Where "Leave this page" leads. Empty: the weather, in the page's language.</summary>
    public string? ExitUrl { get; set; }

    public Uri ExitUrlFor(Language language)
        => new(string.IsNullOrWhiteSpace(ExitUrl)
            ? $"https://worldweather.wmo.int/{(language.IsPseudo ? "en" : language.Code)}/home.html"
            : ExitUrl);

    /// <summary>A page of ours as somebody elsewhere opens it; null where no address is set.</summary>
    public string? AddressOf(string path) => string.IsNullOrWhiteSpace(PublicAddress) ? null : PublicAddress.TrimEnd('/') + path;
}

internal sealed class InstallationOptionsCheck(IHostEnvironment environment) : IValidateOptions<InstallationOptions>
{
    private const int LongestName = 60;

    public ValidateOptionsResult Validate(string? name, InstallationOptions options)
    {
        List<string> problems = [];
        RequireName(problems, "Installation__Name", options.Name);
        RequireName(problems, "Installation__NeutralName", options.NeutralName);
        if (!string.IsNullOrWhiteSpace(options.ExitUrl)
            && !(Uri.TryCreate(options.ExitUrl, UriKind.Absolute, out var exit) && exit.Scheme == Uri.UriSchemeHttps))
        {
            problems.Add("Installation__ExitUrl is not an https address. Give the full address of a harmless page, or leave it empty for the weather.");
        }

        if (!string.IsNullOrWhiteSpace(options.PublicAddress) && !IsPublicAddress(options.PublicAddress))
        {
            problems.Add("Installation__PublicAddress must be the https address that staff open, such as https://cases.example.org, without a query; or empty.");
        }

        if (environment.IsProduction())
        {
            RequireKeyFile(problems, options.KeyFile);
        }

        return Settings.Result(problems);
    }

    private bool IsPublicAddress(string address)
        => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Query.Length + uri.Fragment.Length + uri.UserInfo.Length == 0
            && address.All(letter => letter is > ' ' and <= '~')
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && !environment.IsProduction()));

    private static void RequireName(List<string> problems, string variable, string value)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Length > LongestName || value.Any(char.IsControl))
        {
            problems.Add($"{variable} must be 1 to {LongestName} characters on one line.");
        }
    }

    private static void RequireKeyFile(List<string> problems, string? keyFile)
    {
        if (string.IsNullOrWhiteSpace(keyFile))
        {
            problems.Add("Installation__KeyFile is not set. Give the path of the file that holds the installation's key (mode 0400); docs/operations.md says how to make one.");
        }
        else if (!File.Exists(keyFile))
        {
            problems.Add("Installation__KeyFile names a file that is not there or may not be read by this user.");
        }
    }
}
