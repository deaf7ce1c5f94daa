using Xunit;

namespace TakedownCases.Testing;

/// <summary>A class fixture: one database of each kind, made when first asked for and shared by the tests of one class.</summary>
public sealed class ClassDatabases : IAsyncLifetime
{
    private readonly Dictionary<DatabaseKind, TestDatabase> _databases = [];
    private readonly SemaphoreSlim _gate = new(1);

    public async Task<TestDatabase> GetAsync(DatabaseKind kind)
    {
        await _gate.WaitAsync();
        try
        {
            if (!_databases.TryGetValue(kind, out var database))
            {
                database = _databases[kind] = await TestDatabase.CreateAsync(kind);
            }

            return database;
        }
        finally
        {
            _gate.Release();
        }
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _databases.Values)
        {
            await database.DisposeAsync();
        }

        _gate.Dispose();
    }
}
