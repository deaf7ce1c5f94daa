using System.Collections.Concurrent;

namespace TakedownCases.Data.Ledger;

/// <summary>
/// One writer at a time for a SQLite file, in order of arrival. PostgreSQL needs none: there the head row's lock is the
/// sequencing and writers of different cases never wait for each other.
/// </summary>
public sealed class WriterGate
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);

    private readonly SemaphoreSlim? _gate;

    private WriterGate(SemaphoreSlim? gate) => _gate = gate;

    public bool IsNeeded => _gate is not null;

    public static WriterGate ForPostgres() => new(null);

    /// <summary>All contexts of this process on one file share one gate; other processes wait in SQLite itself.</summary>
    public static WriterGate ForSqlite(string connectionString)
        => new(Gates.GetOrAdd(connectionString, _ => new SemaphoreSlim(1, 1)));

    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        var gate = _gate ?? throw new InvalidOperationException("There is no gate on this database.");
        await gate.WaitAsync(cancellationToken);
        return new Turn(gate);
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                gate.Release();
            }
        }
    }
}
