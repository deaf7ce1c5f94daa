using System.Diagnostics;

namespace TakedownCases.Benchmarks;

/// <summary>Times one act many times, after a warm-up; medians, because other programs share the machine.</summary>
internal static class Timing
{
    public static async Task<double[]> MeasureAsync(int warmUp, int times, Func<int, Task> act)
    {
        for (var i = 0; i < warmUp; i++)
        {
            await act(i);
        }

        var milliseconds = new double[times];
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await act(warmUp + i);
            milliseconds[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(milliseconds);
        return milliseconds;
    }

    /// <summary>Two acts turn by turn, each timed by itself.</summary>
    public static async Task<(double[] One, double[] Other)> MeasureInTurnAsync(
        int warmUp, int times, Func<int, Task> one, Func<int, Task> other)
    {
        var (ones, others) = (new double[times], new double[times]);
        for (var i = 0; i < warmUp + times; i++)
        {
            var (first, second) = (await OnceAsync(() => one(i)), await OnceAsync(() => other(i)));
            if (i >= warmUp)
            {
                (ones[i - warmUp], others[i - warmUp]) = (first, second);
            }
        }

        Array.Sort(ones);
        Array.Sort(others);
        return (ones, others);
    }

    public static async Task<double> OnceAsync(Func<Task> act)
    {
        var start = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    public static double Median(this double[] sorted) => sorted[sorted.Length / 2];

    public static double P99(this double[] sorted) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * 0.99))];
}
