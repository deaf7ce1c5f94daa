using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Web.Features.Filing;

/// <summary>Adds pasted places to a list: taken apart, read, each once. What does not fit comes back as text.</summary>
internal static class PastedList
{
    public static (IReadOnlyList<DraftPlace> Places, string? Left) Join(IReadOnlyList<DraftPlace> known, string? pasted)
    {
        if (pasted is null)
        {
            return (known, null);
        }

        var places = known.ToList();
        var seen = places.Select(place => Identity(PlaceText.Read(place.Text))).ToHashSet(StringComparer.Ordinal);
        var rest = new List<string>();
        foreach (var text in PastedPlaces.Split(pasted))
        {
            if (text.Length > FilingLimits.AddressLength)
            {
                rest.Add(text);
                continue;
            }

            var reading = PlaceText.Read(text);
            if (!seen.Add(Identity(reading)) || reading.AsTyped.Length == 0)
            {
                continue;
            }

            if (places.Count == FilingLimits.Places)
            {
                rest.Add(text);
                continue;
            }

            // Read again cleaned: a picture hidden in percent-encoding is not kept either.
            places.Add(new DraftPlace(reading.AsTyped));
        }

        return (places, rest.Count == 0 ? null : string.Join('\n', rest));
    }

    private static string Identity(PlaceReading reading) => reading.Address?.Text ?? reading.Cleaned;
}
