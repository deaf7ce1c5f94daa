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
        var stream = new LedgerStream(secret.Scope, secret.Lane);
        return Parts(stream, secret.Seq, secret.Tag, cipher.Open(key, secret.Sealed, Of(stream, secret.Seq, secret.Tag)));
    }

    /// <summary>The same for many of one case.</summary>
    public static OpenedField Open(FieldCipher cipher, AesGcm key, LedgerStream stream, long seq, int tag, byte[] blob)
        => Parts(stream, seq, tag, cipher.Open(key, blob, Of(stream, seq, tag)));

    private static OpenedField Parts(LedgerStream stream, long seq, int tag, ReadOnlyMemory<byte> opened)
        => new(stream, seq, (ushort)tag, opened[..Commitment.SaltLength], opened[Commitment.SaltLength..]);
}
