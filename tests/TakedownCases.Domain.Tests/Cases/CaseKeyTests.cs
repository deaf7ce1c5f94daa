using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Tests.Cases;

public sealed class CaseKeyTests
{
    // The digits of the worked example in Damm's thesis: 572 has check digit 4.
    private static readonly CaseKey Known = KeyOf("0000000000000000572");

    [Fact]
    public void Check_digit_is_the_one_of_the_published_example()
        => Assert.Equal("00000000000000005724", Known.Digits());

    [Fact]
    public void Key_never_shows_itself_unless_asked_by_name()
    {
        var key = CaseKey.NewRandom();

        Assert.Equal("[case key]", key.ToString());
        Assert.Equal("[case key]", $"{key}");
        Assert.Equal("{}", System.Text.Json.JsonSerializer.Serialize(key));
        Assert.Equal(24, key.Show().Length);
        Assert.Equal(key.Digits(), key.Show().Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Random_keys_read_back_and_use_every_digit_in_every_place()
    {
        var seen = new HashSet<(int Position, char Digit)>();
        for (var round = 0; round < 2000; round++)
        {
            var key = CaseKey.NewRandom();
            Assert.True(CaseKey.TryParse(key.Show(), out var read, out var problem));
            Assert.Equal(CaseKeyProblem.None, problem);
            Assert.Equal(key, read);
            seen.UnionWith(key.Digits().Select((digit, position) => (position, digit)));
        }

        Assert.Equal(CaseKey.Length * 10, seen.Count);
    }

    [Fact]
    public void Every_single_wrong_digit_is_caught_at_every_position()
    {
        foreach (var digits in SomeKeys(200))
        {
            for (var position = 0; position < CaseKey.Length; position++)
            {
                for (var wrong = '0'; wrong <= '9'; wrong++)
                {
                    if (wrong == digits[position])
                    {
                        continue;
                    }

                    AssertCheckDigit(digits[..position] + wrong + digits[(position + 1)..]);
                }
            }
        }
    }

    [Fact]
    public void Every_swap_of_neighbours_is_caught_at_every_position_for_every_pair()
    {
        var pairs = new HashSet<(int, char, char)>();
        foreach (var digits in SomeKeys(3000))
        {
            for (var position = 0; position < CaseKey.Length - 1; position++)
            {
                var (left, right) = (digits[position], digits[position + 1]);
                if (left == right)
                {
                    continue;
                }

                pairs.Add((position, left, right));
                AssertCheckDigit(digits[..position] + right + left + digits[(position + 2)..]);
            }
        }

        Assert.Equal((CaseKey.Length - 1) * 90, pairs.Count);
    }

    [Theory]
    [InlineData("00000000000000005724")]
    [InlineData("0000 0000 0000 0000 5724")]
    [InlineData("0000-0000-0000-0000-5724")]
    [InlineData("0000.0000.0000.0000.5724\r\n")]
    [InlineData("  My key is 0000 0000 0000 0000 5724, thank you. ")]
    [InlineData("Il est : 0000 0000 0000 0000 5724")]
    [InlineData("Ma clé (3 mai 2026) : 0000 0000 0000 0000 5724")]
    [InlineData("key00000000000000005724")]
    [InlineData("OOOO oooo OOOO 0000 5724")]
    [InlineData("0 0 0 0 O O O O 0 0 0 0 0 0 0 0 5 7 2 4")]
    [InlineData("００００ ００００ ００００ ００００ ５７２４")]
    [InlineData("٠٠٠٠ ٠٠٠٠ ٠٠٠٠ ٠٠٠٠ ٥٧٢٤")]
    [InlineData("۰۰۰۰ ۰۰۰۰ ۰۰۰۰ ۰۰۰۰ ۵۷۲۴")]
    [InlineData("\u200f0000\u00a00000\u202f0000\u20130000\u200b5724\u200e")]
    public void Key_reads_as_people_type_it(string text)
    {
        Assert.True(CaseKey.TryParse(text, out var key, out var problem), problem.ToString());
        Assert.Equal(Known, key);
    }

    [Fact]
    public void Letters_that_look_like_one_read_as_one()
    {
        var key = KeyOf("1111111111111111111");

        Assert.Equal(key, CaseKey.Parse(key.Show().Replace("1111", "Il1l", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(null, CaseKeyProblem.Empty)]
    [InlineData("", CaseKeyProblem.Empty)]
    [InlineData(" \t\r\n", CaseKeyProblem.Empty)]
    [InlineData("I lost it", CaseKeyProblem.NotDigits)]
    [InlineData("lol", CaseKeyProblem.NotDigits)]
    [InlineData("\0\ud800", CaseKeyProblem.NotDigits)]
    [InlineData("0000 0000 0000 0000 57x4", CaseKeyProblem.NotDigits)]
    [InlineData("0000 0000 0000 0000 572", CaseKeyProblem.TooShort)]
    [InlineData("0000 0000 0000 0000 57244", CaseKeyProblem.TooLong)]
    [InlineData("0000 0000 0000 0000 5725", CaseKeyProblem.CheckDigit)]
    public void What_is_no_key_says_why(string? text, CaseKeyProblem expected)
    {
        Assert.False(CaseKey.TryParse(text, out var key, out var problem));
        Assert.Equal(expected, problem);
        Assert.Equal(default, key);
        Assert.Throws<InvalidOperationException>(() => key.Digits());
    }

    [Fact]
    public void A_huge_text_is_refused_at_once()
    {
        Assert.False(CaseKey.TryParse(new string('1', 1_000_000), out _, out var problem));
        Assert.Equal(CaseKeyProblem.TooLong, problem);
    }

    [Fact]
    public void A_refusal_does_not_repeat_what_was_typed()
        => Assert.DoesNotContain("5725", Assert.Throws<FormatException>(() => CaseKey.Parse("0000 5725")).Message);

    [Fact]
    public void Keys_are_equal_when_their_digits_are()
    {
        Assert.True(Known == CaseKey.Parse("0000 0000 0000 0000 5724"));
        Assert.True(Known != CaseKey.NewRandom());
        Assert.False(Known.Equals(default));
        Assert.Equal(Known.GetHashCode(), CaseKey.Parse(Known.Show()).GetHashCode());
    }

    private static void AssertCheckDigit(string digits)
    {
        Assert.False(CaseKey.TryParse(digits, out _, out var problem), digits);
        Assert.Equal(CaseKeyProblem.CheckDigit, problem);
    }

    private static List<string> SomeKeys(int count)
    {
        var random = new Random(20260503);
        return Enumerable.Range(0, count).Select(_ => CaseKey.NewRandom(() => random.Next(10)).Digits()).ToList();
    }

    private static CaseKey KeyOf(string nineteen)
    {
        var next = 0;
        return CaseKey.NewRandom(() => nineteen[next++] - '0');
    }
}
