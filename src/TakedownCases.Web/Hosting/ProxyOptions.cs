using System.Net;
using Microsoft.Extensions.Options;

namespace TakedownCases.Web.Hosting;

/// <summary>Whose X-Forwarded-For is believed; without it everyone behind a proxy would share one limiter.</summary>
public sealed class ProxyOptions
{
    public const string Section = "Proxy";

    /// <summary>Networks in CIDR form, separated by commas: <c>127.0.0.1/32, 10.0.0.0/8</c>.</summary>
    public string KnownNetworks { get; set; } = "";

    public IReadOnlyList<IPNetwork> Networks()
        => [.. Parts().Where(p => IPNetwork.TryParse(p, out _)).Select(IPNetwork.Parse)];

    internal IEnumerable<string> Parts()
        => KnownNetworks.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

internal sealed class ProxyOptionsCheck : IValidateOptions<ProxyOptions>
{
    public ValidateOptionsResult Validate(string? name, ProxyOptions options)
        => Settings.Result(
        [
            .. options.Parts().Where(p => !IPNetwork.TryParse(p, out _)).Select(p =>
                $"Proxy__KnownNetworks: \"{p}\" is not a network. Write addresses with their prefix length, separated by commas, such as 127.0.0.1/32."),
            .. options.Networks().Where(n => n.PrefixLength == 0).Select(_ =>
                "Proxy__KnownNetworks must not hold a network of length 0: anyone could then claim any address."),
        ]);
}
