using System.Buffers.Text;
using System.Security.Cryptography;

namespace TakedownCases.Data.Vault;

/// <summary>
/// What a browser's cookie holds: the id of a sealed row and the key that opens it, 48 bytes as 64 characters of base64url.
/// The server keeps the id only.
/// </summary>
public sealed class CookieSeal
{
    private const int IdLength = 16;
    private const int ValueLength = (SealedBlob.KeyLength + IdLength) / 3 * 4;

    private readonly byte[] _key;

    private CookieSeal(byte[] key, Guid id)
    {
        _key = key;
        Id = id;
    }

    public Guid Id { get; }

    internal ReadOnlySpan<byte> Key => _key;

    public static CookieSeal CreateNew(DateTimeOffset now) => new(FieldCipher.NewDataKey(), Guid.CreateVersion7(now));

    /// <summary>The cookie's value; null for anything that <see cref="ToCookieValue"/> did not write.</summary>
    public static CookieSeal? TryRead(string? value)
    {
        // A longer or shorter value, or one with spaces or padding that a lenient decoder skips, is not one of ours.
        if (value is not { Length: ValueLength } || !value.All(symbol => char.IsAsciiLetterOrDigit(symbol) || symbol is '-' or '_'))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(value);
        var seal = new CookieSeal(bytes[..SealedBlob.KeyLength], new Guid(bytes.AsSpan(SealedBlob.KeyLength), bigEndian: true));
        CryptographicOperations.ZeroMemory(bytes);
        return seal;
    }

    public string ToCookieValue() => Base64Url.EncodeToString([.. _key, .. LengthPrefixed.Id(Id)]);

    public override string ToString() => $"[cookie seal {Id:D}]";
}
