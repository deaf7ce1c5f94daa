using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Web.Features.CaseFile.Clocks;

/// <summary>What people enter that begins a clock: an act of somebody outside, under one law. Notices begin theirs by themselves.</summary>
public sealed class ClockActs(LegalBasisCatalogue bases)
{
    /// <summary>The laws that run clocks on the track, by what begins them; those that a notice of ours begins are left out.</summary>
    public IReadOnlyList<LegalBasis> For(Track track, DateTimeOffset at)
        => [.. bases.InForceAt(at)
            .Where(basis => basis is { RunsClocks: true } and not { Trigger: ClockTrigger.NoticeReceived } && IsFor(basis, track))
            .OrderBy(basis => basis.Trigger).ThenBy(basis => basis.Jurisdiction, StringComparer.Ordinal).ThenBy(basis => basis.Id, StringComparer.Ordinal)];

    /// <summary>The same with whether each seems to apply to this person or to one of the platforms, as a notice's laws are offered.</summary>
    public IReadOnlyList<ClockAct> For(Track track, IReadOnlyList<Platform> platforms, string? country, DateTimeOffset at)
        => [.. For(track, at).Select(basis => new ClockAct(
            basis, LawOffers.Seems(basis, null, country).Applies || platforms.Any(platform => LawOffers.Seems(basis, platform, country).Applies)))];

    /// <summary>What a clock says of how its start is known, by what begins its law's.</summary>
    public static string CodeOf(ClockTrigger trigger) => trigger switch
    {
        ClockTrigger.AuthorityRequest => "authority-notice",
        ClockTrigger.ComplaintToAuthority => "complaint-to-authority",
        ClockTrigger.DecisionReceived => "decision-told",
        ClockTrigger.CounterNoticeReceived => "counter-notice",
        ClockTrigger.ProviderReported => "provider-report",
        _ => "by-hand",
    };

    private static bool IsFor(LegalBasis basis, Track track)
        => basis.Track == Domain.Deadlines.TrackScope.Both || Codes.Of(basis.Track) == Codes.Of(track);
}

/// <summary>A law that an act of somebody outside sets off; <paramref name="Fits"/> where it seems to apply to the case.</summary>
public sealed record ClockAct(LegalBasis Basis, bool Fits);

/// <summary>The page on which a clock is entered.</summary>
public sealed record NewClockPart(
    IReadOnlyList<ClockAct> Acts, IReadOnlyList<(Guid Id, int Ordinal)> Places, bool MayStart, bool MayLimit, string Zone);
