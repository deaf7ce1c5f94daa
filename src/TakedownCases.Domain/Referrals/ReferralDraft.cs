using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Referrals;

/// <summary>To whom, by what right, and what of the facts is passed on.</summary>
public sealed record ReferralDraft(
    CaseId CaseId, ReferralFacts Facts, IReadOnlyList<PassedItem> Items, ReferralGround Ground, ReferralDuty? Duty, FilerKind Filer)
{
    /// <summary>Why without consent, and, where the person is not told, why not.</summary>
    public string? Reason { get; init; }

    /// <summary>Who it is, where the directory does not know them.</summary>
    public string? Whom { get; init; }
}
