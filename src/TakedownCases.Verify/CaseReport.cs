using System.Globalization;
using System.Text;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Verify;

/// <summary>What a lawyer reads: what the file says it is, the history, what was opened, the findings, the verdict.</summary>
internal static class CaseReport
{
    private const string InstantForm = "yyyy-MM-dd HH:mm:ss.ffffff";

    private static readonly ushort[] InTheTable =
        [LedgerTag.ActorKind, LedgerTag.Actor, LedgerTag.Role, LedgerTag.Certainty, LedgerTag.Session, LedgerTag.Command];

    public static CaseExportVerdict Write(string file, CaseExport export, TextWriter output)
    {
        Line(output, $"File:          {Printable.Of(file)}");
        Line(output, $"Case:          {Printable.Of(export.CaseNumber)}");
        Line(output, $"Installation:  {Printable.Of(export.Installation)} (said by the file, not proved by it)");
        Line(output, $"Made at:       {Instant(export.MadeAt)} UTC (said by the file, not proved by it)");

        LedgerStream? current = null;
        var verdict = CaseExportCheck.Run(export, (row, entry) =>
        {
            if (current != row.Stream)
            {
                current = row.Stream;
                WriteTableHead(row.Stream, output);
            }

            WriteEntry(row, entry, output);
        });

        WriteHeads(export, output);
        WriteOpened(export, output);
        WriteFindings(verdict, output);
        WriteVerdict(verdict, output);
        return verdict;
    }

    private static void WriteTableHead(LedgerStream stream, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(stream.Lane == LedgerLane.Read
            ? $"WHO LOOKED AT THE CASE ({stream})"
            : $"WHAT WAS DONE ({stream})");
        output.WriteLine("   No  Time (UTC)                  What                            By whom / how it is known");
    }

    private static void WriteEntry(LedgerRow row, LedgerEntry? entry, TextWriter output)
    {
        if (entry is null)
        {
            Line(output, $"{row.Seq,5}  (this entry cannot be read; see the findings)");
            return;
        }

        Line(output, $"{row.Seq,5}  {Instant(entry.At)}  {entry.Kind,-30}  {Actor(entry)} / {TextOf(entry, LedgerTag.Certainty) ?? "not stated"}");
        var details = entry.Fields.Where(field => !InTheTable.Contains(field.Tag) && !LedgerTag.IsCommitment(field.Tag)).ToList();
        if (details.Count > 0)
        {
            Line(output, $"       {string.Join(", ", details.Select(Detail))}");
        }

        var sealedNames = entry.Fields.Where(field => LedgerTag.IsCommitment(field.Tag)).Select(Name).ToList();
        if (sealedNames.Count > 0)
        {
            Line(output, $"       committed to, not shown here: {string.Join(", ", sealedNames)}");
        }
    }

    private static void WriteHeads(CaseExport export, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("HEADS (compare these with any copy you had from elsewhere)");
        foreach (var head in export.Streams.Select(stream => stream.Head))
        {
            Line(output, $"  {head.Stream}  entry {head.Seq}  {Convert.ToHexStringLower(head.Hash)}");
        }
    }

    private static void WriteOpened(CaseExport export, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(export.Opened.Count == 0 ? "No committed field is opened in this file." : "OPENED FIELDS (what commitments stand for)");
        foreach (var opened in export.Opened)
        {
            Line(output, $"  {opened.Stream}  entry {opened.Seq}  {LedgerTag.NameOf(opened.Tag)}: {Value(opened.Value)}");
        }
    }

    private static void WriteFindings(CaseExportVerdict verdict, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(verdict.Failures + verdict.Warnings == 0 ? "No findings." : "FINDINGS");
        foreach (var finding in verdict.Findings)
        {
            var place = finding.Seq == 0 && finding.Stream == default ? "the export" : $"{finding.Stream} entry {finding.Seq}";
            Line(output, $"  {(finding.IsWarning ? "note   " : "FAILURE")}  {finding.Code}  {place}: {Printable.Of(finding.Message)}");
        }

        var more = verdict.Failures + verdict.Warnings - verdict.Findings.Count;
        if (more > 0)
        {
            Line(output, $"  and {more} more");
        }
    }

    private static void WriteVerdict(CaseExportVerdict verdict, TextWriter output)
    {
        output.WriteLine();
        if (!verdict.IsValid)
        {
            Line(output, $"NOT VALID: {verdict.Failures} failure(s) in {verdict.Entries} entries. Do not rely on this file.");
            return;
        }

        Line(output, $"VALID: {verdict.Entries} entries, {verdict.Opened} opened field(s), {verdict.Warnings} note(s).");
        output.WriteLine("""
            What this proves: these entries stand in this order, none is missing between the first and the head, none was
            changed since the entry after it (or the head) was made, and each opened field is what was committed to then.
            What it does not prove: that the last entries were not cut off and the head made anew, or that the whole file was
            not made anew (compare the heads with a copy you had from elsewhere); that the clock was right; that what
            people reported is true; that content existed, or that a platform read what it was sent.
            """);
    }

    private static string Actor(LedgerEntry entry)
    {
        var kind = TextOf(entry, LedgerTag.ActorKind) ?? "not stated";
        var role = TextOf(entry, LedgerTag.Role) is { } named ? $" ({named})" : "";
        var id = entry.Find(LedgerTag.Actor) is { } actor ? $" {actor.AsGuid():D}" : "";
        return $"{kind}{role}{id}";
    }

    private static string? TextOf(LedgerEntry entry, ushort tag) => entry.Find(tag) is { } field ? Printable.Of(field.AsText()) : null;

    private static string Detail(LedgerField field) => $"{Name(field)}={Clear(field)}";

    private static string Name(LedgerField field) => LedgerTag.Find(field.Tag)?.Name ?? $"field-{field.Tag.ToString(CultureInfo.InvariantCulture)}";

    private static string Clear(LedgerField field) => LedgerTag.Find(field.Tag)?.Shape switch
    {
        LedgerShape.Text => Printable.Of(field.AsText()),
        LedgerShape.Int64 => field.AsInt64().ToString(CultureInfo.InvariantCulture),
        LedgerShape.Instant => $"{Instant(field.AsInstant())} UTC",
        LedgerShape.Guid => field.AsGuid().ToString("D"),
        LedgerShape.GuidList => string.Join(' ', field.AsGuidList().Select(guid => guid.ToString("D"))),
        LedgerShape.Bytes or LedgerShape.Commitment or null => Convert.ToHexStringLower(field.Value.Span),
        _ => throw new InvalidOperationException("A shape of field that the report does not know."),
    };

    private static string Value(ReadOnlyMemory<byte> value)
    {
        try
        {
            return $"\"{Printable.Of(new UTF8Encoding(false, true).GetString(value.Span))}\"";
        }
        catch (ArgumentException)
        {
            return $"(bytes) {Convert.ToHexStringLower(value.Span)}";
        }
    }

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString(InstantForm, CultureInfo.InvariantCulture);

    private static void Line(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
