using TakedownCases.Data.Identity;

namespace TakedownCases.Data.Tests.Identity;

public sealed class PasswordsTests
{
    private static readonly string?[] Context = ["Harbour House", "maria.lindqvist@example.org", null, ""];

    [Theory]
    [InlineData("seven quiet herons")]
    [InlineData("kT9$wq!zLm2x")]
    [InlineData("ночь улица фонарь")]
    [InlineData("夜道で白い鳥が七羽飛んでいく")]
    [InlineData("maria keeps twelve bees")]
    [InlineData("the harbour freezes late")]
    [InlineData("  spaces at both ends  ")]
    public void A_good_password_is_taken(string password) => Assert.True(Passwords.Check(password, Context).IsDone);

    [Theory]
    [InlineData("", "password.short")]
    [InlineData("kT9$wq!zLm2", "password.short")]
    [InlineData("🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝", "password.short")]
    [InlineData("1qaz2wsx3edc", "password.common")]
    [InlineData("UnBelievable", "password.common")]
    [InlineData("password1234", "password.common")]
    [InlineData("P@ssw0rd!2026", "password.common")]
    [InlineData("B@sk3tb@ll99", "password.common")]
    [InlineData("$unshine2026", "password.common")]
    [InlineData("2026!Sunsh1n3!", "password.common")]
    [InlineData("***Sunshine***", "password.common")]
    [InlineData("aaaaaaaaaaaaaa", "password.simple")]
    [InlineData("ababababcbabab", "password.simple")]
    [InlineData("xk7!mxk7!mxk7!m", "password.simple")]
    [InlineData("345678901234567", "password.simple")]
    [InlineData("zyxwvutsrqponm", "password.simple")]
    [InlineData("HarbourHouse2026!", "password.context")]
    [InlineData("lindqvist-maria-26", "password.context")]
    public void A_bad_password_says_why(string password, string code)
        => Assert.Equal(code, Passwords.Check(password, Context).Refusal?.Code);

    [Fact]
    public void Two_hundred_and_fifty_six_characters_are_taken_and_one_more_is_not()
    {
        var random = new Random(20260503);
        var longest = new string([.. Enumerable.Range(0, Passwords.MaximumLength).Select(_ => (char)random.Next('!', '~'))]);

        Assert.True(Passwords.Check(longest, Context).IsDone);
        Assert.Equal("password.long", Passwords.Check(longest + "x", Context).Refusal?.Code);
    }

    [Fact]
    public void The_list_is_long_and_every_password_on_it_that_is_long_enough_is_refused()
    {
        Assert.Equal(42_692, CommonPasswords.Count);
        Assert.Equal(17_950, CommonPasswords.All.Count(password => password.Length >= 8));
        Assert.DoesNotContain(CommonPasswords.All, password => password.Length < CommonPasswords.ShortestLength || password.Contains("licence"));

        var longEnough = CommonPasswords.All.Where(password => password.Length >= Passwords.MinimumLength).ToList();
        Assert.Equal(308, longEnough.Count);
        Assert.All(longEnough, password => Assert.Equal("password.common", Passwords.Check(password.ToUpperInvariant(), []).Refusal?.Code));
    }

    [Fact]
    public void A_common_word_made_long_by_digits_is_refused_for_every_word_of_letters_on_the_list()
    {
        var words = CommonPasswords.All.Where(password => password.All(char.IsAsciiLetter)).ToList();

        Assert.True(words.Count > 10_000);
        Assert.All(words, word => Assert.Equal("password.common", Passwords.Check("20" + word + "!2026", []).Refusal?.Code));
    }

    [Fact]
    public void Refusals_do_not_repeat_the_password()
        => Assert.DoesNotContain("sunshine", Passwords.Check("sunshine12345", []).Refusal!.Message, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void The_hasher_is_asked_for_enough_work() => Assert.True(Passwords.HashIterations >= 210_000);
}
