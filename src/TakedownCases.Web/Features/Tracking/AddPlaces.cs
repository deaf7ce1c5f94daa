using TakedownCases.Data;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Platforms;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>More places join the case, as many as pasted; those already there are passed over.</summary>
public sealed class AddPlaces(OnceOnly once, PlaceReader places, CaseClockBook clocks, T texts)
{
    private const int PastedLength = FilingLimits.Places * FilingLimits.AddressLength;

    /// <summary>How many joined, and how many were there already; both nought when the form had arrived before.</summary>
    public (int Added, int Known) Counted { get; private set; }

    public async Task<Outcome> HandleAsync(KeySession session, TextForm form, FormNotes notes, CancellationToken cancellationToken)
    {
        var typed = PastedPlaces.Split(notes.Clean("Text", form.Text, PastedLength, multiline: true) ?? "");
        var distinct = typed.Distinct(StringComparer.Ordinal).ToList();
        if (notes.AreEmpty && distinct.Count is 0 or > FilingLimits.Places)
        {
            notes.Miss("Text", texts[distinct.Count == 0 ? "tracking.form.empty" : "tracking.refused.places.too-many"]);
        }

        return notes.AreEmpty
            ? await once.DoAsync(session, form, _ => true, (found, now) => Add(session, found, distinct, typed.Count, now), cancellationToken)
            : FormNotes.Noted;
    }

    private Outcome Add(KeySession session, TakedownCase found, List<string> distinct, int typed, DateTimeOffset now)
    {
        if (found.ErasureDueAt is not null)
        {
            return CaseRefusals.NotOpen;
        }

        var outcome = found.AddPlaces([.. distinct.Select(text => places.Read(new TypedPlace(text), now))], clocks.Start, session.Actor, now);
        Counted = outcome.IsDone ? (outcome.Value, typed - outcome.Value) : default;
        return outcome.Refusal is { } refusal ? refusal : Outcome.Done;
    }
}
