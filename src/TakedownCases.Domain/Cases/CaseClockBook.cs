using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Cases;

/// <summary>Gives cases their internal clocks from the installation's policies and calendars.</summary>
public sealed class CaseClockBook(SlaPolicyBook policies, IReadOnlyDictionary<string, WorkingCalendar> calendars)
{
    private const int LatestWarning = 100;

    /// <summary>
    /// The clock of that kind for a case of that track and severity. Throws where the installation has no policy for it:
    /// a case without a deadline must not be possible.
    /// </summary>
    public ClockStart Start(ClockKind kind, Track track, Severity severity, DateTimeOffset from)
    {
        var policy = Policy(kind, track, severity);
        var calendar = Calendar(policy);
        var trace = DeadlineCalculator.Compute(from, "filing", policy, calendar, []);
        var percent = policy.WarnPercents.Count > 0 ? policy.WarnPercents[^1] : LatestWarning;
        var warnAt = DeadlineCalculator.WarnAt(trace.Start, trace.Due, percent, calendar);
        return new ClockStart(kind, policy.Id, policy.Version, trace.Start, trace.Due, warnAt, percent);
    }

    /// <summary>Why a clock is due when it is, line by line, counted again from what the clock names as its basis.</summary>
    public ClockTrace Trace(CaseClock clock, Track track, Severity severity)
    {
        var policy = policies.All.FirstOrDefault(policy => policy.Id == clock.Basis && policy.Version == clock.BasisVersion)
            ?? Policy(clock.Kind, track, severity);
        return DeadlineCalculator.Compute(clock.StartedAt, "filing", policy, Calendar(policy), []);
    }

    private SlaPolicy Policy(ClockKind kind, Track track, Severity severity)
    {
        var (trackCode, severityCode) = (Codes.Of(track), Codes.Of(severity));
        return policies.Find(kind, trackCode, severityCode)
            ?? throw new InvalidOperationException($"There is no policy for {kind} on {trackCode}, {severityCode}.");
    }

    private WorkingCalendar? Calendar(SlaPolicy policy)
        => policy.CalendarId is { } id ? calendars[id] : null;
}
