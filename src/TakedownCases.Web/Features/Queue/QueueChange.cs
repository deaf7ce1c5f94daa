using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Sql;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Queue;

/// <summary>
/// Changes one case from the queue: through the access filter, by the role, and again from the start when somebody else
/// was faster.
/// </summary>
public sealed class QueueChange(TakedownDbContext db, CaseStore store, StaffSession session, TimeProvider clock)
{
    private const int MostTries = 5;

    public async Task<QueueAnswer> ApplyAsync(
        string? number, CaseAction action, Func<TakedownCase, Viewer, DateTimeOffset, Outcome> change, CancellationToken cancellationToken)
    {
        var viewer = session.Viewer;
        if (!CasePermissions.May(viewer, action) || !CaseNumber.TryParse(number, out var read))
        {
            return QueueAnswer.Gone;
        }

        for (var tries = 1; ; tries++)
        {
            db.ChangeTracker.Clear();
            if (await store.LoadAsync(viewer, read, cancellationToken) is not { } found)
            {
                // Seen a moment ago and taken since: saying so tells nothing that the first look did not.
                return tries == 1 ? QueueAnswer.Gone : new QueueAnswer(CaseRefusals.AlreadyClaimed.Code, read.Value);
            }

            if (change(found, viewer, clock.Now()).Refusal is { } refusal)
            {
                return new QueueAnswer(refusal.Code, read.Value);
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return new QueueAnswer(QueueAnswer.DoneCode, read.Value);
            }
            catch (DbUpdateException conflict) when (tries < MostTries && DatabaseErrors.IsConflict(conflict))
            {
                // Somebody else changed the case first: load it again and decide again.
            }
        }
    }
}

/// <summary>What came of a change: its code, and the number it was about.</summary>
public sealed record QueueAnswer(string Code, string? Number = null)
{
    public const string DoneCode = "done";

    /// <summary>There is no such case for this viewer; the page says 404 and no more.</summary>
    public static QueueAnswer Gone { get; } = new("gone");

    public bool IsDone => Code == DoneCode;
}
