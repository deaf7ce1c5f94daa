using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Referrals;

/// <summary>A place that a referral is about.</summary>
public sealed class ReferralPlace
{
    private ReferralPlace()
    {
    }

    internal ReferralPlace(CaseId caseId, ReferralId referral, PlaceId place) => (CaseId, Referral, Place) = (caseId, referral, place);

    public CaseId CaseId { get; private set; }

    public ReferralId Referral { get; private set; }

    public PlaceId Place { get; private set; }
}
