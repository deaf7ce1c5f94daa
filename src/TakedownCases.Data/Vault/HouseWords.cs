using System.Security.Cryptography;
using System.Text;

namespace TakedownCases.Data.Vault;

/// <summary>
/// Seals what staff write beside rules and directories. It belongs to no case and is meant to name nobody; people write what
/// they write, so it does not lie in clear (design law 5). The key is derived from a secret of the installation, for this use alone.
/// </summary>
public sealed class HouseWords(InstallationVault vault)
{
    private const int KeyVersion = 1;

    private static readonly byte[] Use = Encoding.ASCII.GetBytes("TakedownCases words of the house 1");

    private readonly FieldCipher _cipher = new();

    public byte[] Seal(FieldPlace place, string words) => _cipher.Seal(Key(), KeyVersion, Encoding.UTF8.GetBytes(words), place);

    /// <summary>The words; null where there are none. Throws <see cref="SealedFieldException"/> when they were tampered with or moved.</summary>
    public string? Open(FieldPlace place, byte[]? held) => held is null ? null : Encoding.UTF8.GetString(_cipher.Open(Key(), held, place));

    private byte[] Key() => HKDF.DeriveKey(HashAlgorithmName.SHA256, vault.Secrets.Pepper, SHA256.HashSizeInBytes, salt: [], info: Use);
}
