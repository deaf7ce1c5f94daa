using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Sql;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Features.Shared.Cases;

/// <summary>
/// Runs one verb on one case: found through the access filter, allowed by role, done once per form, decided anew when
/// somebody else was first.
/// </summary>
public sealed class CaseChange(
    TakedownDbContext db, CaseStore store, CommandLog commands, StaffSession session, TimeProvider clock)
{
    private const int MostTries = 5;

    public async Task<VerbResult> RunAsync(
        string number,
        CommandForm input,
        CaseAction action,
        Func<TakedownCase, Actor, DateTimeOffset, Outcome> change,
        CancellationToken cancellationToken)
    {
        var viewer = session.Viewer;
        var command = new CommandId(input.Command);
        for (var tries = 1; ; tries++)
        {
            if (!CaseNumber.TryParse(number, out var parsed)
                || await store.LoadAsync(viewer, parsed, cancellationToken) is not { } subject)
            {
                return VerbResult.Gone;
            }

            if (!CasePermissions.May(viewer, action))
            {
                return VerbResult.Forbidden;
            }

            if (input.Command == Guid.Empty)
            {
                return VerbResult.Incomplete;
            }

            if (await commands.WasDoneAsync(command, cancellationToken))
            {
                return VerbResult.Done;
            }

            var outcome = change(subject, viewer.AsActor(), clock.Now());
            if (!outcome.IsDone)
            {
                db.StartAgain();
                return VerbResult.Refused(outcome.Refusal);
            }

            commands.Note(command);
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
