using System.Text.Json;
using System.Text.Json.Nodes;

namespace TakedownCases.Web.Features.Law;

/// <summary>One line of a record: a member, or a part of one (a rung, a year of holidays), and what it says.</summary>
public sealed record RuleRow(string Member, string? Part, string? Text);

/// <summary>The same line of two versions.</summary>
public sealed record ComparedRow(RuleRow Name, RuleRow? Left, RuleRow? Right)
{
    public bool Differs => Left?.Text != Right?.Text;
}

/// <summary>Takes records apart into lines that people can read and compare.</summary>
public static class RuleRows
{
    public static IReadOnlyList<RuleRow> Of(string json)
        => [.. JsonNode.Parse(json)!.AsObject().SelectMany(member => Of(member.Key, member.Value))];

    public static IReadOnlyList<ComparedRow> Compare(string left, string right)
    {
        var (a, b) = (Of(left), Of(right));
        var names = a.Concat(b).Select(row => (row.Member, row.Part)).Distinct().ToList();
        return
        [
            .. names.Select(name => new ComparedRow(
                new RuleRow(name.Member, name.Part, null),
                a.FirstOrDefault(row => (row.Member, row.Part) == name),
                b.FirstOrDefault(row => (row.Member, row.Part) == name)))
                .OrderBy(row => Order(a, b, row.Name.Member)),
        ];
    }

    public static string Kebab<TEnum>(TEnum value)
        where TEnum : struct, Enum
        => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static int Order(IReadOnlyList<RuleRow> a, IReadOnlyList<RuleRow> b, string member)
        => a.Concat(b).Select((row, index) => (row, index)).First(one => one.row.Member == member).index;

    private static IEnumerable<RuleRow> Of(string member, JsonNode? value) => value switch
    {
        JsonArray list when list.All(item => item is JsonValue) => [new RuleRow(member, null, Lines(list.Select(Plain)))],
        JsonArray list when member == "rungs" => list.OfType<JsonObject>().Select(rung => new RuleRow(member, (string?)rung["id"], Rung(rung))),
        JsonArray list => [new RuleRow(member, null, Lines(list.OfType<JsonObject>().Select(item => string.Join(' ', item.Select(part => Plain(part.Value))))))],
        JsonObject map => map.GroupBy(day => day.Key[..Math.Min(4, day.Key.Length)]).Select(year => new RuleRow(
            member, year.Key, Lines(year.Select(day => $"{day.Key} {Plain(day.Value)}")))),
        _ => [new RuleRow(member, null, value is null ? null : Plain(value))],
    };

    private static string Rung(JsonObject rung)
        => Lines(rung.Where(part => part.Key != "id" && part.Value is not null && part.Value is not JsonArray { Count: 0 })
            .Select(part => $"{part.Key}: {Inline(part.Value)}"));

    private static string Inline(JsonNode? value) => value switch
    {
        JsonArray list => string.Join(", ", list.Select(Plain)),
        JsonObject parts => string.Join(", ", parts.Select(part => $"{part.Key} {Plain(part.Value)}")),
        _ => Plain(value),
    };

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Plain(JsonNode? value) => value switch
    {
        null => "",
        JsonValue plain when plain.GetValueKind() == JsonValueKind.String => plain.GetValue<string>(),
        _ => value.ToJsonString(),
    };
}

/// <summary>Two versions side by side; without a left one where there was none before.</summary>
public sealed record ComparedRows(IReadOnlyList<ComparedRow> Rows, string? Left, string Right);
