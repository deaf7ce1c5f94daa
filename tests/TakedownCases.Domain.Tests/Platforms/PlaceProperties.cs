using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Domain.Tests.Platforms;

public sealed class PlaceProperties
{
    private static readonly string[] Seeds =
    [
        "https://www.facebook.com/marie?fbclid=1&ref=x#top", "hxxps://example[.]org/a%2fb?x=1&y=é", "https://user:pass@fr-fr.facebook.com:443/a/../b",
        "https://youtu.be/AbC?si=1", "https://www.google.co.uk/url?q=https%3A%2F%2Fwww.google.fr%2Furl%3Fq%3Dhttps%253A%252F%252Fexample.org", "@marie@social.example",
        "https://[2001:db8::1]:8080/#!/a", "https://bücher.example/ü", "#leak", "javascript:alert(1)", "http://0x7f.1/", "https://l.instagram.com/?u=https://example.org/a+b&e=1",
        "1. https://example.org/a, https://example.org/b; @x and words", "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk", "C:\\a\\b.jpg",
        "https://m.youtube.com/shorts/%2e%2e?v=2&v=1", "www.www.example.org.", "https://xn--bcher-kva.example/%e2%80%ae",
    ];

    private const string Spice = "%/\\?#&=+@:.,;[](){}<>\"' \t\n\r\0\u202e\u2066\u200d\ufeff\ufffe\ud800\udc00éü。／％ａ0aAfFwm-_~!*|^`\u0301\u0130ß";

    [Fact]
    public void Reading_never_throws_and_reading_again_changes_nothing()
    {
        var typed = Gen.Elements(Seeds).SelectMany(seed => Gen.Choose(0, int.MaxValue - 1).Select(salt => Mutate(seed, new Random(salt))));
        Prop.ForAll(typed.ToArbitrary(), Holds).Check(Properties.Config(3_000));
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Holds(text ?? "")).Check(Properties.Config(2_000));
    }

    [Fact]
    public void Twenty_thousand_mutated_inputs_hold()
    {
        var random = new Random(20_261_122);
        for (var i = 0; i < 20_000; i++)
        {
            var typed = Mutate(Seeds[i % Seeds.Length], random);
            Assert.True(Holds(typed), $"input {i}: {Convert.ToHexString(Encoding.Unicode.GetBytes(typed))}");
        }
    }

    private static bool Holds(string typed)
    {
        var reading = PlaceText.Read(typed);
        var again = PlaceText.Read(reading.AsTyped);
        foreach (var place in PastedPlaces.Split(typed))
        {
            if (string.IsNullOrWhiteSpace(place) || PlaceText.Read(place).Address is { } part && !IsStable(part))
            {
                return false;
            }
        }

        // A hint about what was taken out cannot come back; everything else must.
        return reading.AsTyped == again.AsTyped && (reading.Hint?.Code is "image-data" or "too-long" || reading == again)
            && (reading.Address is null || IsStable(reading.Address));
    }

    private static bool IsStable(CanonicalAddress address)
        => CanonicalAddress.TryRead(address.Text) == address
            && (EndsLikeASentence(address.Text) || (PlaceText.Read(address.Text) is { Hint: null } reading && reading.Address == address))
            && Ascii.IsValid(address.Text) && !address.Text.Any(char.IsControl) && !address.Text.Contains(' ', StringComparison.Ordinal)
            && address.Text.StartsWith("http", StringComparison.Ordinal);

    // What people type loses its last punctuation mark; an address that really ends in one is rare and loses it too.
    private static bool EndsLikeASentence(string text) => "'*.,;:!?)]".Contains(text[^1], StringComparison.Ordinal);

    private static string Mutate(string seed, Random random)
    {
        var text = new StringBuilder(seed);
        for (var edits = random.Next(0, 8); edits > 0; edits--)
        {
            var at = random.Next(text.Length + 1);
            switch (random.Next(5))
            {
                case 0 when at < text.Length:
                    text.Remove(at, 1);
                    break;
                case 1:
                    text.Insert(at, Spice[random.Next(Spice.Length)]);
                    break;
                case 2 when at < text.Length:
                    text[at] = Spice[random.Next(Spice.Length)];
                    break;
                case 3:
                    text.Insert(at, Seeds[random.Next(Seeds.Length)]);
                    break;
                default:
                    text.Insert(at, (char)random.Next(0x10000));
                    break;
            }
        }

        return text.ToString();
    }
}
