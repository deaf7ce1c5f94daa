using TakedownCases.Domain.Ledger;

namespace TakedownCases.Domain.Tests.Ledger;

public sealed class LedgerStreamAndTagTests
{
    [Theory]
    [InlineData(LedgerLane.Case, "case/019b7cb2-5f00-7000-8000-000000000001")]
    [InlineData(LedgerLane.Read, "read/019b7cb2-5f00-7000-8000-000000000001")]
    [InlineData(LedgerLane.List, "list/019b7cb2-5f00-7000-8000-000000000001")]
    [InlineData(LedgerLane.Auth, "auth/019b7cb2-5f00-7000-8000-000000000001")]
    [InlineData(LedgerLane.Admin, "admin/019b7cb2-5f00-7000-8000-000000000001")]
    [InlineData(LedgerLane.System, "system/019b7cb2-5f00-7000-8000-000000000001")]
    public void A_stream_is_written_and_read_by_its_name(LedgerLane lane, string name)
    {
        var stream = new LedgerStream(LedgerSamples.CaseGuid, lane);

        Assert.Equal(name, stream.ToString());
        Assert.Equal(stream, LedgerStream.Parse(name));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("case")]
    [InlineData("case/")]
    [InlineData("Case/019b7cb2-5f00-7000-8000-000000000001")]
    [InlineData("case/019B7CB2-5f00-7000-8000-000000000001")]
    [InlineData("case/019b7cb25f0070008000000000000001")]
    [InlineData("case/{019b7cb2-5f00-7000-8000-000000000001}")]
    [InlineData(" case/019b7cb2-5f00-7000-8000-000000000001")]
    [InlineData("case/019b7cb2-5f00-7000-8000-000000000001 ")]
    [InlineData("1/019b7cb2-5f00-7000-8000-000000000001")]
    public void Only_the_exact_name_of_a_stream_is_read(string? name)
    {
        Assert.False(LedgerStream.TryParse(name, out _));
    }

    [Fact]
    public void Tags_and_names_map_both_ways_and_are_unique()
    {
        Assert.All(LedgerTag.All, row => Assert.Equal(row.Tag, LedgerTag.Of(row.Name)));
        Assert.All(LedgerTag.All, row => Assert.Equal(row.Name, LedgerTag.NameOf(row.Tag)));
        Assert.Equal(85, LedgerTag.All.Count);
    }

    [Fact]
    public void A_tag_that_nobody_defined_throws()
    {
        Assert.Throws<ArgumentException>(() => LedgerTag.Of("name"));
        Assert.Throws<ArgumentException>(() => LedgerTag.NameOf(99));
    }

    [Fact]
    public void Commitments_are_the_tags_from_100_and_the_filer_kind()
    {
        var commitments = LedgerTag.All.Where(row => LedgerTag.IsCommitment(row.Tag)).ToList();

        Assert.Equal([26, .. Enumerable.Range(100, 14)], commitments.Select(row => (int)row.Tag));
        Assert.All(LedgerTag.All, row => Assert.Equal(row.Shape == LedgerShape.Commitment, LedgerTag.IsCommitment(row.Tag)));
        Assert.True(LedgerTag.IsCommitment(199));
        Assert.False(LedgerTag.IsCommitment(200));
    }
}
