namespace TakedownCases.Domain.Referrals;

/// <summary>
/// A duty to report as far as it opens a door (practice P12): in which country it holds, whom it names, and how many people of the
/// organisation decide. Data, never code.
/// </summary>
public sealed record ReferralDuty(
    string Id, string Country, IReadOnlyList<AuthorityKind> RecipientKinds, IReadOnlyList<string> RecipientIds, int People)
{
    /// <summary>
    /// Whether it compels us to tell them of a person in that country. Never whoever is named by hand, and nobody who is in charge
    /// elsewhere.
    /// </summary>
    public bool Compels(Authority to, string? country)
        => to.Id != AuthorityDirectory.Other && !to.OnlyByPerson
            && (RecipientKinds.Contains(to.Kind) || RecipientIds.Contains(to.Id))
            && (Country == AuthorityDirectory.Everywhere || Country == country)
            && to.IsIn(country);
}
