using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Domain.Notices;

/// <summary>A law that a notice could cite, whether it seems to apply, and why: a code that pages put into words.</summary>
public sealed record LawOffer(LegalBasis Basis, bool Applies, string Why);

/// <summary>What decides which laws are offered. <paramref name="Country"/> is the person's; null where not said.</summary>
public sealed record LawQuestion(
    Track Track, Platform? Platform, string? Country, IReadOnlyList<HarmKind> Harms, bool Edited, DateTimeOffset At);

/// <summary>
/// Which laws a person composing a notice is offered. A proposal, never a decision: what applies is chosen by the person,
/// and a law whose elements are missing cannot be cited anyway (design law 6).
/// </summary>
public static class LawOffers
{
    private const string Union = "EU";

    private static readonly HashSet<string> Members = new(StringComparer.Ordinal)
    {
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT",
        "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    };

    /// <summary>The laws in force that can be cited on the track, those that seem to apply first.</summary>
    public static IReadOnlyList<LawOffer> For(LawQuestion asked, LegalBasisCatalogue bases)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(bases);
        return
        [
            .. bases.InForceAt(asked.At)
                .Where(basis => basis.Trigger == ClockTrigger.NoticeReceived && IsFor(basis, asked.Track)
                    && NoticeLaw.Find(basis.Id)?.ElementsOn(asked.Track).Count > 0)
                .Select(basis => Offer(basis, asked))
                .OrderByDescending(offer => offer.Applies).ThenBy(offer => offer.Basis.Id, StringComparer.Ordinal),
        ];
    }

    private static LawOffer Offer(LegalBasis basis, LawQuestion asked)
    {
        var elements = NoticeLaw.Find(basis.Id)!.ElementsOn(asked.Track);
        if (elements.Contains(NoticeElement.IntimateImage) && !NoticeValidity.ShowsImages(asked.Edited, asked.Harms))
        {
            return new LawOffer(basis, Applies: false, "no-image");
        }

        return Seems(basis, asked.Platform, asked.Country);
    }

    /// <summary>
    /// The laws that an act other than our notice sets off and that seem to apply, such as the time in which a refusal can be
    /// complained about; only those that run clocks.
    /// </summary>
    public static IReadOnlyList<LegalBasis> SetOffBy(
        ClockTrigger trigger, Track track, Platform? platform, string? country, DateTimeOffset at, LegalBasisCatalogue bases)
        => [.. bases.InForceAt(at).Where(basis => basis.RunsClocks && basis.Trigger == trigger && IsFor(basis, track)
            && Seems(basis, platform, country).Applies)];

    /// <summary>Whether a law seems to apply to this platform and person, and why.</summary>
    public static LawOffer Seems(LegalBasis basis, Platform? platform, string? country)
        => Lies(country, basis.Jurisdiction) ? new LawOffer(basis, Applies: true, "person-there")
            : Lies(platform?.Country, basis.Jurisdiction) ? new LawOffer(basis, Applies: true, "platform-there")
            : basis.Jurisdiction == Union && platform?.Size is SizeClass.Vlop or SizeClass.Vlose
                ? new LawOffer(basis, Applies: true, "serves-union")
            : new LawOffer(basis, Applies: false, country is null ? "country-not-said" : "not-there");

    private static bool Lies(string? country, string jurisdiction)
        => country is not null && (country == jurisdiction || (jurisdiction == Union && Members.Contains(country)));

    private static bool IsFor(LegalBasis basis, Track track)
        => basis.Track == Deadlines.TrackScope.Both || basis.Track == (track == Track.Minor ? Deadlines.TrackScope.Minor : Deadlines.TrackScope.Adult);
}
