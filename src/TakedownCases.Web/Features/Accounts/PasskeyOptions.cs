using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Features.Accounts;

/// <summary>For which host passkeys are made. Never taken from a request: whoever sends one names any host.</summary>
public sealed class PasskeyOptions
{
    public const string Section = "Passkeys";

    /// <summary>The host name staff open, such as <c>cases.example.org</c>. Without it there are no passkeys; Development uses localhost.</summary>
    public string? Domain { get; set; }
}

internal sealed class PasskeyOptionsCheck : IValidateOptions<PasskeyOptions>
{
    public ValidateOptionsResult Validate(string? name, PasskeyOptions options)
        => Settings.Result(string.IsNullOrEmpty(options.Domain) || Uri.CheckHostName(options.Domain) == UriHostNameType.Dns
            ? []
            : ["Passkeys__Domain must be the host name alone that staff open, such as cases.example.org; without scheme, port and path."]);
}

/// <summary>Hardens Identity's passkeys: a person verified, on our host and no other, no attestation that names devices.</summary>
public sealed class PasskeyRules(IOptions<PasskeyOptions> ours, IHostEnvironment environment) : IConfigureOptions<IdentityPasskeyOptions>
{
    public const int MostPerPerson = 10;

    private const string Localhost = "localhost";

    /// <summary>The host, or null where passkeys are off.</summary>
    public string? Domain => ours.Value.Domain is { Length: > 0 } given ? given : environment.IsDevelopment() ? Localhost : null;

    public void Configure(IdentityPasskeyOptions options)
    {
        options.ServerDomain = Domain;
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.AttestationConveyancePreference = "none";
        options.AuthenticatorTimeout = StaffScheme.HalfWayLifetime;
        options.ValidateOrigin = context => ValueTask.FromResult(IsOurs(context.Origin, context.CrossOrigin));
    }

    private bool IsOurs(string origin, bool crossOrigin)
        => !crossOrigin
            && Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && string.Equals(from.Host, Domain, StringComparison.OrdinalIgnoreCase)
            && (from.Scheme == Uri.UriSchemeHttps || (environment.IsDevelopment() && from.IsLoopback));
}
