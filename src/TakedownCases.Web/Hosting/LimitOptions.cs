using Microsoft.Extensions.Options;

namespace TakedownCases.Web.Hosting;

/// <summary>How much one request may carry. The soft limit keeps what was typed; the hard one protects the server.</summary>
public sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>Bytes of a body we work with. A larger form is shown again to be shortened.</summary>
    public int BodyBytes { get; set; } = 1024 * 1024;

    /// <summary>Bytes of a form we read at all, so that it can be shown again.</summary>
    public int KeptBodyBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Values in one form: 500 places with a few fields each.</summary>
    public int FormValues { get; set; } = 4096;

    public int HeaderBytes { get; set; } = 16 * 1024;
}

internal sealed class LimitOptionsCheck : IValidateOptions<LimitOptions>
{
    public ValidateOptionsResult Validate(string? name, LimitOptions options)
    {
        List<string> problems = [];
        if (options.BodyBytes is < 64 * 1024 or > 16 * 1024 * 1024)
        {
            problems.Add("Limits__BodyBytes must be from 65536 to 16777216.");
        }

        if (options.KeptBodyBytes < options.BodyBytes || options.KeptBodyBytes > 64 * 1024 * 1024)
        {
            problems.Add("Limits__KeptBodyBytes must be at least Limits__BodyBytes and at most 67108864.");
        }

        if (options.FormValues is < 1100 or > 100_000)
        {
            problems.Add("Limits__FormValues must be from 1100 (500 places with two fields) to 100000.");
        }

        if (options.HeaderBytes is < 8 * 1024 or > 256 * 1024)
        {
            problems.Add("Limits__HeaderBytes must be from 8192 to 262144.");
        }

        return Settings.Result(problems);
    }
}
