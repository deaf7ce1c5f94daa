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

    private const int PrefixLength = sizeof(ushort) + sizeof(uint);

    public static byte[] Of(ReadOnlySpan<byte> salt32, ushort tag, ReadOnlySpan<byte> value)
    {
        if (salt32.Length != SaltLength)
        {
            throw new ArgumentException("The salt of a commitment is 32 random bytes.", nameof(salt32));
        }

        var message = new byte[PrefixLength + value.Length];
        BinaryPrimitives.WriteUInt16BigEndian(message, tag);
        BinaryPrimitives.WriteUInt32BigEndian(message.AsSpan(sizeof(ushort)), (uint)value.Length);
        value.CopyTo(message.AsSpan(PrefixLength));
        return HMACSHA256.HashData(salt32, message);
    }

    internal static bool IsOf(OpenedField opened, ReadOnlySpan<byte> commitment)
        => opened.Salt.Length == SaltLength
            && CryptographicOperations.FixedTimeEquals(Of(opened.Salt.Span, opened.Tag, opened.Value.Span), commitment);
}
