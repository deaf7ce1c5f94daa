using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Tests.Cases;

public sealed class FilingRulesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    public void Any_number_of_places_up_to_the_limit_is_taken(int places)
        => Assert.Equal(places, CaseSamples.File(CaseSamples.Facts() with { Places = Places(places) }).PlaceCount);

    [Fact]
    public void One_place_more_than_the_limit_is_refused()
        => Refused(CaseSamples.Facts() with { Places = Places(501) }, CaseRefusals.TooManyPlaces);

    [Fact]
    public void Nobody_signs_on_the_minor_track()
        => Refused(CaseSamples.Facts(Track.Minor) with { Statement = CaseSamples.Statement() }, CaseRefusals.MinorSignsNothing);

    [Fact]
    public void A_bystander_gets_no_key_no_contact_and_signs_nothing()
    {
        var bystander = CaseSamples.Facts(filer: FilerKind.Bystander);
        Refused(bystander with { KeyLookup = [1] }, CaseRefusals.BystanderGetsReceiptOnly);
        Refused(bystander with { Contact = new SafeContact() }, CaseRefusals.BystanderGetsReceiptOnly);
        Refused(bystander with { Statement = CaseSamples.Statement() }, CaseRefusals.BystanderGetsReceiptOnly);
        var filed = CaseSamples.File(bystander);
        Assert.Empty(filed.Keys);
        Assert.Equal(["FirstReview"], filed.Clocks.Select(clock => clock.Kind.ToString()));
    }

    [Theory]
    [InlineData(null, null, null, Severity.Standard)]
    [InlineData(false, false, false, Severity.Standard)]
    [InlineData(null, true, null, Severity.Urgent)]
    [InlineData(false, true, false, Severity.Urgent)]
    [InlineData(true, null, null, Severity.Imminent)]
    [InlineData(null, null, true, Severity.Imminent)]
    [InlineData(true, true, true, Severity.Imminent)]
    [InlineData(false, true, true, Severity.Imminent)]
    public void The_early_questions_give_the_severity(bool? danger, bool? threatened, bool? suicide, Severity expected)
    {
        var answers = new DangerAnswers(danger, threatened, suicide);
        Assert.Equal(expected, SeverityRule.Of(answers));
        var facts = CaseSamples.Facts() with { Details = new CaseDetails { Danger = answers } };
        Assert.Equal(expected, CaseSamples.File(facts).Severity);
    }

    private static List<NewPlace> Places(int count)
        => [.. Enumerable.Range(1, count).Select(number => CaseSamples.NewPlace(number) with { BlindIndex = BitConverter.GetBytes(number) })];

    private static void Refused(FilingFacts facts, Refusal expected)
        => Assert.Equal(expected, TakedownCase.File(facts, CaseSamples.StartClock, CaseSamples.Now).Refusal);
}
