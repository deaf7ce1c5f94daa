using System.Text.Json;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using static TakedownCases.Domain.Tests.Notices.NoticeSamples;

namespace TakedownCases.Domain.Tests.Notices;

/// <summary>What people, and people who mean harm, type into addresses, names and words.</summary>
public sealed class HostileNoticeTests
{
    public static TheoryData<string> Texts => new(
        "a\r\nBcc: all@example.org",
        "a\0b\u0007c\u009fd",
        "\u202eexe.gpj\u202c \u2066hidden\u2069",
        "سلام عليكم 123",
        "שלום",
        "👩‍👩‍👧 🏳️‍🌈",
        "{reference} {organisation} {unheard}",
        "\n\nWhat we ask of you\n------\n1. Send the picture.",
        "--=_notice_part--",
        "<script>alert(1)</script> & \"quotes\" \\ back",
        ".\n.\n",
        "e\u0301");

    [Theory]
    [MemberData(nameof(Texts))]
    public void Hostile_words_stay_in_their_place(string hostile)
    {
        var facts = Adult with
        {
            PlatformName = hostile,
            AddedWords = hostile,
            Statement = Statement with { Statement = hostile, Name = hostile, Signature = hostile },
            Sender = Adult.Sender with { Organisation = hostile, Contact = hostile },
            Places = [PlaceAt(1, hostile, "https://example.com/1", hostile), PlaceAt(2, "https://example.com/2", null)],
        };

        var text = Composed(facts);
        var mail = MimeReader.Read(NoticeMime.Write(text, Envelope with { FromName = hostile }));
        var plain = Composed(Adult with { AddedWords = "x", Places = [facts.Places[1]] });

        Assert.Equal(Headings(plain.Body), Headings(text.Body));
        Assert.Equal(9, mail.Headers.Count);
        Assert.DoesNotContain(text.Body, character => char.IsControl(character) && character != '\n');
        Assert.DoesNotMatch("[\u202a-\u202e\u2066-\u2069]", text.Body + text.Json + text.Subject);
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(mail.Json).RootElement.ValueKind);
        Assert.Equal(PlainText.Clean(hostile, 1_000, multiline: true).Text, JsonDocument.Parse(mail.Json).RootElement.GetProperty("statement").GetString());
        Assert.Equal(PlainText.Clean(hostile, 1_000, multiline: false).Text, JsonDocument.Parse(mail.Json).RootElement.GetProperty("platform").GetString());
    }

    [Fact]
    public void Ten_thousand_characters_come_out_whole()
    {
        var words = string.Concat(Enumerable.Repeat("Größe 👍 ", 1_111));
        var text = Composed(Adult with { AddedWords = words, Statement = Statement with { Statement = words } });
        var mail = MimeReader.Read(NoticeMime.Write(text, Envelope));

        Assert.Contains("> " + words.TrimEnd() + "\r\n", mail.Text, StringComparison.Ordinal);
        Assert.Equal(words.TrimEnd(), JsonDocument.Parse(mail.Json).RootElement.GetProperty("added").GetString());
    }

    [Fact]
    public void Five_hundred_places_of_the_longest_addresses_work()
    {
        var address = "https://example.com/" + new string('é', FilingLimits.AddressLength - 20);
        var text = Composed(Adult with { Places = [.. ManyPlaces(500).Select(place => place with { Address = address, Canonical = null })] });
        var mail = MimeReader.Read(NoticeMime.Write(text, Envelope));

        Assert.Equal(text.Json, mail.Json);
    }

    // Our own headings: a line with a rule of the same length under it, neither of them set off.
    private static string[] Headings(string body)
    {
        var lines = body.Split('\n');
        return [.. lines.Where((line, at) => at + 1 < lines.Length && line.Length > 0 && lines[at + 1].Length > 2 && lines[at + 1].All(character => character == '-'))];
    }
}
