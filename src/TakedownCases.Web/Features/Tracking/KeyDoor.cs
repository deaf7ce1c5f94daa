using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>
/// Finds the case behind a key, at one cost and with one answer for keys that never were, have ended, or lead to a case
/// that is erased (reference/security.md section 3). Every request of a visit asks again.
/// </summary>
public sealed class KeyDoor(TakedownDbContext db, CaseVault vault, TimeProvider clock)
{
    /// <summary>A visit; or, without one, what is wrong with what was typed: "none" where it could have been a key.</summary>
    public async Task<(KeySession? Session, CaseKeyProblem Problem)> TryAsync(string? typed, CancellationToken cancellationToken)
        => CaseKey.TryParse(typed, out var key, out var problem)
            ? (await OpenAsync(key, cancellationToken), CaseKeyProblem.None)
            : (null, problem);

    private async Task<KeySession?> OpenAsync(CaseKey key, CancellationToken cancellationToken)
    {
        var lookup = vault.KeyLookup(key);
        var found = await FindAsync(lookup, cancellationToken);
        var now = clock.Now();
        return found is null ? null : new KeySession
        {
            Case = found.CaseId.Value,
            Lookup = Convert.ToBase64String(lookup),
            Holder = found.Holder,
            Spoken = found.Spoken,
            Issued = now,
            Seen = now,
        };
    }

    /// <summary>
    /// The visit goes on while its key has not ended. A new key that this browser was shown takes its place from the moment
    /// it works, also where the answer to the replacement was lost on its way, and also where the filer's key stays beside it.
    /// </summary>
    public async Task<KeySession?> ReturnAsync(KeySession session, CancellationToken cancellationToken)
    {
        var seen = session with { Seen = clock.Now() };
        if (session.NextKey is { } shown)
        {
            var lookup = vault.KeyLookup(CaseKey.Parse(shown));
            if (await FindAsync(lookup, cancellationToken) is { } next && next.CaseId == session.CaseId)
            {
                return seen with { Lookup = Convert.ToBase64String(lookup), Holder = next.Holder, Spoken = next.Spoken, NextKey = null };
            }
        }

        return await FindAsync(session.LookupBytes, cancellationToken) is { } known && known.CaseId == session.CaseId ? seen : null;
    }

    private Task<Found?> FindAsync(byte[] lookup, CancellationToken cancellationToken)
        => (from key in db.AccessKeys.AsNoTracking()
            join takedownCase in db.Cases.AsNoTracking() on key.CaseId equals takedownCase.Id
            where key.Lookup == lookup && key.EndedAt == null && takedownCase.State != CaseState.Erased
            select new Found(key.CaseId, key.Holder, key.Spoken)).SingleOrDefaultAsync(cancellationToken);

    private sealed record Found(CaseId CaseId, KeyHolder Holder, bool Spoken);
}
