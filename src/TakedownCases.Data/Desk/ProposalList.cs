using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Data.Desk;

/// <summary>One disclosure without consent that waits for a second person, from clear columns only.</summary>
public sealed record ProposalRow(
    CaseId CaseId, CaseNumber Number, Track Track, ReferralReference Reference, string Authority, DateTimeOffset CreatedAt, StaffId? ProposedBy);

/// <summary>What one person wants to pass on without consent, oldest first, for whoever may be the second (practice P12).</summary>
public sealed class ProposalList(TakedownDbContext db, CaseStore store)
{
    public Task<List<ProposalRow>> ReadAsync(Viewer viewer, CancellationToken cancellationToken)
        => Proposed(viewer).OrderBy(found => found.Referral.CreatedAt).ThenBy(found => found.Referral.Id).Take(DeskLimits.PageSize)
            .Select(found => new ProposalRow(
                found.Case.Id, found.Case.Number, found.Case.Track, found.Referral.Reference, found.Referral.Authority, found.Referral.CreatedAt,
                found.Referral.ProposedBy)).ToListAsync(cancellationToken);

    /// <summary>The ids, for a count.</summary>
    public IQueryable<ReferralId> Ids(Viewer viewer) => Proposed(viewer).Select(found => found.Referral.Id);

    private IQueryable<Found> Proposed(Viewer viewer)
    {
        var visible = CasePermissions.SeesAll(viewer.Role) ? store.VisibleTo(viewer) : store.VisibleTo(viewer).HeldBy(viewer.Staff);
        return db.Referrals.AsNoTracking().Where(referral => referral.State == ReferralState.Proposed)
            .Join(visible, referral => referral.CaseId, subject => subject.Id, (referral, subject) => new Found { Referral = referral, Case = subject });
    }

    private sealed class Found
    {
        public required Referral Referral { get; init; }

        public required TakedownCase Case { get; init; }
    }
}
