using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Data.Referrals;

/// <summary>
/// What follows for referrals when the ground under them goes, in the same transaction: for each that rests on a consent that was taken
/// back, alone or with everything, somebody is asked to tell who received it (practice P15); erasure takes the words.
/// </summary>
internal static class LostGround
{
    public static async Task FollowAsync(
        TakedownDbContext db, IReadOnlyList<CaseBound> changed, CancellationToken cancellationToken)
    {
        foreach (var takedownCase in changed.OfType<TakedownCase>())
        {
            foreach (var happened in takedownCase.Events.Where(happened => happened is ConsentWithdrawn or CaseWithdrawn or CaseErased or StateChanged { To: CaseState.Closed }).ToList())
            {
                await FollowAsync(db, takedownCase, happened, cancellationToken);
            }
        }
    }

    private static async Task FollowAsync(
        TakedownDbContext db, TakedownCase takedownCase, CaseEvent happened, CancellationToken cancellationToken)
    {
        var referrals = await db.Referrals.Where(referral => referral.CaseId == takedownCase.Id).ToListAsync(cancellationToken);
        if (happened is CaseErased)
        {
            referrals.ForEach(referral => referral.Erase(happened.By, happened.At));
            (await db.ComplaintPacks.Where(pack => pack.CaseId == takedownCase.Id).ToListAsync(cancellationToken))
                .ForEach(pack => pack.Erase(happened.By, happened.At));
            return;
        }

        // Whoever stops everything takes every consent back; who was told already that theirs is gone, and not given anew, is not told again.
        var heard = happened is CaseWithdrawn ? await HeardAsync(db, takedownCase.Id, cancellationToken) : [];
        foreach (var told in referrals.Where(referral => referral.Ground == ReferralGround.Consent
            && ReferralStates.WasPassedOn(referral.State, referral.MadeAt) && referral.State != ReferralState.Withdrawn
            && (takedownCase.HasConsent(referral.Consent) || !heard.Contains(referral.Id))
            && (happened is CaseWithdrawn || (happened is ConsentWithdrawn { Action: var action } && referral.Consent == action))))
        {
            takedownCase.AskAfterwards(
                new NewTask(TaskKind.TellWithdrawal, TaskFor.Holder, happened.At, Referral: told.Id), Actor.System, happened.At);
        }

        // Whoever stops the case stops what has not left: what people of ours only want, or agreed to, is nothing that left. What a
        // duty compels goes on (practice P13), and is asked of people again.
        foreach (var pending in referrals.Where(referral => happened is not ConsentWithdrawn && ReferralStates.IsPending(referral.State)))
        {
            if (pending.Ground == ReferralGround.Duty)
            {
                var (kind, whose) = pending.State == ReferralState.Agreed ? (TaskKind.HandOver, TaskFor.Holder) : (TaskKind.DecideReferral, TaskFor.Supervisors);
                takedownCase.AskAfterwards(new NewTask(kind, whose, happened.At, Referral: pending.Id), Actor.System, happened.At);
                continue;
            }

            pending.Withdraw("case-ended", words: null, happened.By, happened.At);
        }
    }

    private static async Task<HashSet<ReferralId>> HeardAsync(TakedownDbContext db, CaseId takedownCase, CancellationToken cancellationToken)
        => [.. (await db.Tasks.AsNoTracking()
            .Where(task => task.CaseId == takedownCase && task.Kind == TaskKind.TellWithdrawal && task.DoneBy != null).Select(task => task.Referral).ToListAsync(cancellationToken)).OfType<ReferralId>()];
}
