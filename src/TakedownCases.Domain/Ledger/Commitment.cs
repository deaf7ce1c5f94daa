using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TakedownCases.Domain.Ledger;

/// <summary>
/// HMAC-SHA256 under 32 random bytes of the field's number, the value's length and the value: says nothing about the
/// value until somebody shows salt and value, and nothing ever again once the salt is destroyed.
/// </summary>
public static class Commitment
{
    /// <summary>Bytes in a commitment.</summary>
    public const int Length = HMACSHA256.HashSizeInBytes;

    /// <summary>Bytes in a salt.</summary>
    public const int SaltLength = 32;

    /// <summary>Most values are short, and hashing them at one go costs half.</summary>
    private const int OneGo = 1024;

    public static byte[] Of(ReadOnlySpan<byte> salt32, ushort tag, ReadOnlySpan<byte> value)
    {
        if (salt32.Length != SaltLength)
        {
            throw new ArgumentException("The salt of a commitment is 32 random bytes.", nameof(salt32));
        }

        Span<byte> prefix = stackalloc byte[sizeof(ushort) + sizeof(uint)];
        BinaryPrimitives.WriteUInt16BigEndian(prefix, tag);
        BinaryPrimitives.WriteUInt32BigEndian(prefix[sizeof(ushort)..], (uint)value.Length);

        if (value.Length <= OneGo)
        {
            Span<byte> both = stackalloc byte[prefix.Length + value.Length];
            prefix.CopyTo(both);
            value.CopyTo(both[prefix.Length..]);
            return HMACSHA256.HashData(salt32, both);
        }

        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, salt32);
        hmac.AppendData(prefix);
        hmac.AppendData(value);
        return hmac.GetHashAndReset();
    }

    internal static bool IsOf(OpenedField opened, ReadOnlySpan<byte> commitment)
        => opened.Salt.Length == SaltLength
            && CryptographicOperations.FixedTimeEquals(Of(opened.Salt.Span, opened.Tag, opened.Value.Span), commitment);
}
