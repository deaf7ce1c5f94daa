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
    private readonly Gauge<double> _behind;
    private readonly Gauge<long> _waiting;
    private readonly Gauge<int> _late;

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
        _behind = meter.CreateGauge<double>("takedown.sweep_behind", "s", "How late the oldest thing is that a sweep did last or has not done.");
        _waiting = meter.CreateGauge<long>("takedown.sweep_waiting", "{item}", "Things that are due and wait for a sweep, counted to 1,001.");
        _late = meter.CreateGauge<int>("takedown.sweep_late", "1", "1 while /health/jobs fails for a sweep, else 0.");
    }

    public void Swept(string sweep, int done, TimeSpan lateness)
    {
        var tag = new KeyValuePair<string, object?>("sweep", sweep);
        _swept.Add(done, tag);
        _lateness.Record(lateness.TotalSeconds, tag);
    }

    /// <summary>After each run, also of one that broke off: what is left.</summary>
    public void Waiting(string sweep, int count, TimeSpan behind, bool isLate)
    {
        var tag = new KeyValuePair<string, object?>("sweep", sweep);
        _behind.Record(behind.TotalSeconds, tag);
        _waiting.Record(count, tag);
        _late.Record(isLate ? 1 : 0, tag);
    }

    public void Filed() => _filings.Add(1);

    public void KeyTried(bool opened) => _keyOpenings.Add(1, new KeyValuePair<string, object?>("opened", opened));

    public void NoticeLeft(string outcome) => _notices.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Escalated(int rungs) => _escalations.Add(rungs);

    public void Failed(int status) => _errors.Add(1, new KeyValuePair<string, object?>("status", status));
}
