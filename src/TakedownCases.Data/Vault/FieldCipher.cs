using System.Security.Cryptography;

namespace TakedownCases.Data.Vault;

/// <summary>Seals personal data for one column of one row under a case's data key (design, law 5). Holds nothing.</summary>
public sealed class FieldCipher
{
    /// <summary>A fresh data key of 32 bytes.</summary>
    public static byte[] NewDataKey()
        => RandomNumberGenerator.GetBytes(SealedBlob.KeyLength);

    public byte[] Seal(ReadOnlySpan<byte> dataKey, int keyVersion, ReadOnlySpan<byte> plaintext, FieldPlace place)
        => SealedBlob.Seal(dataKey, keyVersion, plaintext, AdditionalData(place, keyVersion));

    /// <summary>The content; throws <see cref="SealedFieldException"/> when it was tampered with, moved or is under another key.</summary>
    public byte[] Open(ReadOnlySpan<byte> dataKey, ReadOnlySpan<byte> blob, FieldPlace place)
    {
        using var cipher = SealedBlob.Cipher(dataKey);
        return Open(cipher, blob, place);
    }

    /// <summary>As above, with a cipher of <see cref="SealedBlob.Cipher"/> that serves many fields of one case.</summary>
    internal byte[] Open(AesGcm cipher, ReadOnlySpan<byte> blob, FieldPlace place)
    {
        var keyVersion = KeyVersionOf(blob, place);
        return SealedBlob.TryOpen(cipher, blob, AdditionalData(place, keyVersion))
            ?? throw new SealedFieldException(place, "it was changed or moved, or the key is another one");
    }

    /// <summary>Which version of the case's data key opens the blob; not authenticated until <see cref="Open"/> succeeds.</summary>
    public int KeyVersionOf(ReadOnlySpan<byte> blob, FieldPlace place)
        => SealedBlob.KeyVersionOf(blob) ?? throw new SealedFieldException(place, "it is cut or of an unknown format");

    private static byte[] AdditionalData(FieldPlace place, int keyVersion)
        => LengthPrefixed.Of(
            LengthPrefixed.Text(place.Table),
            LengthPrefixed.Text(place.Column),
            LengthPrefixed.Id(place.RowId),
            LengthPrefixed.Number(keyVersion));
}
