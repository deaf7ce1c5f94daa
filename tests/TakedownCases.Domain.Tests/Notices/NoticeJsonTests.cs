using System.Text.Json;
using System.Text.RegularExpressions;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using static TakedownCases.Domain.Tests.Notices.NoticeSamples;

namespace TakedownCases.Domain.Tests.Notices;

/// <summary>What we write holds against docs/schemas/takedown-notice-1.json, and says nothing that the text does not.</summary>
public sealed class NoticeJsonTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "takedown-notice-1.json"))).RootElement;

    public static TheoryData<NoticeKind> Kinds => new(Enum.GetValues<NoticeKind>());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_notice_holds_against_the_schema(NoticeKind kind)
    {
        foreach (var facts in new[] { Adult, Minor, ByOrganisation with { Statement = Statement, AddedWords = "more" } }
            .Where(facts => facts.Track == Track.Adult || !NoticeKinds.IsBesidePlatform(kind)))
        {
            Holds(Schema, JsonDocument.Parse(Composed(As(facts, kind)).Json).RootElement, "$");
        }
    }

    [Fact]
    public void The_check_itself_finds_what_the_schema_forbids()
    {
        var json = Composed(Adult).Json;

        Assert.ThrowsAny<Exception>(() => Holds(Schema, JsonDocument.Parse("{}").RootElement, "$"));
        Assert.ThrowsAny<Exception>(() => Holds(Schema, JsonDocument.Parse(json.Replace("\"removal\"", "\"other\"", StringComparison.Ordinal)).RootElement, "$"));
        Assert.ThrowsAny<Exception>(() => Holds(Schema, JsonDocument.Parse(json.Replace("\"edited\"", "\"unheard\"", StringComparison.Ordinal)).RootElement, "$"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_word_of_a_person_in_it_stands_in_the_text_too(NoticeKind kind)
    {
        var text = Composed(As(Adult with { AddedWords = "one line only" }, kind));
        var said = text.Body.Replace("\n> ", "\n", StringComparison.Ordinal);
        var ours = new[] { "format", "kind", "date", "language", "track", "role", "signedOn", "harms", "basis", "version", "jurisdiction", "within", "sentAt", "at", "what", "preserveUntil" };

        foreach (var (name, value) in Strings(JsonDocument.Parse(text.Json).RootElement, "").Where(pair => !ours.Contains(pair.Name)))
        {
            Assert.True(said.Contains(value, StringComparison.Ordinal), $"{name}: {value}");
        }
    }

    [Fact]
    public void A_place_s_number_is_its_number_within_the_case()
        => Assert.Equal(
            [1, 2, 5],
            JsonDocument.Parse(Composed(Adult).Json).RootElement.GetProperty("places").EnumerateArray().Select(place => place.GetProperty("number").GetInt32()));

    private static IEnumerable<(string Name, string Value)> Strings(JsonElement element, string name)
        => element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Strings(member.Value, member.Name)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Strings(item, name)),
            JsonValueKind.String => [(name, element.GetString()!)],
            _ => [],
        };

    // The part of JSON Schema that our schema uses, by hand.
    private static void Holds(JsonElement schema, JsonElement value, string path)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            schema = Schema.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]);
        }

        foreach (var rule in schema.EnumerateObject())
        {
            switch (rule.Name)
            {
                case "type":
                    Assert.True(IsOfType(value, rule.Value.GetString()!), $"{path} is no {rule.Value}");
                    break;
                case "const":
                    Assert.True(rule.Value.GetString() == value.GetString(), path);
                    break;
                case "enum":
                    Assert.True(rule.Value.EnumerateArray().Any(item => item.GetString() == value.GetString()), $"{path}: {value}");
                    break;
                case "pattern":
                    Assert.Matches(new Regex(rule.Value.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)), value.GetString()!);
                    break;
                case "minLength":
                    Assert.True(value.GetString()!.Length >= rule.Value.GetInt32(), path);
                    break;
                case "minimum":
                    Assert.True(value.GetInt32() >= rule.Value.GetInt32(), path);
                    break;
                case "minItems":
                    Assert.True(value.GetArrayLength() >= rule.Value.GetInt32(), path);
                    break;
                case "maxItems":
                    Assert.True(value.GetArrayLength() <= rule.Value.GetInt32(), path);
                    break;
                case "items":
                    Assert.All(value.EnumerateArray(), item => Holds(rule.Value, item, path + "[]"));
                    break;
                case "required":
                    Assert.All(rule.Value.EnumerateArray(), name => Assert.True(value.TryGetProperty(name.GetString()!, out _), $"{path} lacks {name}"));
                    break;
                case "properties":
                    var properties = rule.Value;
                    Assert.All(value.EnumerateObject(), member =>
                    {
                        Assert.True(properties.TryGetProperty(member.Name, out var inner), $"{path}.{member.Name} is not in the schema");
                        Holds(inner, member.Value, $"{path}.{member.Name}");
                    });
                    break;
                case "additionalProperties":
                    Assert.Equal(JsonValueKind.False, rule.Value.ValueKind);
                    break;
                case "$schema" or "$id" or "title" or "description" or "$defs" or "format":
                    break;
                default:
                    Assert.Fail($"The check does not know the rule {rule.Name}.");
                    break;
            }
        }
    }

    private static bool IsOfType(JsonElement value, string type)
        => type switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            _ => false,
        };
}
