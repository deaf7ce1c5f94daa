using TakedownCases.Domain.Deadlines;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Shared;

/// <summary>Which rule a clock is counted by, and where that rule holds, in the reader's language.</summary>
public sealed class LawNames(T texts, LegalBasisCatalogue bases)
{
    private const string Union = "EU";

    /// <summary>A law by its citation and where it holds; else that the promise is ours, or that a person entered the day.</summary>
    public string CountedBy(string basis, string version) => bases.Find(basis, version) switch
    {
        { IsPolicy: true } policy => texts["shared.rule.patience", ("where", Where(policy))],
        { } law => texts["shared.rule.law", ("citation", law.Citation), ("where", Where(law))],
        null when basis == Domain.Cases.CaseClockBook.ByHand => texts["shared.rule.by-hand"],
        null => texts["shared.rule.ours"],
    };

    public string Where(LegalBasis basis) => Where(basis.Jurisdiction, basis.JurisdictionName);

    /// <summary>A country, a part of one ("CA-BC") or the Union; as its record names it where no name is known.</summary>
    public string Where(string jurisdiction, string otherwise)
    {
        if (jurisdiction == Union)
        {
            return texts["shared.country.union"];
        }

        var parts = jurisdiction.Split('-', 2);
        return Countries.Name(parts[0], texts.Language) is not { } country ? otherwise
            : parts.Length == 1 ? country
            : $"{country} ({parts[1]})";
    }
}
