using TakedownCases.Domain.Platforms;

namespace TakedownCases.Domain.Tests.Platforms;

public sealed class CanonicalAddressTests
{
    [Theory]
    [InlineData("https://example.org", "https://example.org/")]
    [InlineData("HTTP://EXAMPLE.ORG/", "https://example.org/")]
    [InlineData("example.org/Path/", "https://example.org/Path")]
    [InlineData("https://www.example.org/a", "https://example.org/a")]
    [InlineData("http://example.org:80/a", "https://example.org/a")]
    [InlineData("https://example.org:443/a", "https://example.org/a")]
    [InlineData("https://example.org:/a", "https://example.org/a")]
    [InlineData("https://example.org:8443/a", "https://example.org:8443/a")]
    [InlineData("http://example.org:8080/a", "http://example.org:8080/a")]
    [InlineData("https://example.org./a", "https://example.org/a")]
    [InlineData("https://user:pass@example.org/a", "https://example.org/a")]
    [InlineData("https://example.org\\a\\b", "https://example.org/a/b")]
    [InlineData("https:example.org/a", "https://example.org/a")]
    [InlineData("https://example.org/a/./b/../c", "https://example.org/a/c")]
    [InlineData("https://example.org/%2e%2e/a", "https://example.org/a")]
    [InlineData("https://example.org/../../a", "https://example.org/a")]
    [InlineData("https://example.org/%7euser/%c3%a9", "https://example.org/~user/%C3%A9")]
    [InlineData("https://example.org/é t", "https://example.org/%C3%A9%20t")]
    [InlineData("https://example.org/100%", "https://example.org/100%25")]
    [InlineData("https://example.org/a%2Fb", "https://example.org/a%2Fb")]
    [InlineData("https://example.org/a?b=2&a=1", "https://example.org/a?a=1&b=2")]
    [InlineData("https://example.org/a?b=2&b=1&a", "https://example.org/a?a&b=2&b=1")]
    [InlineData("https://example.org/a?q=x+y", "https://example.org/a?q=x%20y")]
    [InlineData("https://example.org/a?q=x%2By", "https://example.org/a?q=x%2By")]
    [InlineData("https://example.org/a?&&", "https://example.org/a")]
    [InlineData("https://example.org/a?utm_source=m&UTM_medium=s&id=7&fbclid=abc&gclid=1&igshid=2", "https://example.org/a?id=7")]
    [InlineData("https://example.org/a?si=7", "https://example.org/a?si=7")]
    [InlineData("https://example.org/a#part", "https://example.org/a")]
    [InlineData("https://example.org/a#!/post/1", "https://example.org/a#!/post/1")]
    [InlineData("https://example.org/#/post/1", "https://example.org/#/post/1")]
    [InlineData("https://example.org/a#:~:text=words", "https://example.org/a")]
    [InlineData("https://m.facebook.com/marie", "https://facebook.com/marie")]
    [InlineData("https://fr-fr.facebook.com/marie?ref=x&__tn__=y", "https://facebook.com/marie")]
    [InlineData("https://www.m.facebook.com/marie", "https://facebook.com/marie")]
    [InlineData("https://mobile.twitter.com/a/status/1?s=20&t=abc", "https://x.com/a/status/1")]
    [InlineData("https://x.com/a/status/1", "https://x.com/a/status/1")]
    [InlineData("https://old.reddit.com/r/a/comments/1/b/", "https://reddit.com/r/a/comments/1/b")]
    [InlineData("https://www.google.co.uk/search?q=a+b&ved=1&ei=2", "https://google.com/search?q=a%20b")]
    [InlineData("https://www.google.fr/search?q=a%20b", "https://google.com/search?q=a%20b")]
    [InlineData("https://images.google.fr/a", "https://images.google.com/a")]
    [InlineData("https://www.pinterest.fr/pin/1/", "https://pinterest.com/pin/1")]
    [InlineData("https://fr.pinterest.com/pin/1", "https://pinterest.com/pin/1")]
    [InlineData("https://fr.pornhub.com/view_video.php?viewkey=a", "https://pornhub.com/view_video.php?viewkey=a")]
    [InlineData("https://youtu.be/AbC-1?si=xyz&t=9", "https://youtube.com/watch?v=AbC-1")]
    [InlineData("https://m.youtube.com/watch?v=AbC-1&feature=share", "https://youtube.com/watch?v=AbC-1")]
    [InlineData("https://youtube.com/shorts/AbC-1", "https://youtube.com/watch?v=AbC-1")]
    [InlineData("https://www.youtube-nocookie.com/embed/AbC-1?start=3", "https://youtube.com/watch?v=AbC-1")]
    [InlineData("https://telegram.me/name", "https://t.me/name")]
    [InlineData("https://discordapp.com/invite/a", "https://discord.com/invite/a")]
    [InlineData("https://www.google.com/url?sa=t&url=https%3A%2F%2Fexample.org%2Fa&usg=x", "https://example.org/a")]
    [InlineData("https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.example.org%2Fa%3Ffbclid%3D1&h=x", "https://example.org/a")]
    [InlineData("https://www.google.com/url?q=https%3A%2F%2F%2F", "https://google.com/url?q=https%3A%2F%2F%2F")]
    [InlineData("https://bücher.example/", "https://xn--bcher-kva.example/")]
    [InlineData("https://BÜCHER.example/", "https://xn--bcher-kva.example/")]
    [InlineData("https://example。org/a", "https://example.org/a")]
    [InlineData("https://%65xample.org/a", "https://example.org/a")]
    [InlineData("https://my_name.example.org/", "https://my_name.example.org/")]
    [InlineData("https://203.0.113.7/a", "https://203.0.113.7/a")]
    [InlineData("https://[2001:DB8::1]/a", "https://[2001:db8::1]/a")]
    [InlineData("https://[2001:db8::1]:8080/a", "https://[2001:db8::1]:8080/a")]
    [InlineData("https://web.archive.example/web/2020/https://example.org/a", "https://web.archive.example/web/2020/https://example.org/a")]
    public void An_address_has_one_form(string typed, string expected)
    {
        var address = CanonicalAddress.TryRead(typed);

        Assert.NotNull(address);
        Assert.Equal(expected, address.Text);
        Assert.Equal(address, CanonicalAddress.TryRead(address.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("https://")]
    [InlineData("https:///a")]
    [InlineData("https://?a")]
    [InlineData("https://user@/a")]
    [InlineData("https://exa mple.org")]
    [InlineData("https://example..org")]
    [InlineData("https://.example.org")]
    [InlineData("https://example.org:99999/")]
    [InlineData("https://example.org:0/")]
    [InlineData("https://example.org:-1/")]
    [InlineData("https://999.1.1.1/")]
    [InlineData("https://[zz]/")]
    [InlineData("https://localhost/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.0.0.1/")]
    [InlineData("https://192.168.1.4/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:10.0.0.1]/")]
    [InlineData("https://printer.local/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("mailto:someone@example.org")]
    [InlineData("data:text/html,hello")]
    public void What_no_browser_could_open_elsewhere_is_no_address(string typed)
        => Assert.Null(CanonicalAddress.TryRead(typed));

    [Fact]
    public void Different_posts_stay_different()
    {
        string[] typed =
        [
            "https://example.org/a", "https://example.org/A", "https://example.org/a?id=1", "https://example.org/a?id=2", "https://example.org/a%2Fb",
            "https://example.org/a/b", "https://m.example.org/a", "https://fr.example.org/a", "https://example.org:8443/a", "https://youtu.be/a", "https://youtu.be/b",
        ];
        Assert.Equal(typed.Length, typed.Select(text => CanonicalAddress.TryRead(text)!.Text).Distinct().Count());
    }
}
