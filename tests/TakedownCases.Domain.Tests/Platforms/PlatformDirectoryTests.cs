using TakedownCases.Domain.Platforms;

namespace TakedownCases.Domain.Tests.Platforms;

public sealed class PlatformDirectoryTests
{
    private static readonly PlatformDirectory Directory = new(
    [
        Make("meta-facebook", "Facebook", ["facebook.com", "fb.me"], "fb"),
        Make("google-search", "Google Search", ["google.com"], "google"),
        Make("google-drive", "Google Drive", ["drive.google.com"], "gdrive"),
        Make("x", "X (Twitter)", ["x.com", "twitter.com", "t.co"], "x", "twitter"),
        Make("meta-instagram", "Instagram", ["instagram.com"], "insta", "ig"),
        Make("telegram", "Telegram", ["t.me", "telegram.org"], "télégramme"),
        Make("youtube", "YouTube", ["youtube.com", "youtu.be"]),
        Make("tiktok", "TikTok", ["tiktok.com"], "tik tok"),
    ]);

    [Theory]
    [InlineData("https://facebook.com/a", "meta-facebook")]
    [InlineData("https://m.facebook.com/a", "meta-facebook")]
    [InlineData("https://fr-fr.facebook.com/a", "meta-facebook")]
    [InlineData("https://business.facebook.com/a", "meta-facebook")]
    [InlineData("FACEBOOK.COM./a", "meta-facebook")]
    [InlineData("https://fb.me/a", "meta-facebook")]
    [InlineData("https://www.google.co.uk/search?q=a", "google-search")]
    [InlineData("https://google.fr/search?q=a", "google-search")]
    [InlineData("https://images.google.de/imgres?x=1", "google-search")]
    [InlineData("https://drive.google.com/a", "google-drive")]
    [InlineData("https://mobile.twitter.com/a", "x")]
    [InlineData("https://t.co/a", "x")]
    [InlineData("https://vm.tiktok.com/a", "tiktok")]
    [InlineData("https://telegram.me/a", "telegram")]
    [InlineData("https://name.t.me", "telegram")]
    [InlineData("https://youtu.be/a", "youtube")]
    [InlineData("https://youtu.be/", "youtube")]
    [InlineData("https://www.google.com/url?q=https://www.tiktok.com/@a", "tiktok")]
    [InlineData("https://facebook.com.evil.example/a", null)]
    [InlineData("https://notfacebook.com/a", null)]
    [InlineData("https://facebook.com-login.example/a", null)]
    [InlineData("https://evil.example/facebook.com", null)]
    [InlineData("https://evil.example/?u=facebook.com", null)]
    [InlineData("https://evil.example/#https://facebook.com", null)]
    [InlineData("https://facebook.com@evil.example/", null)]
    [InlineData("https://evil.example\\@facebook.com/", null)]
    [InlineData("https://facebook.org/", null)]
    [InlineData("https://f\u0430cebook.com/", null)]
    [InlineData("https://faceb\u043e\u043ek.com/", null)]
    [InlineData("https://netflix.com/", null)]
    [InlineData("https://at.co/", null)]
    [InlineData("https://google.evil/", null)]
    [InlineData("https://google.com.evil.example/", null)]
    [InlineData("https://twitter.com.example/", null)]
    public void A_platform_is_recognised_by_its_host_alone(string typed, string? expected)
        => Assert.Equal(expected, Directory.Recognise(CanonicalAddress.TryRead(typed)!)?.Id.Value);

    [Theory]
    [InlineData("insta", "meta-instagram")]
    [InlineData("Insta!", "meta-instagram")]
    [InlineData("on Facebook", "meta-facebook")]
    [InlineData("sur FB", "meta-facebook")]
    [InlineData("Telegramme", "telegram")]
    [InlineData("TÉLÉGRAMME", "telegram")]
    [InlineData("X", "x")]
    [InlineData("my tik tok account", "tiktok")]
    [InlineData("www.facebook.com/a", "meta-facebook")]
    [InlineData("facebook and facebook", "meta-facebook")]
    [InlineData("facebook.com.evil.example", null)]
    [InlineData("instagram or facebook", null)]
    [InlineData("my ex x did it", null)]
    [InlineData("facebooks", null)]
    [InlineData("", null)]
    public void A_platform_is_recognised_by_what_people_call_it(string written, string? expected)
        => Assert.Equal(expected, Directory.RecogniseName(written)?.Id.Value);

    [Fact]
    public void A_platform_is_found_by_its_id()
    {
        Assert.Equal("TikTok", Directory.Find(new PlatformId("tiktok"))?.Name);
        Assert.Null(Directory.Find(new PlatformId("unknown")));
    }

    [Theory]
    [InlineData("a", "b.example", "C")]
    [InlineData("c", "a.example", "C")]
    [InlineData("c", "www.a.example", "C")]
    [InlineData("c", "b.example", "A")]
    public void Two_platforms_cannot_claim_one_id_host_or_name(string id, string host, string name)
        => Assert.Throws<ArgumentException>(() => new PlatformDirectory([Make("a", "A", ["a.example"]), Make(id, name, [host])]));

    private static Platform Make(string id, string name, string[] hosts, params string[] aliases)
        => new(new PlatformId(id), name, hosts, "US", PlatformKind.Social, SizeClass.Unknown, []) { Aliases = aliases };
}
