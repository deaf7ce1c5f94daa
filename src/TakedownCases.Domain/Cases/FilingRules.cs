namespace TakedownCases.Domain.Cases;

/// <summary>What a filing may not contradict. Everything else a person typed is kept as it is.</summary>
internal static class FilingRules
{
    public static Refusal? Check(FilingFacts facts)
    {
        if (facts.Places.Count > FilingLimits.Places)
        {
            return CaseRefusals.TooManyPlaces;
        }

        if (facts.Track == Track.Minor && facts.Statement is not null)
        {
            return CaseRefusals.MinorSignsNothing;
        }

        if (facts.Details.Filer == FilerKind.Bystander && (facts.KeyLookup is not null || facts.Contact is not null || facts.Statement is not null))
        {
            return CaseRefusals.BystanderGetsReceiptOnly;
        }

        return null;
    }
}
