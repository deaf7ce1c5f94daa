using System.Text.Json.Nodes;
using TakedownCases.Data.Law;

namespace TakedownCases.Data.Tests.Law;

public sealed class RuleSchemaTests
{
    [Theory]
    [InlineData(RuleKind.Policy, "sla-policies.json")]
    [InlineData(RuleKind.Calendar, "working-calendars.json")]
    public void The_schema_in_docs_names_the_members_the_records_have(RuleKind kind, string file)
    {
        var record = JsonNode.Parse(File.ReadAllText(Path.Combine(Root(), "docs", "schemas", file)))!["$defs"]!["record"]!;

        Assert.All(ShippedRules.All.Where(rule => rule.Kind == kind), rule =>
        {
            var members = JsonNode.Parse(rule.Json)!.AsObject().Select(member => member.Key).Order().ToList();
            Assert.Equal(members, record["properties"]!.AsObject().Select(member => member.Key).Order());
            Assert.Equal(members, record["required"]!.AsArray().Select(name => (string)name!).Order());
        });
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TakedownCases.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }
}
