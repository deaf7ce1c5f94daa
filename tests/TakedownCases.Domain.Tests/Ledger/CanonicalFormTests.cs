using TakedownCases.Domain.Ledger;

namespace TakedownCases.Domain.Tests.Ledger;

public sealed class CanonicalFormTests
{
    // Made by a program in another language from docs/ledger.md, not by the code under test.
    private const string Entry1 = "544443310001000000000000000100000000000000000000000000000000000000000000000000000000000000000006475ef6574f350008000100000029636173652f30313962376362322d356630302d373030302d383030302d30303030303030303030303100020000000a636173652e66696c65640003000000087375727669766f72000700000010019b7cb25f00700080000000000000c00009000000087265706f7274656400140000000c54442d374b334d2d395132580015000000056164756c74006400000020f9b149db994039d041affeb1c56379efa40a820923cb73e9548ee739cd8dcaeb";
    private const string Hash1 = "9cfdde67b682a311768ed64b3f421c1df63eac1f7b251c865b6eb5bce043dbbb";
    private const string Entry2 = "54444331000100000000000000029cfdde67b682a311768ed64b3f421c1df63eac1f7b251c865b6eb5bce043dbbb0006475fbe4630000008000100000029636173652f30313962376362322d356630302d373030302d383030302d30303030303030303030303100020000000c636173652e636c61696d65640003000000057374616666000400000010019b7cb25f00700080000000000000a10009000000086f62736572766564000a0000000952c3a9766973696f6e0023000000080006478732060f35002a00000008fffffffffffffffe";
    private const string Hash2 = "bc764c41de7366246a2718150f27c71e34edd415903630a96497cf00715a299a";
    private const string AddressCommitment = "f9b149db994039d041affeb1c56379efa40a820923cb73e9548ee739cd8dcaeb";

    [Fact]
    public void Entries_are_written_as_the_approved_vectors()
    {
        var first = CanonicalForm.Write(LedgerSamples.Filed(LedgerSamples.CaseStream));
        var second = CanonicalForm.Write(LedgerSamples.Claimed(ChainHash.Of(first)));

        Assert.Equal(Entry1, Convert.ToHexStringLower(first));
        Assert.Equal(Hash1, Convert.ToHexStringLower(ChainHash.Of(first)));
        Assert.Equal(Entry2, Convert.ToHexStringLower(second));
        Assert.Equal(Hash2, Convert.ToHexStringLower(ChainHash.Of(second)));
    }

