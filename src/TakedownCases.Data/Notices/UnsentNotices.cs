using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Notices;

namespace TakedownCases.Data.Notices;

/// <summary>
/// Stops what has not left when the ground for it goes: a consent, a place, the case, the track. In the same transaction
/// as that change, whoever makes it (practice P13); the outbox looks again before it sends.
/// </summary>
internal static class UnsentNotices
{
    public static async Task FollowAsync(TakedownDbContext db, IReadOnlyList<CaseBound> changed, CancellationToken cancellationToken)
    {
        foreach (var takedownCase in changed.OfType<TakedownCase>())
        {
            var grounds = takedownCase.Events.Select(Ground.Of).OfType<Ground>().ToList();
            if (grounds.Count > 0)
            {
                await FollowAsync(db, takedownCase, grounds, cancellationToken);
            }
        }
    }

    private static async Task FollowAsync(
        TakedownDbContext db, TakedownCase takedownCase, List<Ground> grounds, CancellationToken cancellationToken)
    {
        var erased = grounds.Find(ground => ground.Reason == StopReason.CaseErased);
        var notices = await db.Notices.Include(notice => notice.Places)
            .Where(notice => notice.CaseId == takedownCase.Id && (erased != null || EF.Parameter(NoticeStates.Stoppable).Contains(notice.State)))
            .ToListAsync(cancellationToken);
        foreach (var notice in notices)
        {
            if (notice.CanBeStopped && grounds.Find(ground => ground.Stops(notice)) is { } ground)
            {
                notice.Stop(ground.Reason, ground.By, ground.At);
                await LeaveAsync(db, notice, cancellationToken);
                takedownCase.EndTasksOf(notice.Id, Actor.System, ground.At);
                takedownCase.RaiseTask(
                    new NewTask(TaskKind.NoticeStopped, TaskFor.Holder, ground.At, Notice: notice.Id), Actor.System, ground.At);
            }

            if (erased is not null)
            {
                notice.Erase(takedownCase.ErasureKeepsProof, erased.By, erased.At);
                if (!takedownCase.ErasureKeepsProof)
                {
                    // With the key of the case goes everything a worker could write down about it.
                    await LeaveAsync(db, notice, cancellationToken);
                }
            }
        }

        if (erased is not null && !takedownCase.ErasureKeepsProof)
        {
            db.SendAttempts.RemoveRange(
                await db.SendAttempts.Where(attempt => attempt.CaseId == takedownCase.Id).ToListAsync(cancellationToken));
        }
    }

    private static async Task LeaveAsync(TakedownDbContext db, Notice notice, CancellationToken cancellationToken)
    {
        if (await db.Outbox.FindAsync([notice.CaseId, notice.Id], cancellationToken) is { SentAt: null } item)
        {
            item.Leave(sentAt: null);
        }
    }

    /// <summary>One thing that a notice stood on and that is gone.</summary>
    private sealed record Ground(StopReason Reason, Actor By, DateTimeOffset At, PlaceId? Place = null, Track? Track = null, ConsentAction? Consent = null)
    {
        public static Ground? Of(CaseEvent happened) => happened switch
        {
            ConsentWithdrawn withdrawn => new Ground(StopReason.ConsentWithdrawn, happened.By, happened.At, Consent: withdrawn.Action),
            CaseWithdrawn => new Ground(StopReason.CaseWithdrawn, happened.By, happened.At),
            CaseErased => new Ground(StopReason.CaseErased, happened.By, happened.At),
            StateChanged { To: CaseState.Closed } => new Ground(StopReason.CaseClosed, happened.By, happened.At),
            TrackChanged moved => new Ground(StopReason.TrackMoved, happened.By, happened.At, Track: moved.To),
            HoldSet => new Ground(StopReason.InvestigationHold, happened.By, happened.At),
            PlaceWithdrawn place => new Ground(StopReason.PlaceWithdrawn, happened.By, happened.At, place.Place),
            PlaceOutcomeTold told when PlaceStates.IsGone(told.Told.State)
                => new Ground(StopReason.PlaceGone, happened.By, happened.At, told.Place),
            _ => null,
        };

        public bool Stops(Notice notice)
            => (Place is not { } place || notice.Places.Any(named => named.Place == place))
                && (Track is not { } track || notice.Track != track)
                && (Consent is not { } consent || NoticeKinds.ConsentFor(notice.Kind) == consent)
                && (Reason != StopReason.InvestigationHold || notice.State != NoticeState.Draft)
                && (Reason != StopReason.PlaceGone || NoticeKinds.IsAboutRemoval(notice.Kind));
    }
}
