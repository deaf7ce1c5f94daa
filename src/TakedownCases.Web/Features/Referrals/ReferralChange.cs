using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Referrals;
using TakedownCases.Data.Sql;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.Referrals;

/// <summary>
/// Runs one verb on one referral: found through its case's access filter, allowed by role, done once per form, decided anew when
/// somebody else was first.
/// </summary>
public sealed class ReferralChange(
    TakedownDbContext db, CaseStore cases, ReferralStore referrals, CommandLog commands, StaffSession session, TimeProvider clock)
{
    private const int MostTries = 5;

    public Task<VerbResult> RunAsync(
        ReferralPath path, CommandForm input, Func<LoadedReferral, Actor, DateTimeOffset, Outcome> change, CancellationToken cancellationToken)
        => DoAsync(
            input,
            async () => path.Parse() is var (number, reference) ? await referrals.LoadAsync(session.Viewer, number, reference, cancellationToken) : null,
            (loaded, by, now) => Task.FromResult(change(loaded, by, now)),
            cancellationToken);

    /// <summary>The same on a case for which something new is added.</summary>
    public Task<VerbResult> AddAsync(
        string number, CommandForm input, Func<TakedownCase, Actor, DateTimeOffset, Task<Outcome>> change, CancellationToken cancellationToken)
        => DoAsync(
            input,
            async () => CaseNumber.TryParse(number, out var parsed) ? await cases.LoadAsync(session.Viewer, parsed, cancellationToken) : null,
            change,
            cancellationToken);

    private async Task<VerbResult> DoAsync<TLoaded>(
        CommandForm input, Func<Task<TLoaded?>> load, Func<TLoaded, Actor, DateTimeOffset, Task<Outcome>> change, CancellationToken cancellationToken)
        where TLoaded : class
    {
        var viewer = session.Viewer;
        for (var tries = 1; ; tries++)
        {
            if (await load() is not { } loaded)
            {
                return VerbResult.Gone;
            }

            if (!CasePermissions.May(viewer, CaseAction.TellHotline))
            {
                return VerbResult.Forbidden;
            }

            if (input.Command == Guid.Empty)
            {
                return VerbResult.Incomplete;
            }

            if (await commands.WasDoneAsync(new CommandId(input.Command), cancellationToken))
            {
                return VerbResult.Done;
            }

            var outcome = await change(loaded, viewer.AsActor(), clock.Now());
            if (!outcome.IsDone)
            {
                db.StartAgain();
                return VerbResult.Refused(outcome.Refusal);
            }

            commands.Note(new CommandId(input.Command));
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return VerbResult.Done;
            }
            catch (DbUpdateException conflict) when (tries < MostTries && DatabaseErrors.IsConflict(conflict))
            {
                db.StartAgain();
            }
        }
    }
}
