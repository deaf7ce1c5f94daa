using TakedownCases.Domain.Ledger;

namespace TakedownCases.Domain.Tests.Ledger;

/// <summary>Entries, chains and exports with sane defaults, the same on every run.</summary>
internal static class LedgerSamples
{
    public const string CaseNumber = "TD-7K3M-9Q2X";
    public const string Address = "https://example.org/photos/1";

    public static readonly Guid CaseGuid = Guid.Parse("019b7cb2-5f00-7000-8000-000000000001");
    public static readonly LedgerStream CaseStream = new(CaseGuid, LedgerLane.Case);
    public static readonly LedgerStream ReadStream = new(CaseGuid, LedgerLane.Read);
    public static readonly DateTimeOffset Start = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddMicroseconds(678_901);
    public static readonly byte[] Salt = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    public static LedgerEntry Filed(LedgerStream stream) => new(stream, 1, new byte[32], Start, "case.filed",
    [
        LedgerField.Text(LedgerTag.ActorKind, "survivor"),
        LedgerField.Guid(LedgerTag.Command, Guid.Parse("019b7cb2-5f00-7000-8000-0000000000c0")),
        LedgerField.Text(LedgerTag.Certainty, "reported"),
        LedgerField.Text(LedgerTag.Number, CaseNumber),
        LedgerField.Text(LedgerTag.Track, "adult"),
        LedgerField.Committed(LedgerTag.Address, Salt, System.Text.Encoding.UTF8.GetBytes(Address)),
    ]);

    public static LedgerEntry Claimed(byte[] previous) => new(
        CaseStream, 2, previous, new DateTimeOffset(2026, 1, 2, 4, 0, 0, TimeSpan.Zero), "case.claimed",
    [
        LedgerField.Text(LedgerTag.ActorKind, "staff"),
        LedgerField.Guid(LedgerTag.Actor, Guid.Parse("019b7cb2-5f00-7000-8000-0000000000a1")),
        LedgerField.Text(LedgerTag.Certainty, "observed"),
        LedgerField.Text(LedgerTag.Purpose, "Re\u0301vision"),
        LedgerField.Instant(LedgerTag.DueAt, Start.AddDays(2)),
        LedgerField.Int64(LedgerTag.Count, -2),
    ]);

    /// <summary>A valid chain: the filing, then one entry an hour.</summary>
    public static List<LedgerRow> Chain(int length, LedgerStream? stream = null)
    {
        var rows = new List<LedgerRow> { Row(Filed(stream ?? CaseStream)) };
        while (rows.Count < length)
        {
            rows.Add(Row(Next(rows[^1])));
        }

        return rows;
    }

    public static LedgerEntry Next(LedgerRow last) => new(
        last.Stream, last.Seq + 1, last.Hash.ToArray(), Start.AddHours(last.Seq), "case.state-changed",
    [
        LedgerField.Text(LedgerTag.ActorKind, "staff"),
        LedgerField.Text(LedgerTag.Certainty, "observed"),
        LedgerField.Text(LedgerTag.From, "new"),
        LedgerField.Text(LedgerTag.To, "open"),
    ]);

    public static LedgerRow Row(LedgerEntry entry)
    {
        var body = CanonicalForm.Write(entry);
        return new LedgerRow(entry.Stream, entry.Seq, body, ChainHash.Of(body));
    }

    public static LedgerHead HeadOf(IReadOnlyList<LedgerRow> rows) => new(rows[^1].Stream, rows[^1].Seq, rows[^1].Hash.ToArray());

    public static ExportedStream Exported(IReadOnlyList<LedgerRow> rows) => new(rows[^1].Stream, rows, HeadOf(rows));

    public static OpenedField OpenedAddress(string value = Address)
        => new(CaseStream, 1, LedgerTag.Address, Salt, System.Text.Encoding.UTF8.GetBytes(value));

    public static CaseExport Export() => new(
        "Takedown desk of example.org", Start.AddDays(30), CaseNumber, [Exported(Chain(5)), Exported(Chain(3, ReadStream))], [OpenedAddress()]);

    public static byte[] Json(CaseExport export)
    {
        using var stream = new MemoryStream();
        CaseExportWriter.Write(export, stream);
        return stream.ToArray();
    }

    /// <summary>The row with one byte of its body changed and, where asked, the hash made to fit again.</summary>
    public static LedgerRow Changed(LedgerRow row, int position, byte change = 1, bool rehash = false)
    {
        var body = row.Body.ToArray();
        body[position] ^= change;
        return row with { Body = body, Hash = rehash ? ChainHash.Of(body) : row.Hash };
    }

    public static List<LedgerFinding> Verify(IEnumerable<LedgerRow> rows, LedgerHead? head)
    {
        var findings = new List<LedgerFinding>();
        var verifier = new ChainVerifier(findings.Add);
        foreach (var row in rows)
        {
            verifier.Add(row);
        }

        if (head is not null)
        {
            verifier.CompareHead(head);
        }

        verifier.Finish();
        return findings;
    }
}
