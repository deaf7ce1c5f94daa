using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>
/// Takes places back, writes to no site any more, or stops the whole case; all at once, with what waits to leave
/// (practice P13).
/// </summary>
public sealed class StopPlaces(OnceOnly once, SentNotices sent, CaseClockBook clocks, T texts)
{
    /// <summary>How many letters had left already when it was stopped, and cannot be called back.</summary>
    public int BeyondRecall { get; private set; }

    public async Task<Outcome> HandleAsync(KeySession session, StopForm form, FormNotes notes, CancellationToken cancellationToken)
    {
        if (form.Places is not { Count: > 0 } chosen)
        {
            notes.Miss("Places", texts["tracking.stop.none"]);
            return FormNotes.Noted;
        }

        return await CountedAsync(
            session,
            chosen,
            await once.DoAsync(session, form, rights => rights.MayChange, (found, now) => Stop(session, found, chosen, now), cancellationToken),
            cancellationToken);
    }

    public async Task<Outcome> StopAllAsync(KeySession session, KeyForm form, CancellationToken cancellationToken)
        => await CountedAsync(
            session,
            null,
            await once.DoAsync(session, form, rights => rights.MayChange, (found, now) => found.Withdraw(session.Actor, now, clocks.Start), cancellationToken),
            cancellationToken);

    /// <summary>Takes back only that we write to platforms; the rest of the case goes on.</summary>
    public async Task<Outcome> HoldAsync(KeySession session, KeyForm form, CancellationToken cancellationToken)
        => await CountedAsync(
            session,
            null,
            await once.DoAsync(
                session,
                form,
                rights => rights.MayConsent,
                (found, now) => found.WithdrawConsent(ConsentAction.NotifyPlatforms, session.Actor, now),
                cancellationToken),
            cancellationToken);

    // Counted after the change, not on the page before it: meanwhile one may have left.
    private async Task<Outcome> CountedAsync(
        KeySession session, IReadOnlyCollection<Guid>? places, Outcome outcome, CancellationToken cancellationToken)
    {
        BeyondRecall = outcome.IsDone ? await sent.CountBeyondRecallAsync(session, places, cancellationToken) : 0;
        return outcome;
    }

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
