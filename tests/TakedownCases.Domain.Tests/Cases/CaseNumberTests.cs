using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Tests.Cases;

public sealed class CaseNumberTests
{
    [Fact]
    public void Number_has_the_shape_people_are_told()
    {
        for (var round = 0; round < 500; round++)
        {
            var number = CaseNumber.NewRandom();
            Assert.Matches("^TD-[2-9CDFHJKLMNPRTVWX]{4}-[2-9CDFHJKLMNPRTVWX]{4}$", number.Value);
            Assert.Equal(number, CaseNumber.Parse(number.ToString()));
        }
    }

    [Fact]
    public void Alphabet_has_no_vowel_and_a_prime_number_of_different_symbols()
    {
        Assert.Equal(23, CaseNumber.Alphabet.Distinct().Count());
        Assert.DoesNotContain(CaseNumber.Alphabet, "AEIOUY".Contains);
    }

    [Fact]
    public void Every_single_wrong_symbol_is_caught_at_every_position()
    {
        foreach (var symbols in SomeNumbers(100))
        {
            for (var position = 0; position < symbols.Length; position++)
            {
                foreach (var wrong in CaseNumber.Alphabet.Where(symbol => symbol != symbols[position]))
                {
                    Assert.False(CaseNumber.TryParse(symbols[..position] + wrong + symbols[(position + 1)..], out _));
                }
            }
        }
    }

    [Fact]
    public void Every_swap_of_two_symbols_is_caught_neighbours_or_not()
    {
        foreach (var symbols in SomeNumbers(500))
        {
            for (var left = 0; left < symbols.Length; left++)
            {
                for (var right = left + 1; right < symbols.Length; right++)
                {
                    var swapped = symbols.ToCharArray();
                    (swapped[left], swapped[right]) = (swapped[right], swapped[left]);
                    Assert.Equal(symbols[left] == symbols[right], CaseNumber.TryParse(new string(swapped), out _));
                }
            }
        }
    }

    [Fact]
    public void Number_reads_as_people_type_it()
    {
        var number = Number(5, 0, 3, 4, 6, 14, 9);

        Assert.Equal("TD-7256-8LDX", number.Value);
        string[] typed =
        [
            "td-7256-8ldx", "7256-8LDX", "72568ldx", " TD 7256 8LDX\n", "td72568ldx", "TD–7256–8LDX",
            "7Z5G-B1OX", "7zsg b1ox", "TD-72S6-8I0X", "TD-7256-8LQX", "ＴＤ－７２５６－８ＬＤＸ",
        ];
        Assert.All(typed, text => Assert.Equal(number, CaseNumber.Parse(text)));
    }

    [Fact]
    public void A_number_that_begins_with_the_letters_of_the_prefix_reads_with_and_without_it()
    {
        var number = Number(CaseNumber.Alphabet.IndexOf('T'), CaseNumber.Alphabet.IndexOf('D'), 1, 2, 3, 4, 5);

        Assert.StartsWith("TD-TD", number.Value, StringComparison.Ordinal);
        Assert.Equal(number, CaseNumber.Parse(number.Value[3..]));
        Assert.Equal(number, CaseNumber.Parse(number.Value));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("TD")]
    [InlineData("TD-7256-8LD8")]
    [InlineData("TD-7256-8LD")]
    [InlineData("TD-7256-8LDXX")]
    [InlineData("TX-7256-8LDX")]
    [InlineData("TD-7256-8LÉX")]
    [InlineData("TD-7256-8L\ud800X")]
    public void What_is_no_number_is_refused(string? text)
    {
        Assert.False(CaseNumber.TryParse(text, out var number));
        Assert.Equal("", number.Value);
        Assert.Throws<FormatException>(() => CaseNumber.Parse(text));
    }

    [Fact]
    public void A_huge_text_is_refused_at_once()
        => Assert.False(CaseNumber.TryParse(new string('7', 1_000_000), out _));

    private static List<string> SomeNumbers(int count)
    {
        var random = new Random(20260503);
        return [.. Enumerable.Range(0, count)
            .Select(_ => CaseNumber.NewRandom(() => random.Next(CaseNumber.Alphabet.Length)).Value[3..]
                .Replace("-", "", StringComparison.Ordinal))];
    }

    private static CaseNumber Number(params int[] values)
    {
        var next = 0;
        return CaseNumber.NewRandom(() => values[next++]);
    }
}
