using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Notices;

/// <summary>What a notice starts when it has left: one clock per place and cited basis, and one for "we have it".</summary>
public static class NoticeDeparture
{
    private const char Between = ' ';

    /// <summary>
    /// The clocks, from the earliest proof that the recipient has it; <paramref name="startedBy"/> is that proof's code:
    /// "form-reference", "server-acceptance" or "sending" (design law 7). What asks for removal starts those; a request to keep data starts ours, to ask again.
    /// </summary>
    public static IReadOnlyList<ClockStart> Starts(
        Notice notice, TakedownCase takedownCase, LegalBasisCatalogue bases, CaseClockBook book, DateTimeOffset from, string startedBy)
    {
        if (notice.Kind == NoticeKind.Preservation)
        {
            return [book.Preservation(takedownCase.Track, takedownCase.Severity, notice.Id, from, startedBy)];
        }

        if (notice.Kind is not (NoticeKind.Removal or NoticeKind.SecondChannel))
        {
            return [];
        }

        var cited = bases.WithPolicies(Cited(notice.Bases, bases), from);
        var named = notice.Places.Select(place => place.Place).ToHashSet();
        var open = takedownCase.Places.Where(place => named.Contains(place.Id) && PlaceStates.MayBeNoticed(place.State));
        return
        [
            .. open.SelectMany(place => book.Legal(cited, takedownCase, notice.Id, place.Id, from, startedBy)),
            book.Acknowledgement(takedownCase.Track, takedownCase.Severity, notice.Id, from, startedBy),
        ];
    }

    /// <summary>The bases that "id@version id@version" names; one that the installation no longer has is left out.</summary>
    public static IReadOnlyList<LegalBasis> Cited(string names, LegalBasisCatalogue bases)
        => [.. names.Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(name => name.Split('@'))
            .Select(parts => bases.Find(parts[0], parts[^1])).OfType<LegalBasis>()];

    /// <summary>How a notice names a basis and its version.</summary>
    public static string NameOf(LegalBasis basis) => $"{basis.Id}@{basis.Version}";
}
