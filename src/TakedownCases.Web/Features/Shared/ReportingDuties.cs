using TakedownCases.Data.Seed;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Web.Features.Shared;

/// <summary>Something that must be passed on, said before anyone types (practice P12). The text is for the person.</summary>
public sealed record ReportingDuty(
    string Id,
    string Country,
    string TrackScope,
    string Who,
    string Trigger,
    string Within,
    string ToWhom,
    string Source,
    string? ReviewedBy,
    string TextKey,
    ReferralDuty Rule);

/// <summary>The duties of this installation: its own policy first, then the laws it may be under.</summary>
public sealed class ReportingDuties
{
    private readonly IReadOnlyList<DutyRecord> _duties;

    public ReportingDuties()
        : this(DutyFile.Load())
    {
    }

    internal ReportingDuties(IReadOnlyList<DutyRecord> duties) => _duties = duties;

    /// <summary>What applies to a filing on that track; both tracks know what was agreed for both.</summary>
    public IReadOnlyList<ReportingDuty> For(bool minor)
        => [.. _duties.Where(duty => duty.Track == "both" || duty.Track == (minor ? "minor" : "adult")).Select(Told)];

    /// <summary>Those that compel us to tell <paramref name="to"/> of a person in that country.</summary>
    public IReadOnlyList<ReportingDuty> That(bool minor, Authority to, string? country) => [.. For(minor).Where(duty => duty.Rule.Compels(to, country))];

    // @keys welcome.duty.*
    private static ReportingDuty Told(DutyRecord duty)
        => new(
            duty.Id, duty.Country, duty.Track, duty.Who, duty.Trigger, duty.Within, duty.ToWhom, duty.Source, duty.ReviewedBy,
            "welcome.duty." + duty.Id, duty.ToRule());
}
