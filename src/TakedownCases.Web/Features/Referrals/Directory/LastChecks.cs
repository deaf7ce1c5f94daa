using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Referrals;
using TakedownCases.Data.Vault;

namespace TakedownCases.Web.Features.Referrals.Directory;

/// <summary>The last check of each record, to be seen where a recipient is chosen: a wrong one is nobody to rely on.</summary>
public sealed class LastChecks(TakedownDbContext db, HouseWords words)
{
    public async Task<IReadOnlyDictionary<string, LastCheck>> AllAsync(CancellationToken cancellationToken)
        => (await db.AuthorityChecks.AsNoTracking().OrderBy(check => check.CheckedAt).ToListAsync(cancellationToken))
            .GroupBy(check => check.Authority, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => Read(same.Last()), StringComparer.Ordinal);

    private LastCheck Read(AuthorityCheck check)
        => new(check.IsRight, check.CheckedAt, words.Open(AuthorityCheck.NoteOf(check.Id), check.Note));
}

/// <summary>What came of it, when, and what the checker wrote.</summary>
public sealed record LastCheck(bool IsRight, DateTimeOffset At, string? Note);
