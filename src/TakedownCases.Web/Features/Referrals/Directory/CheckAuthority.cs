using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Referrals;
using TakedownCases.Data.Sql;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Domain.Referrals;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.Referrals.Directory;

/// <summary>An administrator says that a record of the directory was checked, outside the program, and what came of it.</summary>
public sealed class CheckAuthority(
    TakedownDbContext db, AuthorityDirectory directory, CommandLog commands, HouseWords words, StaffSession session, TimeProvider clock)
{
    private const int MostTries = 5;

    public async Task<VerbResult> HandleAsync(string id, AuthorityInput input, CancellationToken cancellationToken)
    {
        if (directory.Find(id) is not { } authority)
        {
            return VerbResult.Gone;
        }

        if (session.Viewer.Role != StaffRole.Admin)
        {
            return VerbResult.Forbidden;
        }

        var (note, problem) = TypedWords.Read(input.Note, AuthorityCheck.LongestNote, nameof(AuthorityInput.Note));
        if (input.Command == Guid.Empty || input.IsRight is not { } isRight || problem is not null)
        {
            return input.Command == Guid.Empty ? VerbResult.Incomplete
                : input.IsRight is null ? new VerbResult(VerbStatus.Refused, "right", nameof(AuthorityInput.IsRight)) : problem!;
        }

        for (var tries = 1; ; tries++)
        {
            if (await commands.WasDoneAsync(new CommandId(input.Command), cancellationToken))
            {
                return VerbResult.Noticed("checked");
            }

            var now = clock.Now();
            var check = Guid.CreateVersion7(now);
            db.AuthorityChecks.Add(new AuthorityCheck
            {
                Id = check,
                Authority = authority.Id,
                IsRight = isRight,
                Note = words.Seal(AuthorityCheck.NoteOf(check), note),
                CheckedBy = session.Viewer.Staff,
                CheckedAt = now,
            });
            db.Record(LedgerStream.Admin, "admin.authority-checked", session.Viewer.AsActor(), now, entry => entry
                .Code("authority", authority.Id).Code("outcome", isRight ? "right" : "wrong"));
            commands.Note(new CommandId(input.Command));
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return VerbResult.Noticed("checked");
            }
            catch (DbUpdateException conflict) when (tries < MostTries && DatabaseErrors.IsConflict(conflict))
            {
                db.StartAgain();
            }
        }
    }
}
