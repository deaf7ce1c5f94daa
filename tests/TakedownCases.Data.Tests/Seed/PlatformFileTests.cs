using System.Text;
using TakedownCases.Data.Seed;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Data.Tests.Seed;

public sealed class PlatformFileTests
{
    private const string Channel = """{"id":"c","kind":"form","purpose":"any_illegal_content","tracks":"both","where":null,"evidence_asked":null,"discloses_to_uploader":null,"language":null,"verified_on":null,"confidence":"unverified","doubts":"d"}""";

    private static readonly PlatformDirectory Directory = PlatformFile.Load();

    [Fact]
    public void Ids_and_hosts_and_channel_ids_are_unique()
    {
        Assert.True(Directory.All.Count >= 30);
        Assert.Distinct(Directory.All.Select(platform => platform.Id));
        Assert.Distinct(Directory.All.SelectMany(platform => platform.Hosts));
        Assert.Distinct(Directory.All.SelectMany(platform => platform.Channels).Select(channel => channel.Id));
    }

    [Fact]
    public void Every_platform_is_recognised_from_each_of_its_hosts_and_names()
    {
        foreach (var platform in Directory.All)
        {
            foreach (var host in platform.Hosts)
            {
                Assert.Same(platform, Recognise($"https://{host}/some/path"));
                Assert.Same(platform, Recognise($"http://www.{host}"));
                Assert.Same(platform, Recognise($"https://m.{host}/a"));
                Assert.Null(Recognise($"https://{host}.evil.example/"));
                Assert.True(host.Count(character => character == '.') > 1 || Recognise($"https://not{host}/") is null, host);
            }

            Assert.All(platform.Aliases.Prepend(platform.Name), name => Assert.Same(platform, Directory.RecogniseName(name)));
        }
    }

    [Fact]
    public void Every_platform_has_a_channel_and_every_doubtful_one_says_so()
        => Assert.All(Directory.All, platform =>
        {
            Assert.NotEmpty(platform.Channels);
            Assert.All(platform.Channels.Where(channel => channel.Confidence != ChannelConfidence.Read || channel.VerifiedOn is null), channel => Assert.False(string.IsNullOrEmpty(channel.Doubts)));
        });

    [Fact]
    public void Only_what_a_source_dates_counts_as_verified()
        => Assert.Equal(
            ["facebook-intimate-images", "instagram-intimate-images", "youtube-intimate-images"],
            Directory.All.SelectMany(platform => platform.Channels).Where(channel => channel.VerifiedOn is not null).Select(channel => channel.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void No_channel_is_a_link() => Assert.All(
        Directory.All.SelectMany(platform => platform.Channels),
        channel => Assert.DoesNotContain("://", channel.Where ?? "", StringComparison.Ordinal));

    [Theory]
    [InlineData("", "cannot be read")]
    [InlineData("""{"note":"","platforms":[]""", "cannot be read")]
    [InlineData("""{"note":"","platforms":[],"extra":1}""", "extra")]
    [InlineData("""{"note":"","platforms":null}""", "cannot be read")]
    [InlineData("P:A Slug,a.example,US,social", "'A Slug': its id is not a slug")]
    [InlineData("P:a,,US,social", "'' is not a bare lower-case host")]
    [InlineData("P:a,https://a.example,US,social", "not a bare lower-case host")]
    [InlineData("P:a,a.example,usa,social", "country")]
    [InlineData("P:a,a.example,US,sociable", "cannot be read")]
    public void A_wrong_file_is_named_and_explained(string json, string expected)
    {
        if (json.StartsWith("P:", StringComparison.Ordinal))
        {
            var parts = json[2..].Split(',');
            json = $$"""{"note":"","platforms":[{"id":"{{parts[0]}}","name":"A","aliases":[],"hosts":["{{parts[1]}}"],"country":"{{parts[2]}}","kind":"{{parts[3]}}","size":"unknown","doubts":null,"channels":[{{Channel}}]}]}""";
        }

        var error = Assert.Throws<InvalidDataException>(() => PlatformFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(json))));
        Assert.Contains("platforms.json", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    private static Platform? Recognise(string text) => Directory.Recognise(CanonicalAddress.TryRead(text)!);
}
