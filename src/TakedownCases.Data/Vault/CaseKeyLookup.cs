using System.Security.Cryptography;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Vault;

/// <summary>
/// How a case is found by its key: HMAC-SHA-256 under the pepper, at the same cost for every key. Whoever has the database
/// without the pepper cannot try keys.
/// </summary>
public static class CaseKeyLookup
{
    private static readonly byte[] Label = LengthPrefixed.Text("case key");

    public static byte[] Of(ReadOnlySpan<byte> pepper, CaseKey key) => Of(pepper, key.Digits());

    public static byte[] Of(ReadOnlySpan<byte> pepper, string digits20)
    {
        if (digits20.Length != CaseKey.Length)
        {
            throw new ArgumentException($"A case key has {CaseKey.Length} digits.", nameof(digits20));
        }

        return HMACSHA256.HashData(pepper, LengthPrefixed.Of(Label, LengthPrefixed.Text(digits20)));
    }
}
