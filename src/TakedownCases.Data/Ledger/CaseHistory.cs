using System.Text;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Data.Ledger;

/// <summary>One entry of a case's history, with the words that could and might be opened, by field number.</summary>
public sealed record HistoryEntry(LedgerEntry Entry, IReadOnlyDictionary<ushort, string> Words)
{
    public string? Text(ushort tag) => Entry.Find(tag)?.AsText();

    public StaffId? Staff(ushort tag) => Entry.Find(tag) is { } field ? new StaffId(field.AsGuid()) : null;
}

/// <summary>Reads a case's streams for people: newest first, a page at a time, two queries however many entries there are.</summary>
public sealed class CaseHistory(TakedownDbContext db)
{
    /// <summary>
    /// Up to <paramref name="count"/> entries before the sequence number given, or the newest; <paramref name="mayOpen"/>
    /// says of which the words are opened.
    /// </summary>
    public async Task<IReadOnlyList<HistoryEntry>> PageAsync(
        CaseReading reading,
        LedgerLane lane,
        long? before,
        int count,
        Func<LedgerEntry, bool> mayOpen,
        CancellationToken cancellationToken)
    {
        var scope = reading.CaseId.Value;
        var bodies = await Newest(scope, lane, before, count).ToListAsync(cancellationToken);
        var entries = bodies.ConvertAll(body => CanonicalForm.Read(body));
        if (entries.Count == 0)
        {
            return [];
        }

        var (first, last) = (entries[^1].Seq, entries[0].Seq);
        var secrets = await db.LedgerSecrets.AsNoTracking()
            .Where(secret => secret.Scope == scope && secret.Lane == lane && secret.Seq >= first && secret.Seq <= last)
            .ToListAsync(cancellationToken);
        var bySeq = secrets.ToLookup(secret => secret.Seq);
        return entries.ConvertAll(entry => new HistoryEntry(entry, mayOpen(entry) ? Words(reading, bySeq[entry.Seq]) : Nothing));
    }

    /// <summary>The newest entries of a case's stream as the ledger itself holds them: no word is opened.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> ClearAsync(CaseId caseId, LedgerLane lane, int count, CancellationToken cancellationToken)
    {
        var bodies = await Newest(caseId.Value, lane, null, count).ToListAsync(cancellationToken);
        return bodies.ConvertAll(body => CanonicalForm.Read(body));
    }

    private static IReadOnlyDictionary<ushort, string> Nothing { get; } = new Dictionary<ushort, string>();

    private IQueryable<byte[]> Newest(Guid scope, LedgerLane lane, long? before, int count)
        => db.LedgerEntries.AsNoTracking()
            .Where(entry => entry.Scope == scope && entry.Lane == lane && (before == null || entry.Seq < before))
            .OrderByDescending(entry => entry.Seq).Take(count).Select(entry => entry.Body);

    private static Dictionary<ushort, string> Words(CaseReading reading, IEnumerable<LedgerSecretRow> secrets)
        => secrets.Select(reading.OpenCommitted).OfType<OpenedField>()
            .ToDictionary(field => field.Tag, field => Encoding.UTF8.GetString(field.Value.Span));
}
