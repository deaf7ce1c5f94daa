using Microsoft.Extensions.Options;
using TakedownCases.Data;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Features.Administration;

/// <summary>What an operator has set, to be looked at: it is changed in the environment, not here. No secret is among it.</summary>
public sealed class SettingsOverview(
    IOptions<InstallationOptions> installation,
    IOptions<MailOptions> mail,
    IOptions<DatabaseOptions> database,
    LegalBasisCatalogue bases,
    SlaPolicyBook policies,
    IHostEnvironment environment,
    TimeProvider clock)
{
    public SettingsPage Read()
    {
        var now = clock.Now();
        return new SettingsPage(
            installation.Value.Name,
            installation.Value.NeutralName,
            environment.EnvironmentName,
            database.Value.Provider.ToString() ?? "",
            mail.Value.Transport.ToString() ?? "",
            [.. policies.All.OrderBy(policy => policy.TrackCode, StringComparer.Ordinal).ThenBy(policy => policy.Id, StringComparer.Ordinal)],
            [.. bases.All.OrderBy(basis => basis.Jurisdiction, StringComparer.Ordinal).ThenBy(basis => basis.Id, StringComparer.Ordinal)
                .Select(basis => new BasisLine(basis, basis.IsInForceAt(now)))]);
    }
}

/// <summary>The page of settings.</summary>
public sealed record SettingsPage(
    string Name,
    string NeutralName,
    string Environment,
    string Database,
    string Mail,
    IReadOnlyList<SlaPolicy> Policies,
    IReadOnlyList<BasisLine> Bases);

/// <summary>One version of one legal basis.</summary>
public sealed record BasisLine(LegalBasis Basis, bool IsInForce);
