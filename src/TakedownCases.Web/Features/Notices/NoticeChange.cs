using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Sql;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.Notices;

/// <summary>
/// Runs one verb on one notice: found through its case's access filter, allowed by role, done once per form, decided anew
/// when somebody else was first.
/// </summary>
public sealed class NoticeChange(
    TakedownDbContext db, NoticeStore notices, CommandLog commands, StaffSession session, TimeProvider clock)
{
    private const int MostTries = 5;

    public async Task<VerbResult> RunAsync(
        NoticePath path,
        CommandForm input,
        CaseAction action,
        Func<LoadedNotice, Actor, DateTimeOffset, Task<Outcome>> change,
        CancellationToken cancellationToken)
    {
        var viewer = session.Viewer;
        for (var tries = 1; ; tries++)
        {
            if (path.Parse() is not var (number, reference)
                || await notices.LoadAsync(viewer, number, reference, cancellationToken) is not { } loaded)
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
