using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Tests.Localization;

public sealed class LanguageTests
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 1, 23, 30, 0, TimeSpan.Zero);
    private static readonly Languages WithPseudo = new(withPseudo: true);

    [Theory]
    [InlineData("en", 0, 1)]
    [InlineData("en", 1, 0)]
    [InlineData("fr", 0, 0)]
    [InlineData("fr", 1, 0)]
    [InlineData("fr", 2, 1)]
    [InlineData("de", 0, 1)]
    [InlineData("es", 1, 0)]
    [InlineData("ar", 0, 0)]
    [InlineData("ar", 1, 1)]
    [InlineData("ar", 2, 2)]
    [InlineData("ar", 10, 3)]
    [InlineData("ar", 103, 3)]
    [InlineData("ar", 11, 4)]
    [InlineData("ar", 99, 4)]
    [InlineData("ar", 100, 5)]
    [InlineData("ar", 102, 5)]
    public void A_count_takes_the_plural_form_of_its_language(string code, long count, int form)
        => Assert.Equal(form, Known(code).Plural.Index(count));

    [Theory]
    [InlineData("fr-CA,en;q=0.8", "fr")]
    [InlineData("de,en;q=0.5,fr;q=0.7", "fr")]
    [InlineData("ja", "en")]
    [InlineData("", "en")]
    [InlineData(null, "en")]
    [InlineData("fr;q=0", "en")]
    [InlineData("fr;q=nonsense, en", "en")]
    [InlineData("qps", "en")]
    public void The_first_language_follows_what_the_browser_asks_for(string? header, string code)
        => Assert.Equal(code, WithPseudo.Best(header).Code);

    [Fact]
    public void Dates_are_gregorian_in_every_language()
        => Assert.All([.. WithPseudo.All, .. Languages.Prepared], language =>
        {
            Assert.IsType<GregorianCalendar>(language.Culture.DateTimeFormat.Calendar);
            Assert.Contains("2026", Text(language).Date(Moment, TimeZoneInfo.Utc), StringComparison.Ordinal);
        });

    [Fact]
    public void A_moment_is_written_as_the_language_writes_it_in_the_readers_zone()
    {
        var paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

        Assert.Equal("2 November 2026, 00:30", Text(Languages.English).When(Moment, paris));
        Assert.Equal("1er novembre 2026 à 23:30 UTC", Text(Languages.French).WhenUtc(Moment));
        Assert.Equal("2 November 2026, 00:30 UTC+01:00 (1 November 2026, 23:30 UTC)", Text(Languages.English).WhenBoth(Moment, paris));
        Assert.Equal("1er novembre 2026 à 20:30 UTC+01:00 (19:30 UTC)", Text(Languages.French).WhenBoth(Moment.AddHours(-4), paris));
        Assert.Equal("1 November 2026, 23:30 UTC", Text(Languages.English).WhenBoth(Moment, TimeZoneInfo.Utc));
    }

    [Fact]
    public void A_missing_text_throws_outside_production_and_is_english_in_it()
    {
        Assert.Throws<KeyNotFoundException>(() => Text(Languages.French)["no.such.key"]);
        Assert.Equal("no.such.key", Text(Languages.French, strict: false)["no.such.key"]);
    }

    [Fact]
    public void A_caller_that_gives_what_a_text_does_not_use_is_told()
        => Assert.Throws<InvalidOperationException>(() => Text(Languages.English)["errors.404.title", ("hours", 3)]);

    [Fact]
    public void Pseudo_text_is_longer_bracketed_and_keeps_its_placeholders()
    {
        const string Original = "Wait {hours} hours, then try again.";

        var pseudo = PseudoText.From(Original);

        Assert.StartsWith("[", pseudo, StringComparison.Ordinal);
        Assert.EndsWith("]", pseudo, StringComparison.Ordinal);
        Assert.Contains("{hours}", pseudo, StringComparison.Ordinal);
        Assert.InRange(pseudo.Length, Original.Length * 1.4, Original.Length * 1.6);
        Assert.DoesNotContain("Wait", pseudo, StringComparison.Ordinal);
    }

    [Fact]
    public void Pseudo_languages_are_offered_only_where_asked_for()
    {
        Assert.Null(new Languages(withPseudo: false).Find("qps"));
        Assert.True(WithPseudo.Find("qps-rtl")!.IsRightToLeft);
    }

    private static Language Known(string code)
        => Languages.Shipped.Concat(Languages.Prepared).Single(l => l.Code == code);

    private static T Text(Language language, bool strict = true)
        => new(TextCatalogue.Load(WithPseudo), () => language, strict, NullLogger<T>.Instance);
}
