using System.Globalization;
using System.Security.Cryptography;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Data.Ledger;

/// <summary>Where the opening of one commitment lives, as authenticated with it, and how it is opened.</summary>
internal static class LedgerSecretPlace
{
    public static FieldPlace Of(LedgerStream stream, long seq, int tag)
        => new("ledger_secret", string.Create(CultureInfo.InvariantCulture, $"{(short)stream.Lane}.{seq}.{tag}"), stream.Scope);

    /// <summary>Salt and value; throws <see cref="SealedFieldException"/> when the blob was changed or moved.</summary>
    public static OpenedField Open(FieldCipher cipher, ReadOnlySpan<byte> key, LedgerSecretRow secret)
    {
        using var opener = SealedBlob.Cipher(key);
        return Open(cipher, opener, new LedgerStream(secret.Scope, secret.Lane), secret.Seq, secret.Tag, secret.Sealed);
    }

    /// <summary>The same for many of one case.</summary>
    public static OpenedField Open(FieldCipher cipher, AesGcm key, LedgerStream stream, long seq, int tag, byte[] blob)
    {
        ReadOnlyMemory<byte> bytes = cipher.Open(key, blob, Of(stream, seq, tag));
        return new OpenedField(stream, seq, (ushort)tag, bytes[..Commitment.SaltLength], bytes[Commitment.SaltLength..]);
    }
}
