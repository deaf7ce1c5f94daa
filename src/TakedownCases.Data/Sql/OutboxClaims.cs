#pragma warning disable RS0030 // This room owns the raw database.
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Notices;
using TakedownCases.Domain;

namespace TakedownCases.Data.Sql;

/// <summary>
/// Takes one outbox row for one worker alone: by skipping rows that another worker holds on PostgreSQL, by the writer gate
/// on SQLite (design section 3).
/// </summary>
public sealed class OutboxClaims(TakedownDbContext db, WriterGate gate)
{
    /// <summary>Begins a transaction that holds the row due the longest, passing over those in <paramref name="passed"/>; null when none is.</summary>
    public async Task<ClaimedOutboxItem?> NextAsync(DateTimeOffset now, IReadOnlyCollection<Guid> passed, CancellationToken cancellationToken)
    {
        var turn = gate.IsNeeded ? await gate.EnterAsync(cancellationToken) : null;
        IDbContextTransaction? transaction = null;
        try
        {
            db.Database.AutoSavepointsEnabled = false;
            transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var until = Instants.ToUnixMicroseconds(now);
            var left = passed.Count == 0 ? null : passed.ToArray();
            var due = gate.IsNeeded
                ? await db.Outbox.AsNoTracking().Where(item => item.NextAt <= now).OrderBy(item => item.NextAt).Take(passed.Count + 1)
                    .ToListAsync(cancellationToken)
                : await db.Outbox.FromSql(
                    $"""
                    SELECT * FROM outbox_item WHERE next_at <= {until} AND NOT (notice = ANY({left ?? []}))
                    ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED
                    """).AsNoTracking().ToListAsync(cancellationToken);
            if (due.Find(item => !passed.Contains(item.Notice.Value)) is { } first)
            {
                var claimed = new ClaimedOutboxItem(first, transaction, turn);
                (transaction, turn) = (null, null);
                return claimed;
            }

            return null;
        }
        finally
        {
            if (transaction is not null)
            {
                await transaction.DisposeAsync();
            }

            turn?.Dispose();
        }
    }
}

/// <summary>One outbox row, held until this is committed or disposed.</summary>
public sealed class ClaimedOutboxItem(OutboxItem item, IDbContextTransaction transaction, IDisposable? turn) : IAsyncDisposable
{
    public OutboxItem Item { get; } = item;

    public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        turn?.Dispose();
    }
}
