using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Harness;

public sealed class ManualTimeProviderTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void Time_stands_still_until_it_is_advanced()
    {
        var before = _clock.GetUtcNow();
        var stamp = _clock.GetTimestamp();

        _clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(before.AddHours(2), _clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromHours(2), _clock.GetElapsedTime(stamp));
    }

    [Fact]
    public void Timers_run_in_order_at_their_own_instants()
    {
        var start = _clock.GetUtcNow();
        var seen = new List<string>();
        using var every = _clock.CreateTimer(
            _ => seen.Add($"every {Passed(start)}"), null, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2));
        using var once = _clock.CreateTimer(
            _ => seen.Add($"once {Passed(start)}"), null, TimeSpan.FromMinutes(3), Timeout.InfiniteTimeSpan);

        _clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(["every 2", "once 3", "every 4"], seen);
    }

    [Fact]
    public void A_disposed_timer_never_runs()
    {
        var ran = false;
        _clock.CreateTimer(_ => ran = true, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan).Dispose();

        _clock.Advance(TimeSpan.FromHours(1));

        Assert.False(ran);
    }

    [Fact]
    public void A_clock_set_back_runs_no_timer_and_keeps_elapsed_time()
    {
        var ran = false;
        using var timer = _clock.CreateTimer(_ => ran = true, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        var stamp = _clock.GetTimestamp();

        _clock.Set(_clock.GetUtcNow().AddDays(-1));

        Assert.False(ran);
        Assert.Equal(TimeSpan.Zero, _clock.GetElapsedTime(stamp));
    }

    [Fact]
    public async Task A_delay_ends_when_the_clock_passes_it()
    {
        var delay = Task.Delay(TimeSpan.FromMinutes(10), _clock, TestContext.Current.CancellationToken);
        Assert.False(delay.IsCompleted);

        _clock.Advance(TimeSpan.FromMinutes(10));

        await delay.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    private int Passed(DateTimeOffset start) => (int)(_clock.GetUtcNow() - start).TotalMinutes;
}
