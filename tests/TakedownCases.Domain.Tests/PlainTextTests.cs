using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace TakedownCases.Domain.Tests;

public sealed class PlainTextTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[200]];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, .. "JFIF\0"u8, .. new byte[200]];
    private static readonly byte[] Gif = [.. "GIF89a"u8, .. new byte[200]];
    private static readonly byte[] Webp = [.. "RIFF"u8, 1, 2, 0, 0, .. "WEBPVP8 "u8, .. new byte[200]];
    private static readonly byte[] Heic = [0, 0, 0, 0x18, .. "ftypheic"u8, .. new byte[200]];
    private static readonly byte[] Mp4 = [0, 0, 0, 0x20, .. "ftypisom"u8, .. new byte[200]];

    public static TheoryData<string> Pictures => new(
        new[] { Png, Jpeg, Gif, Webp, Heic, Mp4 }.SelectMany(bytes => new[]
        {
            Convert.ToBase64String(bytes),
            Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_').TrimEnd('='),
            Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks),
            Convert.ToHexString(bytes),
            Convert.ToHexStringLower(bytes),
            "data:image/png;base64," + Convert.ToBase64String(bytes),
            "DATA: image/heic;base64," + Convert.ToBase64String(bytes),
            "data:video/mp4;base64," + Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks),
            "<img src=\"data:image/webp;base64," + Convert.ToBase64String(bytes) + "\">",
        }).Append("data:image/svg+xml,%3Csvg%3E").Append(Encoding.Latin1.GetString(Png)).Append(Encoding.Latin1.GetString(Jpeg))
            .Append("d\u202eata:ima\0ge/png;base64," + Convert.ToBase64String(Png))
            .Append("a+data:image/svg+xml,%3Csvg%3E").Append("data:image\\svg+xml,%3Csvg%3E").Append("see/data:image/png;base64,iVBORw0KGgo"));

    [Theory]
    [InlineData("plain", "plain", false, false)]
    [InlineData("  a  ", "a", false, false)]
    [InlineData("a\r\nb\rc\nd\u2028e", "a\nb\nc\nd\ne", false, false)]
    [InlineData("e\u0301", "\u00e9", false, false)]
    [InlineData("e\0\u0301", "\u00e9", true, false)]
    [InlineData("a\0b\u0007c\u009fd\u007fe", "abcde", true, false)]
    [InlineData("a\u202eb\u202cc\u2066d\u2069", "abcd", false, true)]
    [InlineData("a\u200d\u200c\u200e\u200fb", "a\u200d\u200c\u200e\u200fb", false, false)]
    [InlineData("\ufeffa", "a", false, false)]
    [InlineData("a\ufffeb\uffffc\ufdd0d", "abcd", true, false)]
    [InlineData("a\tb", "a\tb", false, false)]
    [InlineData("<script>alert(1)</script> & 'x' \"y\"", "<script>alert(1)</script> & 'x' \"y\"", false, false)]
    [InlineData("👩‍👩‍👧 سلام می‌خواهم", "👩‍👩‍👧 سلام می‌خواهم", false, false)]
    [InlineData(null, "", false, false)]
    public void Text_is_made_safe_and_says_what_went(string? typed, string expected, bool controls, bool bidi)
    {
        var cleaned = PlainText.Clean(typed, 1_000, multiline: true);

        Assert.Equal(new CleanedText(expected, controls, bidi, TooLong: false, ImageData: false), cleaned);
    }

    [Fact]
    public void Lone_surrogates_are_replaced()
        => Assert.Equal("a\ufffdb\ufffd", PlainText.Clean("a" + (char)0xD800 + "b" + (char)0xDC00, 100, multiline: false).Text);

    [Fact]
    public void Line_ends_become_spaces_in_a_single_line()
        => Assert.Equal("a b c", PlainText.Clean("a\r\nb\tc\n", 100, multiline: false).Text);

    [Theory]
    [InlineData("abcdef", 3, "abc", "def")]
    [InlineData("ab👩🏽c", 4, "ab", "👩🏽c")]
    [InlineData("a👩‍👩‍👧", 5, "a", "👩‍👩‍👧")]
    [InlineData("👩‍👩‍👧", 4, "👩‍", "👩‍👧")]
    [InlineData("👩", 1, "", "👩")]
    [InlineData("ab cd", 3, "ab", "cd")]
    [InlineData("abc", 0, "", "abc")]
    public void What_does_not_fit_is_cut_between_letters_and_handed_back(string typed, int limit, string text, string rest)
    {
        var cleaned = PlainText.Clean(typed, limit, multiline: false);

        Assert.True(cleaned.TooLong);
        Assert.Equal((text, rest), (cleaned.Text, cleaned.Rest));
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Pasted_pictures_are_taken_out_and_the_words_around_them_stay(string picture)
    {
        var alone = PlainText.Clean(picture, 10_000, multiline: true);
        var among = PlainText.Clean("before \n" + picture, 10_000, multiline: true);

        Assert.True(alone.ImageData);
        Assert.True(alone.Text.Length < 20, alone.Text);
        Assert.True(among.ImageData);
        Assert.StartsWith("before", among.Text, StringComparison.Ordinal);
        Assert.True(among.Text.Length < 40, among.Text);
    }

    [Theory]
    [InlineData("The database: image files and data: nothing more")]
    [InlineData("https://example.org/9j/4AAQSkZJRgABAQAAAQABAAD/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("R0lGODlh is how a GIF begins")]
    [InlineData("...…")]
    public void Words_addresses_and_fingerprints_are_not_pictures(string typed)
    {
        var cleaned = PlainText.Clean(typed, 10_000, multiline: true);

        Assert.False(cleaned.ImageData);
        Assert.Equal(typed, cleaned.Text);
    }

    [Fact]
    public void Words_after_a_picture_stay()
    {
        var cleaned = PlainText.Clean($"look {Convert.ToBase64String(Png)} he sent it to me", 10_000, multiline: true);

        Assert.Equal("look … he sent it to me", cleaned.Text);
    }

    [Fact]
    public void Cleaning_twice_changes_nothing_and_leaves_text_that_encodes()
    {
        var random = new Random(22_112_026);
        for (var i = 0; i < 20_000; i++)
        {
            Check(new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => Letter(random))]), random.Next(60), random.Next(2) == 0);
        }

        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Check(text ?? "", 20, multiline: true))
            .Check(Properties.Config(2_000));
    }

    [Fact]
    public void A_megabyte_of_anything_is_cleaned_quickly()
    {
        var started = TimeProvider.System.GetTimestamp();
        foreach (var unit in new[] { "a", "data: ", "data:image/", "\u0301", "iVBORw0KGgoAAAANSUhEUgAA ", "👩‍", "\0", "/9j/4AAQSkZJRgABAQAAAQAB\n" })
        {
            PlainText.Clean(string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length)), 4_000, multiline: true);
        }

        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(20));
    }

    private static char Letter(Random random) => random.Next(6) switch
    {
        0 => (char)random.Next(0x10000),
        1 => (char)random.Next(0x20),
        2 => (char)random.Next(0xD7F0, 0xE010),
        3 => "\u202a\u202e\u2066\u2069\u200d\u0301\u0308\u1160\ufe0f\u2026 \n\r"[random.Next(13)],
        _ => (char)random.Next(0x20, 0x7F),
    };

    private static void Check(string typed, int limit, bool multiline)
    {
        var once = PlainText.Clean(typed, limit, multiline);
        var twice = PlainText.Clean(once.Text, limit, multiline);
        Assert.Equal(new CleanedText(once.Text, false, false, false, false), twice);
        Assert.True(once.Text.Length <= limit);
        Assert.True(once.Text.IsNormalized());
        Assert.Equal(once.Text, new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(new UTF8Encoding(false, true).GetBytes(once.Text)));
        Assert.DoesNotContain('\0', once.Text);
    }
}
