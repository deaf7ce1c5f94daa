using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Referrals;

/// <summary>About which law one complains to an authority.</summary>
public static class PackLaw
{
    /// <summary>
    /// The first of the authority's that the notice cites; else the first that was in force then, fits the track, and fits what the
    /// case is about: laws that ask for an earlier complaint are not about intimate images. Null where none fits.
    /// </summary>
    public static LegalBasis? For(
        Authority to, Track track, bool showsImages, IReadOnlyList<LegalBasis> cited, LegalBasisCatalogue bases, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(bases);
        if (cited.FirstOrDefault(basis => to.ComplaintsUnder.Contains(basis.Id)) is { } own)
        {
            return own;
        }

        var fitting = to.ComplaintsUnder.Select(id => bases.VersionAt(id, at)).OfType<LegalBasis>().Where(basis => IsFor(basis, track)).ToList();
        return fitting.Find(basis => to.WaitsUnder.Contains(basis.Id) != showsImages) ?? fitting.FirstOrDefault();
    }

    private static bool IsFor(LegalBasis basis, Track track)
        => basis.Track == TrackScope.Both || basis.Track == (track == Track.Minor ? TrackScope.Minor : TrackScope.Adult);
}
