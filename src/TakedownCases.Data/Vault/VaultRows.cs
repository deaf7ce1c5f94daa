using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Vault;

/// <summary>A case's data key, wrapped by the installation's key. Destroying this row erases the person.</summary>
public sealed class CaseDataKey
{
    public required CaseId CaseId { get; init; }

    public byte[] Wrapped { get; internal set; } = [];
}

/// <summary>One of the installation's own secrets (pepper, blind-index key, cookie ring's key), wrapped.</summary>
public sealed class InstallationSecretRow
{
    public required string Name { get; init; }

    public int KeyVersion { get; internal set; }

    public byte[] Wrapped { get; internal set; } = [];
}

/// <summary>One key of the cookie ring, sealed under the installation's cookie-ring key.</summary>
public sealed class CookieRingKey
{
    public required Guid Id { get; init; }

    public required byte[] Sealed { get; init; }
}
