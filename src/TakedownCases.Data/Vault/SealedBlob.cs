using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TakedownCases.Data.Vault;

/// <summary>
/// The one sealed form: format byte 0x01, key version (32 bits, big-endian), 12-byte nonce, 16-byte tag, ciphertext;
/// AES-256-GCM. The nonce is random: under one case's key 2^32 seals, the bound for that, are out of reach.
/// </summary>
internal static class SealedBlob
{
    public const int KeyLength = 32;
    public const int Overhead = 1 + sizeof(uint) + NonceLength + TagLength;

    private const byte Format = 0x01;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int NonceAt = 1 + sizeof(uint);
    private const int TagAt = NonceAt + NonceLength;

    public static byte[] Seal(
        ReadOnlySpan<byte> key, int keyVersion, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> additionalData)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(keyVersion);
        RequireKeyLength(key);
        var blob = new byte[Overhead + plaintext.Length];
        blob[0] = Format;
        BinaryPrimitives.WriteUInt32BigEndian(blob.AsSpan(1), (uint)keyVersion);
        var nonce = blob.AsSpan(NonceAt, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(nonce, plaintext, blob.AsSpan(Overhead), blob.AsSpan(TagAt, TagLength), additionalData);
        return blob;
    }

    /// <summary>The version the blob says it is sealed under, or null when it is not a blob of this form.</summary>
    public static int? KeyVersionOf(ReadOnlySpan<byte> blob)
    {
        if (blob.Length < Overhead || blob[0] != Format)
        {
            return null;
        }

        var version = BinaryPrimitives.ReadUInt32BigEndian(blob[1..]);
        return version is > 0 and <= int.MaxValue ? (int)version : null;
    }

    /// <summary>The content, or null when the blob, the key or the additional data is not what was sealed.</summary>
    public static byte[]? TryOpen(ReadOnlySpan<byte> key, ReadOnlySpan<byte> blob, ReadOnlySpan<byte> additionalData)
    {
        using var cipher = Cipher(key);
        return TryOpen(cipher, blob, additionalData);
    }

    /// <summary>For many blobs under one key: making the cipher costs more than opening one.</summary>
    public static AesGcm Cipher(ReadOnlySpan<byte> key)
    {
        RequireKeyLength(key);
        return new AesGcm(key, TagLength);
    }

    /// <summary>As above.</summary>
    public static byte[]? TryOpen(AesGcm cipher, ReadOnlySpan<byte> blob, ReadOnlySpan<byte> additionalData)
    {
        var plaintext = new byte[blob.Length - Overhead];
        try
        {
            cipher.Decrypt(
                blob.Slice(NonceAt, NonceLength), blob[Overhead..], blob.Slice(TagAt, TagLength), plaintext, additionalData);
            return plaintext;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static void RequireKeyLength(ReadOnlySpan<byte> key)
    {
        if (key.Length != KeyLength)
        {
            throw new ArgumentException($"A key has {KeyLength} bytes.", nameof(key));
        }
    }
}
