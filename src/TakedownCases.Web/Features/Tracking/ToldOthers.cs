using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Referrals;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>
/// Whom we told about a case, for the person it is about: only their own key shows it, since somebody around them may be the danger
/// (practice P8), and never what two people agreed not to tell.
/// </summary>
public sealed class ToldOthers(TakedownDbContext db, AuthorityDirectory directory, AuthorityNames names)
{
    /// <summary>Whether this key may read that a hotline or the police were told: not where two people agreed about one of them not to say.</summary>
    public async Task<bool> MayReadOfAsync(TakedownCase found, KeyRights rights, CancellationToken cancellationToken)
        => found.HotlineToldAt is not null && MayKnow(found, rights) && !await db.Referrals.AnyAsync(
            referral => referral.CaseId == found.Id && referral.MadeAt != null && !referral.TellPerson, cancellationToken);

    /// <summary>Oldest first; nothing for a key that may not know.</summary>
    public async Task<IReadOnlyList<ToldView>> ListAsync(TakedownCase found, KeyRights rights, CancellationToken cancellationToken)
    {
        if (!MayKnow(found, rights))
        {
            return [];
        }

        var rows = await db.Referrals.AsNoTracking()
            .Where(referral => referral.CaseId == found.Id && referral.MadeAt != null && referral.TellPerson)
            .OrderBy(referral => referral.MadeAt).ThenBy(referral => referral.Id)
            .Select(referral => new { referral.Authority, referral.State, referral.Ground, referral.MadeAt }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new ToldView(
            row.Authority == AuthorityDirectory.Other ? null : names.Of(row.Authority),
            directory.Find(row.Authority)?.OnlyByPerson == true,
            row.State,
            row.Ground,
            row.MadeAt!.Value))];
    }

    private static bool MayKnow(TakedownCase found, KeyRights rights) => !rights.IsFiler && rights.SeesNotices && found.ReachesSurvivor;
}

/// <summary>One body that was told; <paramref name="OnlyByPerson"/> where we told the person about it instead.</summary>
public sealed record ToldView(string? Name, bool OnlyByPerson, ReferralState State, ReferralGround Ground, DateTimeOffset At)
{
    /// <summary>The text that says what they did.</summary>
    public string StateKey => State == ReferralState.Mentioned ? "told.yours" : "told." + Codes.Of(State);

    /// <summary>The text that says by what right.</summary>
    public string GroundKey => "told.ground." + Codes.Of(Ground);

    public string Look => State switch
    {
        ReferralState.Acted or ReferralState.Answered => "ok",
        ReferralState.Refused => "warn",
        ReferralState.Withdrawn or ReferralState.Mentioned => "plain",
        _ => "info",
    };
}
