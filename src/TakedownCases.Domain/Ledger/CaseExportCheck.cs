namespace TakedownCases.Domain.Ledger;

/// <summary>Checks an export for itself: its chains, its heads, what it opened, and that all of it is one case.</summary>
public static class CaseExportCheck
{
    /// <summary>Findings beyond this number are counted, not kept.</summary>
    public const int MaxFindings = 1000;

    /// <summary>
    /// Hands each entry that can be read to <paramref name="seen"/>, null standing for one that cannot. An export is
    /// valid when the verdict has no failures.
    /// </summary>
    public static CaseExportVerdict Run(CaseExport export, Action<LedgerRow, LedgerEntry?>? seen = null)
    {
        var findings = new List<LedgerFinding>();
        var verifier = new ChainVerifier(finding => Keep(findings, finding));
        var failures = 0L;

        void Fail(LedgerStream stream, long seq, string code, string message)
        {
            failures++;
            Keep(findings, new LedgerFinding(stream, seq, code, message));
        }

        CheckStreams(export, Fail);
        var opened = IndexOpened(export, Fail);
        var recordedNumbers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stream in export.Streams)
        {
            foreach (var row in stream.Entries)
            {
                var entry = verifier.Add(row);
                seen?.Invoke(row, entry);
                if (entry?.Find(LedgerTag.Number) is { } number && stream.Stream.Lane == LedgerLane.Case)
                {
                    recordedNumbers.Add(number.AsText());
                }

                // Only under the place where the entry stands and says it stands, so that nothing opens a stray copy.
                if (entry is not null && entry.Stream == row.Stream && entry.Seq == row.Seq
                    && opened.Remove((row.Stream, row.Seq), out var ofEntry))
                {
                    ofEntry.ForEach(field => verifier.CheckOpened(entry, field));
                }
            }

            verifier.CompareHead(stream.Head);
        }

        verifier.Finish();
        foreach (var left in opened.Keys)
        {
            Fail(left.Stream, left.Seq, LedgerFindingCode.CommitmentMissing, "A field is opened for an entry that is not there.");
        }

        if (verifier.Entries == 0)
        {
            Fail(default, 0, LedgerFindingCode.NoEntries, "The export holds no entries: there is nothing it could prove.");
        }

        var warnings = verifier.Warnings;
        if (recordedNumbers.Any(number => number != export.CaseNumber))
        {
            Fail(default, 0, LedgerFindingCode.NumberMismatch, "The entries are those of a case with another number.");
        }
        else if (recordedNumbers.Count == 0)
        {
            warnings++;
            Keep(findings, new LedgerFinding(
                default, 0, LedgerFindingCode.NumberNotRecorded, "No entry records the case's number; the one above is only said by the file."));
        }

        return new CaseExportVerdict(verifier.Entries, export.Opened.Count, verifier.Failures + failures, warnings, findings);
    }

    private static void CheckStreams(CaseExport export, Action<LedgerStream, long, string, string> fail)
    {
        var streams = new HashSet<LedgerStream>();
        var ofCase = export.Streams.FirstOrDefault(stream => stream.Stream.Lane == LedgerLane.Case);
        foreach (var stream in export.Streams.Select(exported => exported.Stream))
        {
            if (!streams.Add(stream))
            {
                fail(stream, 0, LedgerFindingCode.DuplicateStream, "The stream stands in the export twice.");
            }

            if (stream.Lane is not (LedgerLane.Case or LedgerLane.Read) || (ofCase is not null && stream.Scope != ofCase.Stream.Scope))
            {
                fail(stream, 0, LedgerFindingCode.ForeignStream, "The stream does not belong to the case.");
            }
        }

        if (ofCase is null || ofCase.Entries.Count == 0)
        {
            fail(default, 0, LedgerFindingCode.CaseStreamMissing, "The history of the case itself is not in the export.");
        }
    }

    private static Dictionary<(LedgerStream Stream, long Seq), List<OpenedField>> IndexOpened(
        CaseExport export, Action<LedgerStream, long, string, string> fail)
    {
        var index = new Dictionary<(LedgerStream Stream, long Seq), List<OpenedField>>();
        var tags = new HashSet<(LedgerStream Stream, long Seq, ushort Tag)>();
        foreach (var field in export.Opened)
        {
            if (!tags.Add((field.Stream, field.Seq, field.Tag)))
            {
                fail(field.Stream, field.Seq, LedgerFindingCode.OpenedTwice, $"'{LedgerTag.NameOf(field.Tag)}' is opened twice.");
            }

            if (!index.TryGetValue((field.Stream, field.Seq), out var ofEntry))
            {
                index.Add((field.Stream, field.Seq), ofEntry = []);
            }

            ofEntry.Add(field);
        }

        return index;
    }

    private static void Keep(List<LedgerFinding> findings, LedgerFinding finding)
    {
        if (findings.Count < MaxFindings)
        {
            findings.Add(finding);
        }
    }
}

/// <summary>What the check of an export came to.</summary>
public sealed record CaseExportVerdict(
    long Entries, int Opened, long Failures, long Warnings, IReadOnlyList<LedgerFinding> Findings)
{
    public bool IsValid => Failures == 0 && Entries > 0;
}
