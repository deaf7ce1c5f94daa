using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Vault;

/// <summary>
/// The data keys of the cases one request touches. It hands keys to the ledger's appender and to logged readings only;
/// nothing else can open a sealed field.
/// </summary>
public sealed class CaseVault(TakedownDbContext db, InstallationVault installation)
{
    /// <summary>Every case has had one data key so far; its version is authenticated with each sealed field.</summary>
    internal const int KeyVersion = 1;

    private readonly Dictionary<CaseId, byte[]> _keys = [];

    internal FieldCipher Cipher { get; } = new();

    /// <summary>Keyed hash of a canonical address, for finding equal places without opening any (practice P11, peers 4.9).</summary>
    public byte[] AddressIndex(string canonicalAddress)
        => BlindIndex.Of(installation.Secrets.BlindIndexKey, "place.address", canonicalAddress);

    /// <summary>Keyed hash of a host name, for finding the places of one site within a case without opening any.</summary>
    public byte[] SiteIndex(string host) => BlindIndex.Of(installation.Secrets.BlindIndexKey, "place.site", host);

    /// <summary>Keyed hash of a recipient, in lower case: caps, and whether anybody wrote to them before.</summary>
    public byte[] RecipientIndex(string recipient)
        => BlindIndex.Of(installation.Secrets.BlindIndexKey, "notice.recipient", recipient.ToLowerInvariant());

    /// <summary>How the database finds a case by its key.</summary>
    public byte[] KeyLookup(CaseKey key) => CaseKeyLookup.Of(installation.Secrets.Pepper, key);

    /// <summary>Makes the key of a new case; the row is saved with the case.</summary>
    internal byte[] Create(CaseId caseId)
    {
        var key = FieldCipher.NewDataKey();
        _keys[caseId] = key;
        db.CaseDataKeys.Add(new CaseDataKey
        {
            CaseId = caseId,
            Wrapped = installation.Key.Wrap(key, KeyPurpose.Case(caseId.Value, KeyVersion)),
        });
        return key;
    }

    /// <summary>The key of an existing case; null when it was destroyed.</summary>
    internal async Task<byte[]?> FindAsync(CaseId caseId, CancellationToken cancellationToken)
    {
        if (_keys.TryGetValue(caseId, out var known))
        {
            return known;
        }

        var row = await db.CaseDataKeys.AsNoTracking().SingleOrDefaultAsync(key => key.CaseId == caseId, cancellationToken);
        if (row is null)
        {
            return null;
        }

        return _keys[caseId] = installation.Key.Unwrap(row.Wrapped, KeyPurpose.Case(caseId.Value, KeyVersion));
    }
}
