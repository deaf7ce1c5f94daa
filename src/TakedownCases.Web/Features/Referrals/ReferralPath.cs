using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Web.Features.Referrals;

/// <summary>Where a referral is found: the number of its case and its own reference, as they stand in the path.</summary>
public sealed record ReferralPath(string Number, string Reference)
{
    /// <summary>Null where one of them is none.</summary>
    public (CaseNumber Number, ReferralReference Reference)? Parse()
        => CaseNumber.TryParse(Number, out var number) && ReferralReference.TryParse(Reference, out var reference) ? (number, reference) : null;

    public static string Case(string number) => $"/staff/cases/{Uri.EscapeDataString(number)}";

    public static string List(string number) => Case(number) + "/referrals";

    public override string ToString() => $"{List(Number)}/{Uri.EscapeDataString(Reference)}";
}
