using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Cases;

/// <summary>
/// A clock about to start: due and warning instants as the Deadlines room computed them from a dated basis, which is
/// named so that the trace can be computed again.
/// </summary>
public sealed record ClockStart(
    ClockKind Kind,
    string Basis,
    string BasisVersion,
    DateTimeOffset StartedAt,
    DateTimeOffset DueAt,
    DateTimeOffset WarnAt,
    int WarnPercent);

/// <summary>Answers what deadline a case of this track and severity has from an instant on.</summary>
public delegate ClockStart StartClock(ClockKind kind, Track track, Severity severity, DateTimeOffset from);

/// <summary>One deadline of a case, from its start until it is met or stopped.</summary>
public sealed class CaseClock
{
    private CaseClock()
    {
        Basis = BasisVersion = null!;
    }

    internal CaseClock(CaseId caseId, ClockId id, ClockStart start)
    {
        CaseId = caseId;
        Id = id;
        Kind = start.Kind;
        Basis = start.Basis;
        BasisVersion = start.BasisVersion;
        StartedAt = start.StartedAt;
        DueAt = start.DueAt;
        WarnAt = start.WarnAt;
        WarnPercent = start.WarnPercent;
        NextAt = start.WarnAt < start.DueAt ? start.WarnAt : start.DueAt;
    }

    public CaseId CaseId { get; private set; }

    public ClockId Id { get; private set; }

    public ClockKind Kind { get; private set; }

    public string Basis { get; private set; }

    public string BasisVersion { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset WarnAt { get; private set; }

    public int WarnPercent { get; private set; }

    public DateTimeOffset? WarnedAt { get; private set; }

    public DateTimeOffset? OverdueAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>True when it ended because what it waits for happened.</summary>
    public bool Met { get; private set; }

    /// <summary>When the sweep must look again; null when nothing is left to say. The only column the sweep searches.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    public bool IsRunning => EndedAt is null;

    internal void Warn(DateTimeOffset now)
    {
        WarnedAt = now;
        NextAt = DueAt;
    }

    internal void FlagOverdue(DateTimeOffset now)
    {
        OverdueAt = now;
        NextAt = null;
    }

    internal void End(bool met, DateTimeOffset now)
    {
        EndedAt = now;
        Met = met;
        NextAt = null;
    }
}
