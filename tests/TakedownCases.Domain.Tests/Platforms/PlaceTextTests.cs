using TakedownCases.Domain.Platforms;

namespace TakedownCases.Domain.Tests.Platforms;

public sealed class PlaceTextTests
{
    [Theory]
    [InlineData("example.org/a", PlaceKind.Url, "https://example.org/a", null)]
    [InlineData("  https://example.org/a  ", PlaceKind.Url, "https://example.org/a", null)]
    [InlineData("<https://example.org/a>.", PlaceKind.Url, "https://example.org/a", null)]
    [InlineData("« https://example.org/a »", PlaceKind.Url, "https://example.org/a", null)]
    [InlineData("(https://example.org/a_(b))", PlaceKind.Url, "https://example.org/a_(b)", null)]
    [InlineData("• https://example.org/a,", PlaceKind.Url, "https://example.org/a", null)]
    [InlineData("hxxps://example[.]org/a", PlaceKind.Url, "https://example.org/a", null)]
    [InlineData("hxxp[:]//example(dot)org", PlaceKind.Url, "https://example.org/", null)]
    [InlineData("hxxps[:\\\\]example[.]org[\\]a", PlaceKind.Url, "https://example.org/a", null)]
    [InlineData("view-source:https://example.org/a", PlaceKind.Url, "https://example.org/a", null)]
    [InlineData("//example.org/a", PlaceKind.Url, "https://example.org/a", null)]
    [InlineData("www.example", PlaceKind.Url, "https://www.example/", null)]
    [InlineData("example.org:8080/a", PlaceKind.Url, "https://example.org:8080/a", null)]
    [InlineData("203.0.113.7", PlaceKind.Url, "https://203.0.113.7/", null)]
    [InlineData("bücher.example", PlaceKind.Url, "https://xn--bcher-kva.example/", null)]
    [InlineData("https://exa\u200bmple.org/a", PlaceKind.Url, "https://example.org/a", null)]
    [InlineData("https://example.org/\u202egpj.a", PlaceKind.Url, "https://example.org/gpj.a", null)]
    [InlineData("look here: https://example.org/a please", PlaceKind.Url, "https://example.org/a", null)]
    [InlineData("https://example.org/a and https://example.org/b", PlaceKind.Url, "https://example.org/a", "several-addresses")]
    [InlineData("https://user:pass@example.org/a", PlaceKind.Url, "https://example.org/a", "credentials")]
    [InlineData("https://facebook.com@example.org/", PlaceKind.Url, "https://example.org/", "credentials")]
    [InlineData("https://example.org\\@facebook.com", PlaceKind.Url, "https://example.org/@facebook.com", null)]
    [InlineData("https://", PlaceKind.Url, null, "no-host")]
    [InlineData("https:///post/1", PlaceKind.Url, null, "no-host")]
    [InlineData("https://exa..mple/", PlaceKind.Url, null, "host-odd")]
    [InlineData("javascript:alert(1)", PlaceKind.Url, null, "scheme-unsafe")]
    [InlineData("JavaScript://example.org/%0aalert(1)", PlaceKind.Url, null, "scheme-unsafe")]
    [InlineData("data:text/html;base64,PGI+", PlaceKind.Url, null, "scheme-unsafe")]
    [InlineData("tg://resolve?domain=a", PlaceKind.App, null, "scheme-other")]
    [InlineData("magnet:?xt=urn:btih:abc", PlaceKind.FileShare, null, "scheme-other")]
    [InlineData("file:///C:/Users/me/a.jpg", PlaceKind.Url, null, "local-address")]
    [InlineData("C:\\Users\\me\\a.jpg", PlaceKind.Url, null, "local-address")]
    [InlineData("http://localhost:3000/a", PlaceKind.Url, null, "local-address")]
    [InlineData("http://192.168.0.12/a", PlaceKind.Url, null, "local-address")]
    [InlineData("marie dupont nude", PlaceKind.SearchResult, null, "looks-like-search-terms")]
    [InlineData("marie_d", PlaceKind.Profile, null, "looks-like-name")]
    [InlineData("marie.dupont", PlaceKind.Profile, null, "looks-like-name")]
    [InlineData("someone@example.org", PlaceKind.Message, null, "looks-like-email")]
    [InlineData("mailto:someone@example.org", PlaceKind.Message, null, "looks-like-email")]
    [InlineData("+33 6 12 34 56 78", PlaceKind.Profile, null, "looks-like-phone")]
    [InlineData("@marie", PlaceKind.Profile, null, null)]
    [InlineData("＠marie", PlaceKind.Profile, null, null)]
    [InlineData("@marie@social.example", PlaceKind.Profile, "https://social.example/@marie", null)]
    [InlineData("#leak", PlaceKind.Hashtag, null, null)]
    [InlineData("", PlaceKind.NoLink, null, null)]
    [InlineData("No link.", PlaceKind.NoLink, null, null)]
    [InlineData("pas de lien", PlaceKind.NoLink, null, null)]
    [InlineData("...", PlaceKind.NoLink, null, "no-host")]
    [InlineData("https://instagram.com/marie", PlaceKind.Profile, "https://instagram.com/marie", null)]
    [InlineData("https://www.tiktok.com/@marie?lang=fr", PlaceKind.Profile, "https://tiktok.com/@marie", null)]
    [InlineData("https://www.tiktok.com/@marie/video/1", PlaceKind.Url, "https://tiktok.com/@marie/video/1", null)]
    [InlineData("https://chat.whatsapp.com/AbC", PlaceKind.Group, "https://chat.whatsapp.com/AbC", null)]
    [InlineData("https://t.me/+AbC", PlaceKind.Group, "https://t.me/+AbC", null)]
    [InlineData("https://t.me/name/12", PlaceKind.Message, "https://t.me/name/12", null)]
    [InlineData("https://discord.gg/abc", PlaceKind.Group, "https://discord.gg/abc", null)]
    [InlineData("https://www.reddit.com/r/a", PlaceKind.Group, "https://reddit.com/r/a", null)]
    [InlineData("https://www.reddit.com/r/a/comments/1/title/xyz/", PlaceKind.Comment, "https://reddit.com/r/a/comments/1/title/xyz", null)]
    [InlineData("https://x.com/hashtag/leak", PlaceKind.Hashtag, "https://x.com/hashtag/leak", null)]
    [InlineData("https://www.instagram.com/explore/tags/leak/", PlaceKind.Hashtag, "https://instagram.com/explore/tags/leak", null)]
    [InlineData("https://www.google.fr/search?q=marie", PlaceKind.SearchResult, "https://google.com/search?q=marie", null)]
    [InlineData("https://drive.google.com/file/d/1/view?usp=sharing", PlaceKind.FileShare, "https://drive.google.com/file/d/1/view?usp=sharing", null)]
    [InlineData("https://play.google.com/store/apps/details?id=a", PlaceKind.App, "https://play.google.com/store/apps/details?id=a", null)]
    [InlineData("https://www.facebook.com/ads/library/?id=1", PlaceKind.Advert, "https://facebook.com/ads/library?id=1", null)]
    [InlineData("https://www.facebook.com/groups/1/", PlaceKind.Group, "https://facebook.com/groups/1", null)]
    public void What_was_typed_is_understood(string typed, PlaceKind kind, string? address, string? hint)
    {
        var reading = PlaceText.Read(typed);

        Assert.Equal((kind, address, hint), (reading.SuggestedKind, reading.Address?.Text, reading.Hint?.Code));
    }

