namespace TakedownCases.Data.Ledger;

/// <summary>
/// Walks rows that come in the order of an id beside other rows in the same order, so that two tables are compared
/// without holding either. Ids are ordered by their bytes, as both databases order them.
/// </summary>
internal sealed class OrderedCursor<T>(IAsyncEnumerable<T> rows, Func<T, Guid> keyOf) : IAsyncDisposable
    where T : class
{
    private readonly IAsyncEnumerator<T> _rows = rows.GetAsyncEnumerator();
    private T? _current;
    private bool _started;

    /// <summary>The row of that id, or null. Rows before it are handed to <paramref name="passed"/>.</summary>
    public async ValueTask<T?> SeekAsync(Guid key, Action<T>? passed = null)
    {
        if (!_started)
        {
            _started = true;
            await NextAsync();
        }

        while (_current is not null && keyOf(_current).CompareTo(key) < 0)
        {
            passed?.Invoke(_current);
            await NextAsync();
        }

        return _current is not null && keyOf(_current) == key ? _current : null;
    }

    /// <summary>All rows of that id, which are left behind.</summary>
    public async ValueTask<List<T>> TakeAsync(Guid key)
    {
        List<T> found = [];
        for (; await SeekAsync(key) is { } row; await NextAsync())
        {
            found.Add(row);
        }

        return found;
    }

    /// <summary>Hands over whatever is left, the row last found included.</summary>
    public async ValueTask DrainAsync(Action<T> passed)
    {
        if (!_started)
        {
            _started = true;
            await NextAsync();
        }

        for (; _current is not null; await NextAsync())
        {
            passed(_current);
        }
    }

    /// <summary>Leaves the row that was found behind.</summary>
    public ValueTask SkipAsync() => NextAsync();

    public ValueTask DisposeAsync() => _rows.DisposeAsync();

    private async ValueTask NextAsync() => _current = await _rows.MoveNextAsync() ? _rows.Current : null;
}
