using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TakedownCases.Testing;

/// <summary>Keeps every log line of a <see cref="TestApp"/>, from Debug up.</summary>
internal sealed class LogCapture : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<LogLine> _lines = new();
    private IExternalScopeProvider? _scopes;

    public IReadOnlyList<LogLine> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private string Values<TState>(TState state)
    {
        var values = new List<string>();
        Collect(state, values);
        _scopes?.ForEachScope(static (scope, list) => Collect(scope, list), values);
        return string.Join(' ', values);
    }

    private static void Collect(object? state, List<string> values)
    {
        if (state is IEnumerable<KeyValuePair<string, object?>> pairs)
        {
            values.AddRange(pairs.Select(pair => $"{pair.Key}={pair.Value}"));
        }
        else if (state is not null)
        {
            values.Add(state.ToString() ?? "");
        }
    }

    private sealed class Logger(LogCapture capture, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => capture._scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
            => capture._lines.Enqueue(new LogLine(
                category, logLevel, eventId, formatter(state, exception), capture.Values(state), exception));
    }
}