    [Theory]
    [InlineData("https:///post/1")]
    [InlineData("javascript:alert(1)")]
    [InlineData("marie dupont <b>bold</b>")]
    [InlineData("« hxxps://example[.]org »,")]
    public void A_wrong_address_is_kept_as_typed(string typed) => Assert.Equal(typed, PlaceText.Read(typed).AsTyped);

    [Fact]
    public void An_address_that_is_too_long_is_hinted_at_and_names_no_shorter_one()
    {
        var reading = PlaceText.Read("https://example.org/" + new string('a', PlaceText.MaxLength));

        Assert.Equal("too-long", reading.Hint?.Code);
        Assert.Null(reading.Address);
        Assert.Equal(PlaceText.MaxLength, reading.AsTyped.Length);
    }

    [Fact]
    public void A_pasted_picture_is_not_kept_anywhere_in_the_reading()
    {
        var picture = "data:image/png;base64,iVBORw0KGgo" + new string('A', 500);
        var reading = PlaceText.Read("see " + picture);

        Assert.Equal("image-data", reading.Hint?.Code);
        Assert.DoesNotContain("iVBOR", reading.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/?v=data:\u200dimage/png;base64,iVBORw0KGgoAAAAN")] // a joiner that no address keeps
    [InlineData("https://example.org/?v=data:image\\png;base64,iVBORw0KGgoAAAAN")] // a slash that was turned
    [InlineData("https://l.instagram.com/?u=https://example.org/a+data:image/png;base64,iVBORw0KGgoAAAAN&e=1")] // behind a plus
    public void A_picture_that_only_the_reading_of_an_address_brings_out_is_not_kept_either(string typed)
    {
        var reading = PlaceText.Read(typed);

        Assert.Equal("image-data", reading.Hint?.Code);
        Assert.DoesNotContain("iVBOR", reading.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_hidden_by_percent_encoding_is_not_kept_either()
    {
        var picture = Convert.ToBase64String([0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, .. new byte[] { 0xFB, 0xFF, 0x3E }, .. new byte[90]]);
        var reading = PlaceText.Read("https://example.org/?a=" + Uri.EscapeDataString(Uri.EscapeDataString(picture)));

        Assert.Equal("image-data", reading.Hint?.Code);
        Assert.Equal("https://example.org/?a=…", reading.AsTyped);
    }

    [Theory]
    [InlineData("a\nb", "a|b")]
    [InlineData("https://example.org/a https://example.org/b", "https://example.org/a|https://example.org/b")]
    [InlineData("https://example.org/a,https://example.org/b", "https://example.org/a|https://example.org/b")]
    [InlineData("https://example.org/a, https://example.org/b;", "https://example.org/a|https://example.org/b")]
    [InlineData("https://example.org/ahttps://example.org/b", "https://example.org/a|https://example.org/b")]
    [InlineData("https://example.org/a,b", "https://example.org/a,b")]
    [InlineData("https://example.org/web/https://example.net/", "https://example.org/web/https://example.net/")]
    [InlineData("https://example.org/?u=https://example.net/", "https://example.org/?u=https://example.net/")]
    [InlineData("- https://example.org/a\r\n* example.org/b\r\n\r\n3. @marie\r\n• #leak", "https://example.org/a|example.org/b|@marie|#leak")]
    [InlineData("@marie @paul, #leak", "@marie|@paul|#leak")]
    [InlineData("https://example.org/a and https://example.org/b", "https://example.org/a|https://example.org/b")]
    [InlineData("https://example.org/a password is rose", "https://example.org/a|password is rose")]
    [InlineData("marie dupont, lyon", "marie dupont, lyon")]
    [InlineData("", "")]
    [InlineData(" \n\t\n", "")]
    public void Many_places_pasted_at_once_come_apart(string pasted, string expected)
        => Assert.Equal(expected, string.Join('|', PastedPlaces.Split(pasted)));

    [Fact]
    public void A_megabyte_is_taken_apart_quickly()
    {
        var started = TimeProvider.System.GetTimestamp();
        Assert.NotEmpty(PastedPlaces.Split(new string('a', 1_000_000) + " https://example.org/" + new string(',', 100_000)));
        Assert.Equal(40_000, PastedPlaces.Split(string.Concat(Enumerable.Repeat("https://example.org/a ", 40_000))).Count);
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
    }
}
