using TakedownCases.Data.Law;
using TakedownCases.Data.Seed;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Data.Tests.Law;

public sealed class ResearchTests
{
    [Fact]
    public void Every_record_of_the_research_is_in_the_file_with_its_length_and_its_doubts()
    {
        var file = LegalBasisFile.Load().All.ToDictionary(basis => basis.Id, basis => string.Join(
            " | ",
            basis.Id,
            basis.JurisdictionName,
            Kebab(basis.Track),
            basis.Duration?.Text ?? "none",
            Kebab(basis.Confidence),
            Kebab(basis.Verification),
            basis.StatusText));

        Assert.Equal(39, Researched.Records.Length);
        Assert.All(Researched.Records, record => Assert.Equal(record, file.GetValueOrDefault(record.Split(' ')[0])));
    }

    [Fact]
    public void Whatever_is_not_sure_says_why_in_its_notes_and_who_is_bound_is_a_code_as_well()
        => Assert.All(LegalBasisFile.Load().All, basis =>
        {
            Assert.True(basis.RunsClocks || basis.InformsBecause is not null);
            Assert.NotEmpty(basis.Obligor);
            Assert.False(basis.IsPolicy);
        });

    [Fact]
    public void The_shipped_rules_go_together_and_are_there_to_be_read()
    {
        Assert.Empty(LawParts.Shipped.ToLaw().Faults);
        Assert.Equal(
            [RuleKind.Basis, RuleKind.Policy, RuleKind.Ladder, RuleKind.Calendar], ShippedRules.All.Select(rule => rule.Kind).Distinct());
        Assert.All(ShippedRules.All, rule => Assert.NotNull(LawParts.Shipped.With(rule.Kind, rule.Kind == RuleKind.Basis ? Later(rule.Json) : rule.Json)));
    }

    private static string Later(string json) => json.Replace("\"version\": \"2026-11-22\"", "\"version\": \"2026-11-23\"", StringComparison.Ordinal);

    private static string Kebab<T>(T value)
        where T : struct, Enum
        => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
