using System.Text.Json;
using System.Text.Json.Nodes;
using TakedownCases.Data.Law;
using TakedownCases.Data.Seed;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Escalation;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Data.Tests.Law;

public sealed class RuleSchemaTests
{
    [Theory]
    [InlineData(RuleKind.Policy, "sla-policies.json")]
    [InlineData(RuleKind.Calendar, "working-calendars.json")]
    [InlineData(RuleKind.Ladder, "ladders.json")]
    public void The_schema_in_docs_names_the_members_the_records_have(RuleKind kind, string file)
        => Assert.All(ShippedRules.All.Where(rule => rule.Kind == kind), rule => AssertNamed(JsonNode.Parse(rule.Json)!, Defined(file, "record")));

    [Fact]
    public void The_schema_of_duties_names_the_members_the_records_have()
        => Assert.All(JsonNode.Parse(SeedFile.Embedded("duties.json"))!["records"]!.AsArray(), duty => AssertNamed(duty!, Defined("duties.json", "record")));

    [Fact]
    public void The_schema_of_ladders_names_the_members_the_rungs_have()
        => Assert.All(
            ShippedRules.All.Where(rule => rule.Kind == RuleKind.Ladder).SelectMany(rule => JsonNode.Parse(rule.Json)!["rungs"]!.AsArray()),
            rung => AssertNamed(rung!, Defined("ladders.json", "rung")));

    [Theory]
    [InlineData("action", typeof(RungAction))]
    [InlineData("clocks", typeof(ClockKind))]
    [InlineData("severities", typeof(Severity))]
    [InlineData("when", typeof(RungCondition))]
    [InlineData("needs", typeof(RungNeed))]
    [InlineData("consent", typeof(ConsentAction))]
    [InlineData("tells", typeof(RungTells))]
    [InlineData("approval", typeof(RungApproval))]
    public void The_schema_of_ladders_names_the_values_the_code_knows(string member, Type type)
        => Assert.Equal(Named(type), Values(Defined("ladders.json", "rung")["properties"]![member]!));

    [Fact]
    public void The_schema_of_duties_names_the_kinds_of_recipient_the_code_knows()
        => Assert.Equal(Named(typeof(AuthorityKind)), Values(Defined("duties.json", "record")["properties"]!["recipientKinds"]!));

    private static JsonNode Defined(string file, string name)
        => JsonNode.Parse(File.ReadAllText(Path.Combine(Root(), "docs", "schemas", file)))!["$defs"]![name]!;

    private static void AssertNamed(JsonNode record, JsonNode defined)
    {
        var members = record.AsObject().Select(member => member.Key).Order().ToList();
        Assert.Equal(members, defined["properties"]!.AsObject().Select(member => member.Key).Order());
        Assert.Equal(members, defined["required"]!.AsArray().Select(name => (string)name!).Order());
    }

    private static IEnumerable<string> Named(Type type)
        => Enum.GetNames(type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Values(JsonNode member)
        => ((member["enum"] ?? member["items"]!["enum"])!).AsArray().Select(value => (string?)value).OfType<string>().Order(StringComparer.Ordinal);

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
