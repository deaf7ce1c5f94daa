using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TakedownCases.Benchmarks;

/// <summary>Counts the commands that EF gives the database, and how long these take, while it lives.</summary>
internal sealed class CommandCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> _listening = [];
    private long _ticks;
    private int _count;

    public CommandCount() => _listening.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public int Count => _count;

    public double Milliseconds => TimeSpan.FromTicks(_ticks).TotalMilliseconds;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            _listening.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData executed)
        {
            Interlocked.Increment(ref _count);
            Interlocked.Add(ref _ticks, executed.Duration.Ticks);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _listening.ForEach(one => one.Dispose());
}
