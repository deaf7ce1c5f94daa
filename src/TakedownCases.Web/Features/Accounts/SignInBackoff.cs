using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using TakedownCases.Data;

namespace TakedownCases.Web.Features.Accounts;

/// <summary>
/// Slows guessing: after a few wrong passwords for one account from one network, each further one must wait twice as
/// long. Nobody can lock a colleague out, because their own network is another one. Kept in memory, bounded, forgotten
/// after a quarter of an hour; a node that starts anew only forgives.
/// </summary>
public sealed class SignInBackoff(TimeProvider clock)
{
    private const int FreeTries = 5;
    private const int MostKept = 20_000;
    private const int LongestExponent = 9;

    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<(string Account, int Network), Misses> _misses = new();

    public bool MustWait(string account, int network)
        => _misses.TryGetValue((account, network), out var misses) && clock.Now() < misses.Last + WaitAfter(misses.Count);

    public void Missed(string account, int network)
    {
        var now = clock.Now();
        if (_misses.Count >= MostKept)
        {
            Forget(now);
        }

        _misses.AddOrUpdate(
            (account, network),
            _ => new Misses(1, now),
            (_, before) => before.Last + Memory < now ? new Misses(1, now) : new Misses(before.Count + 1, now));
    }

    public void Succeeded(string account, int network) => _misses.TryRemove((account, network), out _);

    /// <summary>Nothing for the first tries, then 1, 2, 4 … 512 seconds.</summary>
    public static TimeSpan WaitAfter(int misses)
        => misses < FreeTries ? TimeSpan.Zero : TimeSpan.FromSeconds(1 << Math.Min(misses - FreeTries, LongestExponent));

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, misses) in _misses)
        {
            if (misses.Last + Memory < now)
            {
                _misses.TryRemove(key, out _);
            }
        }

        if (_misses.Count >= MostKept)
        {
            // A flood of made-up accounts: the rate limiter holds it; what is remembered may go.
            _misses.Clear();
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Misses(int Count, DateTimeOffset Last);
}
