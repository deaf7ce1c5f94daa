using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Data.Referrals;

/// <summary>
/// What follows for referrals when the ground under them goes, in the same transaction: a consent that was taken back has somebody
/// tell whoever received something under it (practice P15); erasure takes the words.
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
            referrals.ForEach(referral => referral.Erase(takedownCase.ErasureKeepsProof, happened.By, happened.At));
            (await db.ComplaintPacks.Where(pack => pack.CaseId == takedownCase.Id).ToListAsync(cancellationToken))
                .ForEach(pack => pack.Erase(happened.By, happened.At));
            return;
        }

        if (happened is ConsentWithdrawn { Action: var action })
        {
            if (referrals.Exists(referral => referral.Ground == ReferralGround.Consent && referral.MadeAt is not null
                && referral.State != ReferralState.Withdrawn && referral.Consent == action))
            {
                takedownCase.RaiseTask(new NewTask(TaskKind.TellWithdrawal, TaskFor.Holder, happened.At), Actor.System, happened.At);
            }

            return;
        }

        // Whoever stops the case stops what has not left: a proposal is nothing that left.
        foreach (var proposed in referrals.Where(referral => referral.State == ReferralState.Proposed))
        {
            proposed.Withdraw("case-ended", words: null, happened.By, happened.At);
        }
    }
}
