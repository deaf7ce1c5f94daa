using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Referrals;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Referrals;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.Referrals.Directory;

/// <summary>The directory as it stands, each record with its last check.</summary>
public sealed class ListAuthorities(TakedownDbContext db, AuthorityDirectory directory, HouseWords words, StaffSession session, TimeProvider clock)
{
    public async Task<AuthoritiesPage> HandleAsync(string? country, Track? track, AuthorityKind? kind, CancellationToken cancellationToken)
    {
        var checks = (await db.AuthorityChecks.AsNoTracking().OrderBy(check => check.CheckedAt).ToListAsync(cancellationToken))
            .GroupBy(check => check.Authority, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Last(), StringComparer.Ordinal);
        var shown = directory.All.Where(authority => (country is null or "" || authority.Country == country)
            && (track is not { } wanted || authority.IsFor(wanted)) && (kind is null || authority.Kind == kind)).ToList();
        return new AuthoritiesPage(
            shown,
            checks,
            [.. directory.All.Select(authority => authority.Country).Distinct().Order(StringComparer.Ordinal)],
            country,
            track,
            kind);
    }

    /// <summary>One record with every check of it, newest first; null where there is none of that id.</summary>
    public async Task<AuthorityPage?> FindAsync(string id, AuthorityInput? typed, CancellationToken cancellationToken)
    {
        if (directory.Find(id) is not { } authority)
        {
            return null;
        }

        var checks = await db.AuthorityChecks.AsNoTracking().Where(check => check.Authority == id)
            .OrderByDescending(check => check.CheckedAt).ToListAsync(cancellationToken);
        return new AuthorityPage(
            authority,
            checks,
            await StaffNames.OfAsync(db, checks.Select(check => check.CheckedBy.Value), cancellationToken),
            session.Viewer.Role == StaffRole.Admin,
            typed ?? new AuthorityInput(),
            clock.Now())
        {
            Notes = checks.ToDictionary(check => check.Id, check => words.Open(AuthorityCheck.NoteOf(check.Id), check.Note)),
        };
    }
}
