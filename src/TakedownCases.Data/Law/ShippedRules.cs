using System.Text.Json.Nodes;
using TakedownCases.Data.Seed;

namespace TakedownCases.Data.Law;

/// <summary>The records of the shipped files as they stand there, for people to read and to begin a change from.</summary>
public static class ShippedRules
{
    private static readonly Lazy<IReadOnlyList<ShippedRule>> Rules = new(() =>
    [
        .. Of(RuleKind.Basis, "legal-bases.json"), .. Of(RuleKind.Policy, "sla-policies.json"),
        .. Of(RuleKind.Ladder, "ladders.json"), .. Of(RuleKind.Calendar, "working-calendars.json"),
    ]);

    public static IReadOnlyList<ShippedRule> All => Rules.Value;

    private static IEnumerable<ShippedRule> Of(RuleKind kind, string file)
        => JsonNode.Parse(SeedFile.Embedded(file))!["records"]!.AsArray().Select(record => new ShippedRule(
            kind, (string)record!["id"]!, (string?)record["version"] ?? "", RuleJson.Write(record)));
}

/// <summary>One record of a shipped file; a calendar there has no version of its own.</summary>
public sealed record ShippedRule(RuleKind Kind, string RuleId, string Version, string Json);
