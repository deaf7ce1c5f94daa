using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Data.Referrals;

/// <summary>Finds referrals and packs through their case's access filter, and loads one for a change, its stream's head first.</summary>
public sealed class ReferralStore(TakedownDbContext db, CaseStore cases)
{
    /// <summary>The referral and its case for a change by staff; null where either does not exist for them.</summary>
    public async Task<LoadedReferral?> LoadAsync(
        Viewer viewer, CaseNumber number, ReferralReference reference, CancellationToken cancellationToken)
        => await cases.LoadAsync(viewer, number, cancellationToken) is { } takedownCase
            && await db.Referrals.Include(referral => referral.Places).SingleOrDefaultAsync(
                referral => referral.CaseId == takedownCase.Id && referral.Reference == reference, cancellationToken) is { } referral
            ? new LoadedReferral(takedownCase, referral)
            : null;

    /// <summary>A referral of a case that a page has already opened; untracked.</summary>
    public Task<Referral?> FindAsync(CaseId caseId, ReferralReference reference, CancellationToken cancellationToken)
        => db.Referrals.AsNoTracking().Include(referral => referral.Places)
            .SingleOrDefaultAsync(referral => referral.CaseId == caseId && referral.Reference == reference, cancellationToken);

    /// <summary>The referrals of a case that a page has already opened, newest first; untracked.</summary>
    public Task<List<Referral>> ListAsync(CaseId caseId, CancellationToken cancellationToken)
        => db.Referrals.AsNoTracking().Include(referral => referral.Places).Where(referral => referral.CaseId == caseId)
            .OrderByDescending(referral => referral.CreatedAt).ThenByDescending(referral => referral.Id).ToListAsync(cancellationToken);

    /// <summary>The packs of a case that a page has already opened, newest first; untracked.</summary>
    public Task<List<ComplaintPack>> PacksAsync(CaseId caseId, CancellationToken cancellationToken)
        => db.ComplaintPacks.AsNoTracking().Where(pack => pack.CaseId == caseId)
            .OrderByDescending(pack => pack.MadeAt).ThenByDescending(pack => pack.Id).ToListAsync(cancellationToken);

    public Task<ComplaintPack?> FindPackAsync(CaseId caseId, PackId id, CancellationToken cancellationToken)
        => db.ComplaintPacks.AsNoTracking().SingleOrDefaultAsync(pack => pack.CaseId == caseId && pack.Id == id, cancellationToken);
}

/// <summary>A referral beside its case, both on one stream.</summary>
public sealed record LoadedReferral(TakedownCase Case, Referral Referral);
