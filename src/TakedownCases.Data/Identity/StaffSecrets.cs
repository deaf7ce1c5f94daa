using System.Security.Cryptography;
using System.Text;
using TakedownCases.Data.Vault;

namespace TakedownCases.Data.Identity;

/// <summary>
/// Seals the second factors of staff. The key is derived from a secret of the installation, for this use alone, so a
/// stolen database signs nobody in.
/// </summary>
public sealed class StaffSecrets(InstallationVault vault)
{
    private const int KeyVersion = 1;

    private static readonly byte[] Use = Encoding.ASCII.GetBytes("TakedownCases staff second factor 1");

    private readonly FieldCipher _cipher = new();

    public byte[] Seal(Guid staffId, ReadOnlySpan<byte> secret) => _cipher.Seal(Key(), KeyVersion, secret, PlaceOf(staffId));

    /// <summary>The TOTP secret in clear; null when none is set up.</summary>
    public byte[]? Open(StaffUser user)
        => user.TotpSecret is { } held ? _cipher.Open(Key(), held, PlaceOf(user.Id)) : null;

    private static FieldPlace PlaceOf(Guid staffId) => new("staff_user", "totp_secret", staffId);

    private byte[] Key() => HKDF.DeriveKey(HashAlgorithmName.SHA256, vault.Secrets.Pepper, SHA256.HashSizeInBytes, salt: [], info: Use);
}
