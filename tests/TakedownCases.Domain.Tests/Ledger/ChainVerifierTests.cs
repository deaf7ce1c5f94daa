using System.Runtime.CompilerServices;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Domain.Tests.Ledger;

public sealed class ChainVerifierTests
{
    private static readonly List<LedgerRow> Chain = LedgerSamples.Chain(5);
    private static readonly LedgerHead Head = LedgerSamples.HeadOf(Chain);

    [Fact]
    public void A_chain_that_nobody_touched_has_no_findings()
    {
        Assert.Empty(LedgerSamples.Verify(Chain, Head));
        Assert.Empty(LedgerSamples.Verify([], LedgerHead.Empty(LedgerSamples.CaseStream)));
    }

    [Fact]
    public void A_body_that_cannot_be_read_is_named()
    {
        Assert.Contains(At(3, LedgerFindingCode.BodyUnreadable), Codes(With(3, row => LedgerSamples.Changed(row, 0, rehash: true))));
    }

    [Fact]
    public void A_changed_body_is_named_at_its_entry_alone()
    {
        // Byte 53 is the lowest of the time.
        Assert.Equal([At(3, LedgerFindingCode.HashMismatch)], Codes(With(3, row => LedgerSamples.Changed(row, 53))));
    }

    [Fact]
    public void A_changed_stored_hash_is_named_at_its_entry_alone()
    {
        var rows = With(3, row => row with { Hash = new byte[32] });

        Assert.Equal([At(3, LedgerFindingCode.HashMismatch)], Codes(rows));
    }

    [Fact]
    public void An_entry_rewritten_with_its_hash_breaks_the_next_one()
    {
        var rows = With(3, row => LedgerSamples.Changed(row, 53, rehash: true));

        Assert.Equal([At(4, LedgerFindingCode.PreviousHashMismatch)], Codes(rows));
    }

    [Fact]
    public void The_last_entry_rewritten_with_its_hash_does_not_fit_the_head()
    {
        var rows = With(5, row => LedgerSamples.Changed(row, 53, rehash: true));

        Assert.Equal([At(5, LedgerFindingCode.HeadMismatch)], Codes(rows));
    }

