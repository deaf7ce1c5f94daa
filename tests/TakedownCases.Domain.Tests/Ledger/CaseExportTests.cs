using System.Text;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Domain.Tests.Ledger;

public sealed class CaseExportTests
{
    [Fact]
    public void An_export_is_read_back_as_it_was_written_and_is_valid()
    {
        var export = LedgerSamples.Export();

        var read = Read(LedgerSamples.Json(export));

        Assert.Equal((export.Installation, export.MadeAt, export.CaseNumber), (read.Installation, read.MadeAt, read.CaseNumber));
        Assert.Equal(LedgerSamples.Json(export), LedgerSamples.Json(read));
        var verdict = CaseExportCheck.Run(read);
        Assert.True(verdict.IsValid);
        Assert.Empty(verdict.Findings);
        Assert.Equal((8, 1), (verdict.Entries, verdict.Opened));
    }

    [Fact]
    public void Opened_bytes_that_are_no_text_survive_the_file()
    {
        var export = LedgerSamples.Export() with { Opened = [LedgerSamples.OpenedAddress() with { Value = new byte[] { 0xff, 0, 1 } }] };

        Assert.Equal([0xff, 0, 1], Read(LedgerSamples.Json(export)).Opened[0].Value.ToArray());
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("{}", "nothing in it")]
    [InlineData("[]", "no object")]
    [InlineData("null", "null")]
    [InlineData("\ufeff{}", "byte order mark")]
    [InlineData("""{"format":"takedown-case/2","installation":"x","made-at":"2026-01-02T03:04:05.678901Z","case":"x","streams":[],"opened":[]}""", "version")]
    [InlineData("""{"format":"takedown-case/1","installation":"x","made-at":"2026-01-02","case":"x","streams":[],"opened":[]}""", "date")]
    [InlineData("""{"format":"takedown-case/1","installation":"\ud800","made-at":"2026-01-02T03:04:05.678901Z","case":"x","streams":[],"opened":[]}""", "half a surrogate")]
    [InlineData("""{"format":"takedown-case/1","installation":"x","made-at":"2026-01-02T03:04:05.678901Z","case":"x","streams":[],"opened":[],"extra":1}""", "unknown name")]
    [InlineData("""{"format":"takedown-case/1","installation":"x","made-at":"2026-01-02T03:04:05.678901Z","case":"x","case":"y","streams":[],"opened":[]}""", "name twice")]
    [InlineData("""{"format":"takedown-case/1","installation":"x","made-at":"2026-01-02T03:04:05.678901Z","case":"x","streams":[]}""", "missing list")]
    [InlineData("""{"format":"takedown-case/1","installation":"x","made-at":"2026-01-02T03:04:05.678901Z","case":"x","streams":[],"opened":[]}{}""", "something behind")]
    [InlineData("""{"format":"takedown-case/1","installation":"x","made-at":"2026-01-02T03:04:05.678901Z","case":"x","streams":[{"stream":"case/x","entries":[],"head":{"seq":0,"hash":"00"}}],"opened":[]}""", "stream")]
    [InlineData("""{"format":"takedown-case/1","installation":"x","made-at":"2026-01-02T03:04:05.678901Z","case":"x","streams":[[[[[[[[[[]]]]]]]]]],"opened":[]}""", "depth")]
    public void Anything_but_the_format_is_refused_with_a_reason(string json, string what)
    {
        Assert.False(CaseExportReader.TryRead(Encoding.UTF8.GetBytes(json), out _, out var why), what);
        Assert.NotEmpty(why);
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        var json = LedgerSamples.Json(LedgerSamples.Export());

        Assert.All(Enumerable.Range(0, json.Length), length => Assert.False(CaseExportReader.TryRead(json.AsSpan(0, length), out _, out _)));
    }

    [Fact]
    public void An_opened_field_cannot_wear_the_name_of_another()
    {
        var json = Encoding.UTF8.GetString(LedgerSamples.Json(LedgerSamples.Export())).Replace("\"address\"", "\"statement\"", StringComparison.Ordinal);

        Assert.False(CaseExportReader.TryRead(Encoding.UTF8.GetBytes(json), out _, out var why));
        Assert.Contains("name of its tag", why, StringComparison.Ordinal);
    }

