using System.Text;
using TakedownCases.Data.Ledger;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Data.Vault;

/// <summary>
/// A reading of one case that stands in its read stream already: only <see cref="Ledger.ReadLog"/> makes one, so nothing
/// is decrypted before its entry is committed (design law 4).
/// </summary>
public sealed class CaseReading
{
    private readonly FieldCipher _cipher;
    private readonly byte[]? _key;

    internal CaseReading(CaseId caseId, FieldCipher cipher, byte[]? key)
    {
        CaseId = caseId;
        _cipher = cipher;
        _key = key;
    }

    public CaseId CaseId { get; }

    /// <summary>The words; null where nothing was given or the case's key is destroyed.</summary>
    public string? Open(FieldPlace place, SealedText? text)
        => text is null || _key is null ? null : Encoding.UTF8.GetString(_cipher.Open(_key, text.Ciphertext, place));

    /// <summary>The same for a record kept as JSON.</summary>
    public T? OpenRecord<T>(FieldPlace place, SealedText? text)
        where T : class
        => Open(place, text) is { } json ? SealedJson.Read<T>(json) : null;

    /// <summary>What a commitment of the case's ledger stands for; null once the case's key is destroyed.</summary>
    internal OpenedField? OpenCommitted(LedgerSecretRow secret)
        => _key is null ? null : LedgerSecretPlace.Open(_cipher, _key, secret);
}
