#pragma warning disable RS0030 // This room owns the raw database.
using Microsoft.EntityFrameworkCore;

namespace TakedownCases.Data.Sql;

/// <summary>
/// At most one process works at a sweep. On PostgreSQL this is a lock of the session: it goes with its connection, so no
/// crash leaves it behind. SQLite serves one process, which sees to itself.
/// </summary>
public static class SweepLock
{
    /// <summary>Null when another process has it. Dispose the holder before the context.</summary>
    public static async Task<IAsyncDisposable?> TryTakeAsync(TakedownDbContext db, string sweep, CancellationToken cancellationToken)
    {
        if (!db.Database.IsNpgsql())
        {
            return new Holder(null, sweep);
        }

        await db.Database.OpenConnectionAsync(cancellationToken);
        var taken = await db.Database
            .SqlQuery<bool>($"SELECT pg_try_advisory_lock(hashtext('sweep'), hashtext({sweep})) AS \"Value\"")
            .SingleAsync(cancellationToken);
        return taken ? new Holder(db, sweep) : null;
    }

    private sealed class Holder(TakedownDbContext? db, string sweep) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (db is not null)
            {
                // Given back before the connection goes to the pool, which would keep the session and so the lock.
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock(hashtext('sweep'), hashtext({sweep}))");
            }
        }
    }
}
