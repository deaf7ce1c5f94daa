using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Sql;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>
/// Does to the case what a form asks, once, however often it arrives, and decides again when somebody else changed the
/// case meanwhile. The key and what it allows are looked at beside the change itself.
/// </summary>
public sealed class OnceOnly(TakedownDbContext db, CaseStore store, CommandLog commands, TimeProvider clock)
{
    private const int MostTries = 5;

    private static readonly Refusal KeyEnded = new("key.ended", "The key has ended.");
    private static readonly Refusal NotForThisKey = new("key.not-yours", "This key does not allow that.");

    public static bool IsEnd(Refusal refusal) => refusal == KeyEnded;

    public async Task<Outcome> DoAsync(
        KeySession session, KeyForm form, Func<KeyRights, bool> may, Func<TakedownCase, DateTimeOffset, Outcome> act,
        CancellationToken cancellationToken)
    {
        var command = form.CommandAt(clock.Now());
        for (var tries = 1; ; tries++)
        {
            var outcome = await DecideAsync(session, command, may, act, cancellationToken);
            if (outcome is { } decided)
            {
                db.ChangeTracker.Clear();
                return decided;
            }

            commands.Note(command);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return Outcome.Done;
            }
            catch (DbUpdateException error) when (tries < MostTries && DatabaseErrors.IsConflict(error))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Outcome?> DecideAsync(
        KeySession session, CommandId command, Func<KeyRights, bool> may, Func<TakedownCase, DateTimeOffset, Outcome> act,
        CancellationToken cancellationToken)
    {
        if (await commands.WasDoneAsync(command, cancellationToken))
        {
            return Outcome.Done;
        }

        var found = await store.LoadAsync(session.CaseId, cancellationToken);
        if (found is null || found.State == CaseState.Erased
            || !found.Keys.Any(key => key.EndedAt is null && key.Lookup.SequenceEqual(session.LookupBytes)))
        {
            return KeyEnded;
        }

        if (!may(KeyRights.Of(session.Holder, found)))
        {
            return NotForThisKey;
        }

        var outcome = act(found, clock.Now());
        return outcome.IsDone ? (Outcome?)null : outcome;
    }
}
