using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>Asks for erasure, which waits 72 hours, and takes it back within that time (practice P13).</summary>
public sealed class EraseCase(OnceOnly once, CaseClockBook clocks, T texts)
{
    private static readonly TimeSpan Wait = TimeSpan.FromHours(72);

    public async Task<Outcome> HandleAsync(KeySession session, EraseForm form, FormNotes notes, CancellationToken cancellationToken)
    {
        if (form.Keep is not ("proof" or "everything"))
        {
            notes.Miss("Keep", texts["tracking.erase.choose"]);
            return FormNotes.Noted;
        }

        return await once.DoAsync(session, form, rights => rights.MayErase, (found, now) => Erase(session, form, found, clocks.Start, now), cancellationToken);
    }

    public Task<Outcome> UndoAsync(KeySession session, KeyForm form, CancellationToken cancellationToken)
        => once.DoAsync(
            session, form, rights => rights.MayErase, (found, now) => found.UndoErasure(session.Actor, now), cancellationToken);

    // Asking again does not push the day further away.
    private static Outcome Erase(KeySession session, EraseForm form, TakedownCase found, StartClock startClock, DateTimeOffset now)
        => found.RequestErasure(form.Keep == "proof", found.ErasureDueAt ?? now + Wait, session.Actor, now, startClock);
}
