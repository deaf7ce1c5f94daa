using System.Collections.Concurrent;
using TakedownCases.Data;
using TakedownCases.Domain.Access;

namespace TakedownCases.Web.Features.Escalations;

/// <summary>
/// How many open tasks each colleague has, known for half a minute: every page says the number, and must not cost a query
/// for it. Whoever is cleared differently is somebody else here.
/// </summary>
public sealed class OpenTaskCounts(TimeProvider clock)
{
    private static readonly TimeSpan KnownFor = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Viewer, (int Count, DateTimeOffset At)> _known = new();

    public int? Find(Viewer viewer)
    {
        var now = clock.Now();
        return _known.TryGetValue(viewer, out var known) && known.At <= now && now - known.At < KnownFor ? known.Count : null;
    }

    public void Know(Viewer viewer, int count) => _known[viewer] = (count, clock.Now());

    public void Forget(Viewer viewer) => _known.TryRemove(viewer, out _);
}
