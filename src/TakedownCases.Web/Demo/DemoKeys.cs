using System.Security.Cryptography;
using System.Text;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Demo;

/// <summary>
/// The survivors' keys shown on the sign-in page. They come from the installation's own secret, so that each start shows
/// the same ones and no two installations share them.
/// </summary>
internal static class DemoKeys
{
    public const int Count = 2;

    private static readonly byte[] Use = Encoding.ASCII.GetBytes("TakedownCases demo case key ");

    public static CaseKey Make(InstallationVault vault, int number)
    {
        var bytes = HKDF.DeriveKey(
            HashAlgorithmName.SHA256, vault.Secrets.Pepper, CaseKey.Length, salt: [], info: [.. Use, (byte)number]);
        var next = 0;
        return CaseKey.NewRandom(() => bytes[next++] % 10);
    }
}
