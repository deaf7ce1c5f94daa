using Microsoft.EntityFrameworkCore;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Data.Ledger;

/// <summary>How much of what commitments stand for an export shows.</summary>
public enum ExportOpening
{
    /// <summary>Chains only: proves order and completeness, shows no word.</summary>
    None,

    /// <summary>Every word whose key still exists, but supervision and privileged notes (practice P22).</summary>
    Full,
}

/// <summary>Takes one case out of the ledger so that a stranger can verify it. The export's own entry is part of it.</summary>
public sealed class CaseExporter(TakedownDbContext db, ReadLog log, TimeProvider clock)
{
    private const string NoteKindOpen = "operational";

    /// <summary>
    /// The export, or null where no case has that number. Whether the actor may ask is decided by the caller: a page
    /// through the access filter, the command line by being the operator.
    /// </summary>
    public async Task<CaseExport?> ExportAsync(
        CaseNumber number,
        string installation,
        ExportOpening opening,
        Actor by,
        string? purpose,
        CancellationToken cancellationToken)
    {
        var caseId = await db.Cases.AsNoTracking().Where(takedownCase => takedownCase.Number == number)
            .Select(takedownCase => (CaseId?)takedownCase.Id).SingleOrDefaultAsync(cancellationToken);
        if (caseId is not { } id)
        {
            return null;
        }

        var fields = opening == ExportOpening.Full ? "export.full" : "export.none";
        var reading = await log.ExportAsync(id, by, fields, purpose, cancellationToken);
        var streams = new List<ExportedStream>();
        foreach (var lane in new[] { LedgerLane.Case, LedgerLane.Read })
        {
            streams.Add(await StreamAsync(new LedgerStream(id.Value, lane), cancellationToken));
        }

        var opened = opening == ExportOpening.Full ? await OpenAsync(reading, streams, cancellationToken) : [];
        return new CaseExport(installation, clock.Now(), number.Value, streams, opened);
    }

    private async Task<ExportedStream> StreamAsync(LedgerStream stream, CancellationToken cancellationToken)
    {
        // The head first: entries that arrive in between are left out, so that chain and head always fit.
        var head = await db.LedgerHeads.AsNoTracking()
            .SingleOrDefaultAsync(head => head.Scope == stream.Scope && head.Lane == stream.Lane, cancellationToken);
        if (head is null)
        {
            return new ExportedStream(stream, [], LedgerHead.Empty(stream));
        }

        var rows = await db.LedgerEntries.AsNoTracking()
            .Where(entry => entry.Scope == stream.Scope && entry.Lane == stream.Lane && entry.Seq <= head.Seq)
            .OrderBy(entry => entry.Seq).ToListAsync(cancellationToken);
        return new ExportedStream(
            stream,
            [.. rows.Select(row => new LedgerRow(stream, row.Seq, row.Body, row.Hash))],
            new LedgerHead(stream, head.Seq, head.Hash));
    }

    private async Task<IReadOnlyList<OpenedField>> OpenAsync(
        CaseReading reading, List<ExportedStream> streams, CancellationToken cancellationToken)
    {
        var shown = streams.SelectMany(stream => stream.Entries).Where(MayShow)
            .Select(row => (row.Stream.Lane, row.Seq)).ToHashSet();
        var secrets = await db.LedgerSecrets.AsNoTracking().Where(secret => secret.Scope == reading.CaseId.Value)
            .OrderBy(secret => secret.Lane).ThenBy(secret => secret.Seq).ThenBy(secret => secret.Tag)
            .ToListAsync(cancellationToken);
        return [.. secrets.Where(secret => shown.Contains((secret.Lane, secret.Seq)))
            .Select(reading.OpenCommitted).OfType<OpenedField>()];
    }

    private static bool MayShow(LedgerRow row)
        => CanonicalForm.TryRead(row.Body.Span, out var entry, out _)
            && (entry.Kind != "note.written" || entry.Find(LedgerTag.ReasonCode)?.AsText() == NoteKindOpen);
}
