using System.Collections.Concurrent;

namespace TakedownCases.Web.Tests.Faults;

/// <summary>What all clients of one run share: the filings, the next moment of death, and when to stop.</summary>
internal sealed class Load
{
    private readonly ConcurrentQueue<LoadedFiling> _filings = new();
    private int _number;
    private int _keysSeen;
    private long _sendTicks = TimeSpan.FromMilliseconds(50).Ticks;

    public IReadOnlyCollection<LoadedFiling> Filings => _filings;

    public volatile MomentOfKill? Moment;

    public volatile bool IsStopped;

    public int KeysSeen => _keysSeen;

    /// <summary>How long a sending takes of late.</summary>
    public TimeSpan UsualSend => new(Interlocked.Read(ref _sendTicks));

    public LoadedFiling Next(Random random) => Next(random.Next(2) == 0 ? "en" : "fr", random.Next(2) == 0);

    public LoadedFiling Next(string lang, bool isMinor)
    {
        var filing = new LoadedFiling(lang, isMinor, Interlocked.Increment(ref _number));
        _filings.Enqueue(filing);
        return filing;
    }

    public void SendTook(TimeSpan time) => Interlocked.Exchange(ref _sendTicks, ((3 * UsualSend.Ticks) + time.Ticks) / 4);

    public void KeySeen() => Interlocked.Increment(ref _keysSeen);
}
