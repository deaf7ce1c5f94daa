using System.Security.Cryptography;

namespace TakedownCases.Domain.Ledger;

/// <summary>SHA-256 of a zero byte and the canonical bytes: an entry's hash is its leaf hash in RFC 6962, section 2.1.</summary>
public static class ChainHash
{
    /// <summary>Bytes in a hash.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    public static byte[] Of(ReadOnlySpan<byte> canonicalBytes)
    {
        var hash = new byte[Length];
        Write(canonicalBytes, hash);
        return hash;
    }

    internal static void Write(ReadOnlySpan<byte> canonicalBytes, Span<byte> hash)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData([0]);
        sha.AppendData(canonicalBytes);
        sha.GetHashAndReset(hash);
    }
}
