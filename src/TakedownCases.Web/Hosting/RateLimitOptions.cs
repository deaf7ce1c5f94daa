using Microsoft.Extensions.Options;

namespace TakedownCases.Web.Hosting;

/// <summary>How many requests are answered before we slow down or ask to wait.</summary>
public sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>Requests worked on at once in this process; as many again may wait their turn.</summary>
    public int AtOnce { get; set; } = 256;

    /// <summary>Requests of one network in a minute. Schools, trams and Tor exits share one, so it is generous.</summary>
    public int PerMinute { get; set; } = 600;

    /// <summary>Keys tried from one network in ten minutes.</summary>
    public int KeysPerTenMinutes { get; set; } = 20;

    /// <summary>Sign-ins tried from one network in ten minutes.</summary>
    public int SignInsPerTenMinutes { get; set; } = 30;

    /// <summary>Filing steps of one network in ten minutes before further ones are marked and slowed; never refused.</summary>
    public int FilingStepsPerTenMinutes { get; set; } = 120;

    /// <summary>How long a slowed filing step waits.</summary>
    public TimeSpan FilingDelay { get; set; } = TimeSpan.FromSeconds(2);
}

internal sealed class RateLimitOptionsCheck : IValidateOptions<RateLimitOptions>
{
    public ValidateOptionsResult Validate(string? name, RateLimitOptions options)
    {
        (string Name, int Value)[] counts =
        [
            (nameof(options.AtOnce), options.AtOnce),
            (nameof(options.PerMinute), options.PerMinute),
            (nameof(options.KeysPerTenMinutes), options.KeysPerTenMinutes),
            (nameof(options.SignInsPerTenMinutes), options.SignInsPerTenMinutes),
            (nameof(options.FilingStepsPerTenMinutes), options.FilingStepsPerTenMinutes),
        ];
        List<string> problems =
        [
            .. counts.Where(c => c.Value is < 1 or > 1_000_000).Select(c => $"RateLimits__{c.Name} must be from 1 to 1000000."),
        ];
        if (options.FilingDelay < TimeSpan.Zero || options.FilingDelay > TimeSpan.FromSeconds(10))
        {
            problems.Add("RateLimits__FilingDelay must be from 00:00:00 to 00:00:10: a person in need is slowed, not sent away.");
        }

        return Settings.Result(problems);
    }
}
