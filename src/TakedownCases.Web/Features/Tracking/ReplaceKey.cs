using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>
/// A new key in two steps: it is made and shown while the old one still works, and takes its place when the person says
/// that it is safe. An answer lost on the way locks nobody out.
/// </summary>
public sealed class ReplaceKey(OnceOnly once, CaseVault vault)
{
    /// <summary>The visit with a new key riding along; the same one when it has one already.</summary>
    public static KeySession Make(KeySession session, NewKeyForm form)
        => session.NextKey is not null ? session : session with
        {
            NextKey = CaseKey.NewRandom().Show(),
            NextHolder = form.TakeOver ? KeyHolder.Survivor : session.Holder,
            FilerStays = form.FilerStays,
        };

    /// <summary>The new key takes the old one's place.</summary>
    public Task<Outcome> HandleAsync(KeySession session, KeyForm form, CancellationToken cancellationToken)
    {
        if (session.NextKey is not { } next)
        {
            // The first arrival of this form did it already.
            return Task.FromResult(Outcome.Done);
        }

        var lookup = vault.KeyLookup(CaseKey.Parse(next));
        return once.DoAsync(
            session,
            form,
            rights => session.NextHolder == session.Holder || rights.MayTakeOver,
            (found, now) => Replace(session, found, lookup, now),
            cancellationToken);
    }

    /// <summary>"I have it safe", for the key in use.</summary>
    public Task<Outcome> ConfirmAsync(KeySession session, KeyForm form, CancellationToken cancellationToken)
        => once.DoAsync(session, form, _ => true, (found, now) => found.ConfirmKey(session.Actor, now), cancellationToken);

    private static Outcome Replace(KeySession session, TakedownCase found, byte[] lookup, DateTimeOffset now)
    {
        var (reason, by) = session.NextHolder == session.Holder
            ? ("by-holder", session.Actor)
            : ("taken-over", Actor.Survivor);
        var outcome = found.ReplaceKey(
            lookup, session.NextHolder, session.FilerStays ? reason + "-filer-stays" : reason, by, null, now, session.FilerStays);
        return outcome.IsDone ? found.ConfirmKey(by, now) : outcome;
    }
}