    public static TheoryData<string, CaseExport> NotValid()
    {
        var export = LedgerSamples.Export();
        var (ofCase, ofRead) = (export.Streams[0], export.Streams[1]);
        var foreign = new LedgerStream(Guid.Empty, LedgerLane.Read);
        var list = new LedgerStream(LedgerSamples.CaseGuid, LedgerLane.List);
        var none = LedgerHead.Empty(LedgerSamples.CaseStream);
        var elsewhere = LedgerSamples.OpenedAddress() with { Seq = 77 };
        return new TheoryData<string, CaseExport>
        {
            { LedgerFindingCode.NoEntries, export with { Streams = [], Opened = [] } },
            { LedgerFindingCode.NoEntries, export with { Streams = [new ExportedStream(LedgerSamples.CaseStream, [], none)], Opened = [] } },
            { LedgerFindingCode.CaseStreamMissing, export with { Streams = [ofRead], Opened = [] } },
            { LedgerFindingCode.DuplicateStream, export with { Streams = [ofCase, ofCase] } },
            { LedgerFindingCode.ForeignStream, export with { Streams = [ofCase, LedgerSamples.Exported(LedgerSamples.Chain(2, foreign))] } },
            { LedgerFindingCode.ForeignStream, export with { Streams = [ofCase, LedgerSamples.Exported(LedgerSamples.Chain(2, list))] } },
            { LedgerFindingCode.NumberMismatch, export with { CaseNumber = "TD-0000-0000" } },
            { LedgerFindingCode.OpenedTwice, export with { Opened = [.. export.Opened, .. export.Opened] } },
            { LedgerFindingCode.CommitmentMissing, export with { Opened = [elsewhere] } },
            { LedgerFindingCode.CommitmentMismatch, export with { Opened = [LedgerSamples.OpenedAddress("https://example.org/other")] } },
            { LedgerFindingCode.TailMissing, export with { Streams = [ofCase with { Entries = [.. ofCase.Entries.Take(4)] }] } },
            { LedgerFindingCode.Gap, export with { Streams = [ofCase with { Entries = [.. ofCase.Entries.Skip(1)] }], Opened = [] } },
            { LedgerFindingCode.HeadMismatch, export with { Streams = [ofCase with { Head = ofCase.Head with { Hash = new byte[32] } }] } },
        };
    }

    [Theory]
    [MemberData(nameof(NotValid), DisableDiscoveryEnumeration = true)]
    public void An_export_that_proves_less_than_it_says_is_not_valid(string code, CaseExport export)
    {
        var verdict = CaseExportCheck.Run(Read(LedgerSamples.Json(export)));

        Assert.False(verdict.IsValid);
        Assert.Contains(verdict.Findings, finding => finding.Code == code && !finding.IsWarning);
    }

    [Fact]
    public void An_export_whose_entries_record_no_number_is_valid_with_a_note()
    {
        var rows = new List<LedgerRow> { LedgerSamples.Row(LedgerSamples.Filed(LedgerSamples.CaseStream) with { Fields = [] }) };

        var verdict = CaseExportCheck.Run(LedgerSamples.Export() with { Streams = [LedgerSamples.Exported(rows)], Opened = [] });

        Assert.True(verdict.IsValid);
        Assert.Equal(LedgerFindingCode.NumberNotRecorded, Assert.Single(verdict.Findings).Code);
    }

    [Fact]
    public void A_flood_of_findings_is_counted_and_not_kept()
    {
        var row = LedgerSamples.Chain(1)[0] with { Hash = new byte[32] };
        var stream = new ExportedStream(LedgerSamples.CaseStream, [.. Enumerable.Repeat(row, 5000)], LedgerSamples.HeadOf([row]));

        var verdict = CaseExportCheck.Run(LedgerSamples.Export() with { Streams = [stream], Opened = [] });

        Assert.Equal(CaseExportCheck.MaxFindings, verdict.Findings.Count);
        Assert.InRange(verdict.Failures, 9999, 10_001);
    }

    private static CaseExport Read(byte[] json) => CaseExportReader.TryRead(json, out var export, out var why) ? export : throw new FormatException(why);
}