    [Fact]
    public void A_first_entry_that_names_a_previous_one_is_named()
    {
        var first = LedgerSamples.Row(LedgerSamples.Filed(LedgerSamples.CaseStream) with { PreviousHash = ChainHash.Of([]) });

        Assert.Equal(
            [At(1, LedgerFindingCode.PreviousHashMismatch)],
            LedgerSamples.Verify([first], LedgerSamples.HeadOf([first])).Select(Short));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_missing_entry_is_a_gap_and_nothing_else(int missing)
    {
        var rows = Chain.FindAll(row => row.Seq != missing);

        Assert.Equal([At(missing + 1, LedgerFindingCode.Gap)], Codes(rows));
    }

    [Fact]
    public void Missing_entries_at_the_end_are_named_by_the_head()
    {
        Assert.Equal([At(4, LedgerFindingCode.TailMissing)], Codes(Chain[..3]));
        Assert.Equal([At(1, LedgerFindingCode.TailMissing)], Codes([]));
    }

    [Fact]
    public void Entries_beyond_the_head_do_not_fit_it()
    {
        var found = LedgerSamples.Verify(Chain, LedgerSamples.HeadOf(Chain[..4]));

        Assert.Equal([At(5, LedgerFindingCode.HeadMismatch)], found.Select(Short));
    }

    [Fact]
    public void Entries_without_a_head_are_named_also_when_another_stream_follows()
    {
        var other = LedgerSamples.Chain(2, LedgerSamples.ReadStream);

        var found = LedgerSamples.Verify([.. Chain, .. other], LedgerSamples.HeadOf(other));

        var finding = Assert.Single(found);
        Assert.Equal((LedgerSamples.CaseStream, 5, LedgerFindingCode.HeadMissing), (finding.Stream, finding.Seq, finding.Code));
    }

    [Fact]
    public void An_entry_twice_or_behind_a_later_one_is_out_of_order()
    {
        Assert.Equal([At(2, LedgerFindingCode.OutOfOrder)], Codes([.. Chain[..2], Chain[1], .. Chain[2..]]));
        Assert.Contains(At(2, LedgerFindingCode.OutOfOrder), Codes([Chain[0], Chain[2], Chain[1], .. Chain[3..]]));
    }

    [Fact]
    public void An_entry_stored_under_another_stream_is_named()
    {
        var rows = LedgerSamples.Chain(2, LedgerSamples.ReadStream).ConvertAll(row => row with { Stream = LedgerSamples.CaseStream });

        Assert.Equal(
            [At(1, LedgerFindingCode.WrongStream), At(2, LedgerFindingCode.WrongStream)],
            LedgerSamples.Verify(rows, LedgerSamples.HeadOf(rows)).Select(Short));
    }

    [Fact]
    public void An_entry_stored_under_another_number_is_named()
    {
        // The lowest byte of the sequence number inside the body.
        var rows = With(3, row => LedgerSamples.Changed(row, 13, change: 4, rehash: true));

        Assert.Contains(At(3, LedgerFindingCode.WrongSeq), Codes(rows));
    }

    [Fact]
    public void A_time_running_backwards_is_a_warning_only()
    {
        var late = LedgerSamples.Row(LedgerSamples.Filed(LedgerSamples.CaseStream) with { At = LedgerSamples.Start.AddYears(1) });
        List<LedgerRow> rows = [late, LedgerSamples.Row(LedgerSamples.Next(late))];

        var finding = Assert.Single(LedgerSamples.Verify(rows, LedgerSamples.HeadOf(rows)));

        Assert.Equal(At(2, LedgerFindingCode.TimeBackwards), Short(finding));
        Assert.True(finding.IsWarning);
    }

    [Theory]
    [InlineData(LedgerTag.Address, LedgerSamples.Address, null)]
    [InlineData(LedgerTag.Address, "https://example.org/photos/2", LedgerFindingCode.CommitmentMismatch)]
    [InlineData(LedgerTag.Details, LedgerSamples.Address, LedgerFindingCode.CommitmentMissing)]
    [InlineData(LedgerTag.Number, LedgerSamples.CaseNumber, LedgerFindingCode.CommitmentMissing)]
    public void An_opened_field_is_checked_against_its_commitment(int tag, string value, string? code)
    {
        var findings = new List<LedgerFinding>();
        var verifier = new ChainVerifier(findings.Add);
        var entry = verifier.Add(Chain[0]);
        Assert.NotNull(entry);

        verifier.CheckOpened(entry, LedgerSamples.OpenedAddress(value) with { Tag = (ushort)tag });

        Assert.Equal(code is null ? [] : [code], findings.Select(finding => finding.Code));
    }

    [Fact]
    public void A_salt_of_another_length_opens_nothing()
    {
        var findings = new List<LedgerFinding>();
        var verifier = new ChainVerifier(findings.Add);
        var entry = verifier.Add(Chain[0]);
        Assert.NotNull(entry);

        verifier.CheckOpened(entry, LedgerSamples.OpenedAddress() with { Salt = new byte[16] });

        Assert.Equal(LedgerFindingCode.CommitmentMismatch, Assert.Single(findings).Code);
    }

    [Fact]
    public void Entries_that_were_followed_are_not_kept()
    {
        var verifier = new ChainVerifier(finding => Assert.Fail(finding.Message));

        var early = Feed(verifier, 1000);
        GC.Collect();

        Assert.False(early.IsAlive);
        Assert.Equal(1000, verifier.Entries);
    }

    // A frame of its own, so that no local of the test keeps an entry alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Feed(ChainVerifier verifier, int entries)
    {
        var row = LedgerSamples.Chain(1)[0];
        var early = new WeakReference(verifier.Add(row));
        for (var i = 1; i < entries; i++)
        {
            row = LedgerSamples.Row(LedgerSamples.Next(row));
            verifier.Add(row);
        }

        return early;
    }

    private static List<LedgerRow> With(long seq, Func<LedgerRow, LedgerRow> change)
        => Chain.ConvertAll(row => row.Seq == seq ? change(row) : row);

    private static IEnumerable<string> Codes(IEnumerable<LedgerRow> rows) => LedgerSamples.Verify(rows, Head).Select(Short);

    private static string Short(LedgerFinding finding) => At(finding.Seq, finding.Code);

    private static string At(long seq, string code) => $"{seq} {code}";
}
