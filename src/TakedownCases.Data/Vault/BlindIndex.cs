using System.Security.Cryptography;

namespace TakedownCases.Data.Vault;

/// <summary>
/// Lets equal sealed values be found without opening them. It shows who holds the database which rows are equal, so it is
/// for addresses only and never for values with few possibilities. 128 bits: no two addresses meet by chance.
/// </summary>
public static class BlindIndex
{
    public const int Length = 16;

    /// <summary>The index of a value already brought to its canonical form; each column has an index of its own.</summary>
    public static byte[] Of(ReadOnlySpan<byte> key, string column, string normalised)
        => HMACSHA256.HashData(key, LengthPrefixed.Of(LengthPrefixed.Text(column), LengthPrefixed.Text(normalised)))[..Length];
}
