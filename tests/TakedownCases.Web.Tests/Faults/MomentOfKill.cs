using System.Diagnostics;

namespace TakedownCases.Web.Tests.Faults;

/// <summary>
/// When the program is killed: a seeded part of a request's usual time after a seeded number of sendings, or of any
/// requests, have begun.
/// </summary>
internal sealed class MomentOfKill
{
    private readonly TaskCompletionSource _came = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool _countsSends;
    private readonly double _part;
    private int _left;

    public MomentOfKill(Random random)
    {
        // Two of three at a sending, where a case is being written.
        _countsSends = random.Next(3) > 0;
        _left = _countsSends ? random.Next(1, 6) : random.Next(1, 50);
        _part = random.NextDouble() * 1.3;
    }

    public void Begun(bool isSend)
    {
        if ((isSend || !_countsSends) && Interlocked.Decrement(ref _left) == 0)
        {
            _came.SetResult();
        }
    }

    public async Task ComeAsync(Load load)
    {
        await _came.Task.WaitAsync(TimeSpan.FromMinutes(4));
        var since = Stopwatch.GetTimestamp();
        var wait = load.UsualSend * _part;
        while (Stopwatch.GetElapsedTime(since) < wait)
        {
            // Timers are too coarse for a moment inside a commit.
            await Task.Yield();
        }
    }
}
