using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;

namespace TakedownCases.Domain.Tests.Notices;

public sealed class NoticeReferenceTests
{
    [Fact]
    public void A_reference_is_made_of_the_bytes_and_reads_back()
    {
        var random = new Random(7);
        var bytes = new byte[NoticeReference.RandomBytes];
        for (var round = 0; round < 1_000; round++)
        {
            random.NextBytes(bytes);
            var reference = NoticeReference.FromRandom(bytes);

            Assert.Matches("^TN-[23456789CDFHJKLMNPRTVWX]{4}-[23456789CDFHJKLMNPRTVWX]{4}$", reference.Value);
            Assert.Equal(reference, NoticeReference.FromRandom(bytes));
            Assert.Equal(reference, NoticeReference.Parse(reference.Value.ToLowerInvariant().Replace('-', ' ')));
        }
    }

    [Fact]
    public void Any_one_wrong_symbol_is_found()
    {
        var value = NoticeSamples.Reference.Value;
        for (var at = 3; at < value.Length; at++)
        {
            foreach (var symbol in CaseNumber.Alphabet.Where(symbol => value[at] != '-' && symbol != value[at]))
            {
                Assert.False(NoticeReference.TryParse(value[..at] + symbol + value[(at + 1)..], out _));
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("TD-2222-2222x")]
    [InlineData("TN-AAAA-AAAA")]
    public void What_is_no_reference_is_refused(string? text)
    {
        Assert.False(NoticeReference.TryParse(text, out var reference));
        Assert.Equal("", reference.Value);
        Assert.Throws<FormatException>(() => NoticeReference.Parse(text));
    }

    [Fact]
    public void A_case_number_is_not_taken_for_a_reference()
        => Assert.False(NoticeReference.TryParse(CaseNumber.NewRandom(() => 3).Value, out _));

    [Fact]
    public void Another_number_of_bytes_is_a_bug()
        => Assert.Throws<ArgumentException>(() => NoticeReference.FromRandom(new byte[15]));
}
