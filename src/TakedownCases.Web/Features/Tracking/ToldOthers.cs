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
    /// <summary>Oldest first; nothing for a key that may not know.</summary>
    public async Task<IReadOnlyList<ToldView>> ListAsync(TakedownCase found, KeyRights rights, CancellationToken cancellationToken)
    {
        if (rights.IsFiler || !rights.SeesNotices || !found.ReachesSurvivor)
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