    [Fact]
    public void The_vectors_are_read_back_with_every_part()
    {
        var entry = CanonicalForm.Read(Convert.FromHexString(Entry2));

        Assert.Equal(LedgerSamples.CaseStream, entry.Stream);
        Assert.Equal(2, entry.Seq);
        Assert.Equal(Hash1, Convert.ToHexStringLower(entry.PreviousHash));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 4, 0, 0, TimeSpan.Zero), entry.At);
        Assert.Equal("case.claimed", entry.Kind);
        Assert.Equal(LedgerSamples.Claimed(entry.PreviousHash).Fields, entry.Fields);
        Assert.Equal("R\u00e9vision", entry.Find(LedgerTag.Purpose)?.AsText());
        Assert.Equal(LedgerSamples.Start.AddDays(2), entry.Find(LedgerTag.DueAt)?.AsInstant());
        Assert.Equal(-2, entry.Find(LedgerTag.Count)?.AsInt64());
    }

    [Fact]
    public void A_commitment_is_the_approved_vector_and_binds_tag_length_and_value()
    {
        var value = System.Text.Encoding.UTF8.GetBytes(LedgerSamples.Address);

        var commitment = Commitment.Of(LedgerSamples.Salt, LedgerTag.Address, value);

        Assert.Equal(AddressCommitment, Convert.ToHexStringLower(commitment));
        Assert.NotEqual(commitment, Commitment.Of(LedgerSamples.Salt, LedgerTag.Details, value));
        Assert.NotEqual(commitment, Commitment.Of(LedgerSamples.Salt, LedgerTag.Address, value.AsSpan(1)));
        Assert.NotEqual(commitment, Commitment.Of(new byte[32], LedgerTag.Address, value));
        Assert.Throws<ArgumentException>(() => Commitment.Of(new byte[31], LedgerTag.Address, value));
    }

    [Fact]
    public void The_hash_is_the_leaf_hash_of_RFC_6962()
    {
        // The empty leaf of RFC 6962: SHA-256 of one zero byte.
        Assert.Equal("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", Convert.ToHexStringLower(ChainHash.Of([])));
    }

    [Fact]
    public void The_specification_shows_the_same_vectors_and_the_same_table_of_tags()
    {
        var specification = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "ledger.md"));
        var hex = string.Concat(specification.Where(char.IsAsciiLetterOrDigit));

        Assert.All([Entry1, Hash1, Entry2, Hash2, AddressCommitment], vector => Assert.Contains(vector, hex, StringComparison.Ordinal));
        Assert.All(LedgerTag.All, row => Assert.Contains($"| {row.Tag} | {row.Name} | {ShapeName(row.Shape)} |", specification, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("54444332", "another format")]
    [InlineData("544443310002", "another type")]
    [InlineData("5444433100010000000000000000", "sequence number zero")]
    [InlineData("54444331000180000000000000ff", "sequence number below zero")]
    public void An_entry_with_another_beginning_is_refused(string beginning, string why)
    {
        var bytes = Convert.FromHexString(beginning + Entry1[beginning.Length..]);

        Assert.False(CanonicalForm.TryRead(bytes, out _, out var reason), why);
        Assert.NotEmpty(reason);
    }

    [Fact]
    public void An_entry_is_refused_when_a_byte_is_missing_or_too_many()
    {
        var bytes = Convert.FromHexString(Entry1);

        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.False(CanonicalForm.TryRead(bytes.AsSpan(0, length), out _, out _)));
        Assert.False(CanonicalForm.TryRead([.. bytes, 0], out _, out _));
        Assert.Throws<FormatException>(() => CanonicalForm.Read([.. bytes, 0]));
    }

    [Fact]
    public void An_entry_longer_than_a_mebibyte_is_neither_written_nor_read()
    {
        var entry = LedgerSamples.Filed(LedgerSamples.CaseStream) with { Fields = [LedgerField.Bytes(LedgerTag.Session, new byte[CanonicalForm.MaxLength])] };

        Assert.Throws<ArgumentException>(() => CanonicalForm.Write(entry));
        Assert.False(CanonicalForm.TryRead(new byte[CanonicalForm.MaxLength + 1], out _, out _));
    }

    public static TheoryData<string, LedgerEntry> WithoutForm()
    {
        var entry = LedgerSamples.Filed(LedgerSamples.CaseStream);
        return new TheoryData<string, LedgerEntry>
        {
            { "sequence zero", entry with { Seq = 0 } },
            { "short previous hash", entry with { PreviousHash = new byte[31] } },
            { "time finer than a microsecond", entry with { At = entry.At.AddTicks(1) } },
            { "kind in capitals", entry with { Kind = "Case.Filed" } },
            { "empty kind", entry with { Kind = "" } },
            { "kind too long", entry with { Kind = new string('a', 65) } },
            { "unknown lane", entry with { Stream = new LedgerStream(Guid.Empty, (LedgerLane)9) } },
            { "tags out of order", entry with { Fields = [.. entry.Fields.Reverse()] } },
            { "tag twice", entry with { Fields = [entry.Fields[0], entry.Fields[0]] } },
            { "kind among the fields", entry with { Fields = [LedgerField.Text(LedgerTag.Kind, "case.filed")] } },
            { "unknown tag", entry with { Fields = [LedgerField.Text(99, "x")] } },
            { "short commitment", entry with { Fields = [LedgerField.Bytes(LedgerTag.Address, new byte[31])] } },
            { "filer in clear", entry with { Fields = [LedgerField.Text(LedgerTag.FilerKind, "guardian")] } },
            { "number as text", entry with { Fields = [LedgerField.Text(LedgerTag.Count, "5")] } },
            { "text with NUL", entry with { Fields = [LedgerField.Bytes(LedgerTag.State, [65, 0])] } },
            { "text not in form C", entry with { Fields = [LedgerField.Bytes(LedgerTag.State, [0x65, 0xcc, 0x81])] } },
            { "text not UTF-8", entry with { Fields = [LedgerField.Bytes(LedgerTag.State, [0xc0, 0x80])] } },
            { "instant outside the calendar", entry with { Fields = [LedgerField.Int64(LedgerTag.At, long.MaxValue)] } },
            { "half an id in a list", entry with { Fields = [LedgerField.Bytes(LedgerTag.Shown, new byte[17])] } },
        };
    }

    [Theory]
    [MemberData(nameof(WithoutForm), DisableDiscoveryEnumeration = true)]
    public void An_entry_without_a_canonical_form_is_not_written(string what, LedgerEntry entry)
    {
        Assert.NotEmpty(what);
        Assert.Throws<ArgumentException>(() => CanonicalForm.Write(entry));
    }

    [Fact]
    public void Text_with_NUL_or_half_a_surrogate_pair_is_refused_when_the_field_is_made()
    {
        Assert.Throws<ArgumentException>(() => LedgerField.Text(LedgerTag.State, "a\0b"));
        Assert.Throws<ArgumentException>(() => LedgerField.Text(LedgerTag.State, "a\ud800b"));
    }

    [Fact]
    public void A_field_that_a_later_version_added_is_read_as_bytes()
    {
        // One more field at the end: tag 90, one byte; the number of fields stands at byte 54.
        var bytes = Convert.FromHexString(Entry2 + "005a0000000107");
        bytes[55]++;

        Assert.True(CanonicalForm.TryRead(bytes, out var entry, out _));
        Assert.Equal([7], entry.Find(90)?.Value.ToArray());
    }

    private static string ShapeName(LedgerShape shape) => shape switch
    {
        LedgerShape.Text => "text",
        LedgerShape.Int64 => "int64",
        LedgerShape.Instant => "instant",
        LedgerShape.Guid => "guid",
        LedgerShape.GuidList => "guid list",
        LedgerShape.Bytes => "bytes",
        LedgerShape.Commitment => "commitment",
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };
}
