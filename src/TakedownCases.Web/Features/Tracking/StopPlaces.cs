using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>Takes places back, or stops the whole case; both at once (practice P13).</summary>
public sealed class StopPlaces(OnceOnly once, T texts)
{
    public async Task<Outcome> HandleAsync(KeySession session, StopForm form, FormNotes notes, CancellationToken cancellationToken)
    {
        if (form.Places is not { Count: > 0 } chosen)
        {
            notes.Miss("Places", texts["tracking.stop.none"]);
            return FormNotes.Noted;
        }

        return await once.DoAsync(
            session, form, rights => rights.MayChange, (found, now) => Stop(session, found, chosen, now), cancellationToken);
    }

    public Task<Outcome> StopAllAsync(KeySession session, KeyForm form, CancellationToken cancellationToken)
        => once.DoAsync(
            session, form, rights => rights.MayChange, (found, now) => found.Withdraw(session.Actor, now), cancellationToken);

    private static Outcome Stop(KeySession session, TakedownCase found, IReadOnlyList<Guid> places, DateTimeOffset now)
    {
        foreach (var place in places)
        {
            if (found.WithdrawPlace(new PlaceId(place), session.Actor, now) is { IsDone: false } refused)
            {
                return refused;
            }
        }

        return Outcome.Done;
    }
}
