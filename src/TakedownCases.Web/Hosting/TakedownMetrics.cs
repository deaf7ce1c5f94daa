using System.Diagnostics.Metrics;

namespace TakedownCases.Web.Hosting;

/// <summary>What the installation counts. Numbers only: no tag carries a case, a person, a place or a track.</summary>
public sealed class TakedownMetrics
{
    public const string MeterName = "TakedownCases";

    private readonly Counter<long> _filings;
    private readonly Counter<long> _keyOpenings;
    private readonly Counter<long> _notices;
    private readonly Counter<long> _escalations;
    private readonly Counter<long> _errors;
    private readonly Counter<long> _swept;
    private readonly Histogram<double> _lateness;

    public TakedownMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _filings = meter.CreateCounter<long>("takedown.filings", "{filing}", "Takedown requests filed.");
        _keyOpenings = meter.CreateCounter<long>("takedown.key_openings", "{opening}", "Tries to open a case with a key, by outcome.");
        _notices = meter.CreateCounter<long>("takedown.notices", "{notice}", "Tries to send a notice, by outcome.");
        _escalations = meter.CreateCounter<long>("takedown.escalations", "{rung}", "Rungs climbed.");
        _errors = meter.CreateCounter<long>("takedown.failed_requests", "{request}", "Requests that ended in an error page of ours, by status.");
        _swept = meter.CreateCounter<long>("takedown.swept", "{item}", "Things that a sweep did, by sweep.");
        _lateness = meter.CreateHistogram<double>("takedown.sweep_lateness", "s", "How late the oldest thing was that a sweep found.");
    }

    public void Swept(string sweep, int done, TimeSpan lateness)
    {
        var tag = new KeyValuePair<string, object?>("sweep", sweep);
        _swept.Add(done, tag);
        _lateness.Record(lateness.TotalSeconds, tag);
    }

    public void Filed() => _filings.Add(1);

    public void KeyTried(bool opened) => _keyOpenings.Add(1, new KeyValuePair<string, object?>("opened", opened));

    public void NoticeLeft(string outcome) => _notices.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Escalated(int rungs) => _escalations.Add(rungs);

    public void Failed(int status) => _errors.Add(1, new KeyValuePair<string, object?>("status", status));
}
