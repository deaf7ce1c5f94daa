#pragma warning disable RS0030 // This room owns the raw database.
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using TakedownCases.Data.Ledger;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Sql;

/// <summary>One clock that must be looked at, and since when.</summary>
public sealed record DueClock(CaseId CaseId, ClockId Id, DateTimeOffset Since);

/// <summary>
/// Finds the clocks that are due, oldest first, and takes those of one case for one worker alone: by skipping rows that
/// another worker holds on PostgreSQL, by the writer gate on SQLite (design section 3).
/// </summary>
public sealed class DueClocks(TakedownDbContext db, WriterGate gate)
{
    /// <summary>
    /// One connection until the context goes: opening one for each case costs SQLite its settings each time, and PostgreSQL a reset.
    /// </summary>
    public Task KeepConnectionAsync(CancellationToken cancellationToken) => db.Database.OpenConnectionAsync(cancellationToken);

    /// <summary>At most <paramref name="most"/> due clocks, after the first <paramref name="skip"/>.</summary>
    public Task<List<DueClock>> ListAsync(DateTimeOffset now, int skip, int most, CancellationToken cancellationToken)
        => db.Clocks.AsNoTracking().Where(clock => clock.NextAt <= now)
            .OrderBy(clock => clock.NextAt).ThenBy(clock => clock.CaseId).ThenBy(clock => clock.Id)
            .Skip(skip).Take(most)
            .Select(clock => new DueClock(clock.CaseId, clock.Id, clock.NextAt!.Value))
            .ToListAsync(cancellationToken);

    /// <summary>Begins a transaction that holds what is still due of one case; it may hold nothing.</summary>
    public async Task<ClaimedClocks> ClaimAsync(CaseId caseId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var turn = gate.IsNeeded ? await gate.EnterAsync(cancellationToken) : null;
        IDbContextTransaction? transaction = null;
        try
        {
            // The claim is the whole transaction: a savepoint inside it would only cost two more round trips.
            db.Database.AutoSavepointsEnabled = false;
            transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var until = Instants.ToUnixMicroseconds(now);

            // Under the writer gate nobody else is at work: what is due is read with the case, and asked for once.
            var claimed = gate.IsNeeded
                ? null
                : await db.Database.SqlQuery<Guid>(
                    $"SELECT id AS \"Value\" FROM case_clock WHERE case_id = {caseId.Value} AND next_at <= {until} FOR UPDATE SKIP LOCKED")
                    .ToListAsync(cancellationToken);
            return new ClaimedClocks(claimed?.ConvertAll(id => new ClockId(id)), now, transaction, turn);
        }
        catch
        {
            if (transaction is not null)
            {
                await transaction.DisposeAsync();
            }

            turn?.Dispose();
            throw;
        }
    }
}

/// <summary>Due clocks of one case, held until this is committed or disposed.</summary>
public sealed class ClaimedClocks(IReadOnlyList<ClockId>? ids, DateTimeOffset now, IDbContextTransaction transaction, IDisposable? turn)
    : IAsyncDisposable
{
    /// <summary>False when another worker has them all.</summary>
    public bool IsWorth => ids is not [];

    /// <summary>Which clocks of the case, as it was loaded under this claim, are this worker's.</summary>
    public IReadOnlyList<ClockId> Of(TakedownCase takedownCase)
        => ids ?? [.. takedownCase.Clocks.Where(clock => clock.NextAt <= now).Select(clock => clock.Id)];

    public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        turn?.Dispose();
    }
}
