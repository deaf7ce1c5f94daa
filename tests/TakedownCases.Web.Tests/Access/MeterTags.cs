using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace TakedownCases.Web.Tests.Access;

/// <summary>Everything that any meter of this program was told besides numbers: names, units, and the tags of each measurement.</summary>
internal sealed class MeterTags : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, byte> _texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _meters = new(StringComparer.Ordinal);

    public MeterTags()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            Keep($"{instrument.Name} {instrument.Description}");
            listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Take(instrument, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Take(instrument, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Take(instrument, tags));
        _listener.Start();
    }

    public IReadOnlyCollection<string> Texts => [.. _texts.Keys];

    /// <summary>The meters that measured anything.</summary>
    public IReadOnlyCollection<string> Meters => [.. _meters.Keys];

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        _meters.TryAdd(instrument.Meter.Name, 0);
        foreach (var (name, value) in tags)
        {
            Keep(name);
            Keep(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
        }
    }

    private void Keep(string text) => _texts.TryAdd(text, 0);
}
