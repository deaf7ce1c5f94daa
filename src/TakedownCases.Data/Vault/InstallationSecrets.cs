namespace TakedownCases.Data.Vault;

/// <summary>
/// The installation's own random keys, each for one use: the pepper of case-key lookups, the blind index of addresses, and
/// the seal of the cookie ring. They never change; rotating the installation key only wraps them again.
/// </summary>
public sealed record InstallationSecrets(byte[] Pepper, byte[] BlindIndexKey, byte[] CookieRingKey)
{
    public override string ToString() => "[installation secrets]";
}
