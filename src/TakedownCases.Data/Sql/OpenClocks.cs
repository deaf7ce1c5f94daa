#pragma warning disable RS0030 // This room owns the raw database.
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data.Ledger;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Sql;

/// <summary>Running clocks in the order of their keys, a batch at a time, for what goes through all of them. Untracked.</summary>
public sealed class OpenClocks(TakedownDbContext db, WriterGate gate)
{
    /// <summary>Those of one basis or promise, after a clock.</summary>
    public Task<List<CaseClock>> OfBasisAsync(string basis, ClockId? after, int most, CancellationToken cancellationToken)
        => db.Clocks.FromSqlRaw(
            "SELECT * FROM case_clock WHERE basis = {0} AND ended_at IS NULL AND id > {1} ORDER BY id LIMIT {2}",
            basis,
            Key(after?.Value),
            most).AsNoTracking().ToListAsync(cancellationToken);

    /// <summary>Those of one track, after a clock of a case.</summary>
    public Task<List<CaseClock>> OfTrackAsync(
        Track track, CaseId? afterCase, ClockId? afterClock, int most, CancellationToken cancellationToken)
        => db.Clocks.FromSqlRaw(
            """
            SELECT c.* FROM case_clock c JOIN takedown_case t ON t.id = c.case_id
            WHERE t.track = {0} AND c.ended_at IS NULL AND (c.case_id, c.id) > ({1}, {2}) ORDER BY c.case_id, c.id LIMIT {3}
            """,
            track.ToString(),
            Key(afterCase?.Value),
            Key(afterClock?.Value),
            most).AsNoTracking().ToListAsync(cancellationToken);

    /// <summary>How many run on a basis or promise; no more than <paramref name="most"/> are counted.</summary>
    public Task<int> CountAsync(IReadOnlyCollection<string> bases, int most, CancellationToken cancellationToken)
        => db.Clocks.AsNoTracking().Where(clock => bases.Contains(clock.Basis) && clock.EndedAt == null)
            .Take(most).CountAsync(cancellationToken);

    /// <summary>How many run on a track, of those whose deadline is at <paramref name="passedBy"/> or before where it is given; not those that stand still.</summary>
    public Task<int> CountAsync(Track track, DateTimeOffset? passedBy, int most, CancellationToken cancellationToken)
        => db.Clocks.AsNoTracking().Where(clock => clock.EndedAt == null && clock.PausedAt == null && (passedBy == null || clock.DueAt <= passedBy))
            .Join(db.Cases.Where(subject => subject.Track == track), clock => clock.CaseId, subject => subject.Id, (clock, _) => clock.Id)
            .Take(most).CountAsync(cancellationToken);

    /// <summary>The sweep of the clocks looks at these now, whenever it wanted to before; not at those that stand still.</summary>
    public async Task LookAgainAsync(IReadOnlyCollection<ClockId> clocks, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var turn = gate.IsNeeded ? await gate.EnterAsync(cancellationToken) : null;
        await db.Clocks.Where(clock => clocks.Contains(clock.Id) && clock.EndedAt == null && clock.PausedAt == null
                && (clock.NextAt == null || clock.NextAt > now))
            .ExecuteUpdateAsync(set => set.SetProperty(clock => clock.NextAt, now), cancellationToken);
    }

    // Ids rest as uuid on PostgreSQL, and as bytes that sort alike on SQLite.
    private object Key(Guid? id) => gate.IsNeeded ? (id ?? Guid.Empty).ToByteArray(bigEndian: true) : id ?? Guid.Empty;
}
