using System.Text;
using TakedownCases.Data.Identity;

namespace TakedownCases.Data.Tests.Identity;

public sealed class Base32Tests
{
    // RFC 4648 section 10, without the padding.
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Text_is_that_of_the_standard_both_ways(string plain, string encoded)
    {
        Assert.Equal(encoded, Base32.Encode(Encoding.ASCII.GetBytes(plain)));
        Assert.Equal(plain, Encoding.ASCII.GetString(Base32.TryDecode(encoded)!));
    }

    [Fact]
    public void Every_length_comes_back()
    {
        var random = new Random(20260503);
        for (var length = 0; length < 200; length++)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            Assert.Equal(bytes, Base32.TryDecode(Base32.Encode(bytes)));
        }
    }

    [Fact]
    public void Groups_lower_case_and_padding_are_forgiven_and_other_symbols_are_not()
    {
        Assert.Equal("foobar"u8.ToArray(), Base32.TryDecode("mzxw 6ytb-oi======"));
        Assert.Null(Base32.TryDecode("MZXW6YTB01"));
    }
}
