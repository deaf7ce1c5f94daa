using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Cases;

/// <summary>
/// A clock about to start: due and warning instants as the Deadlines room computed them from a dated basis, which is
/// named so that the trace can be computed again. <paramref name="StartedBy"/> is the code of what started it;
/// <paramref name="Place"/> and <paramref name="Notice"/> say what it waits about, null for the case as a whole;
/// <paramref name="LookAt"/> is when its ladder begins, where that is before the warning; <paramref name="CanPause"/> whether it
/// stands still while we wait for the survivor; <paramref name="Words"/> what a person wrote who entered it, such as a citation.
/// </summary>
public sealed record ClockStart(
    ClockKind Kind,
    string Basis,
    string BasisVersion,
    DateTimeOffset StartedAt,
    DateTimeOffset DueAt,
    DateTimeOffset WarnAt,
    int WarnPercent,
    string StartedBy = "filing",
    PlaceId? Place = null,
    NoticeId? Notice = null,
    DateTimeOffset? LookAt = null,
    bool CanPause = false,
    SealedText? Words = null);

/// <summary>
/// Answers what deadline a case of this track and severity has from an instant on; the pauses, each with its end, count where
/// the policy lets them.
/// </summary>
public delegate ClockStart StartClock(ClockKind kind, Track track, Severity severity, DateTimeOffset from, IReadOnlyList<Pause> pauses);

/// <summary>Answers when the ladder first has something to say of a clock; null when it never has.</summary>
public delegate DateTimeOffset? FirstLook(
    Track track, Severity severity, ClockStart start, WorkingCalendar? calendar, IReadOnlyList<Pause> pauses);

/// <summary>One deadline of a case, from its start until it is met or stopped.</summary>
public sealed class CaseClock
{
    private CaseClock()
    {
        Basis = BasisVersion = StartedBy = null!;
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
        StartedBy = start.StartedBy;
        Place = start.Place;
        Notice = start.Notice;
        CanPause = start.CanPause;
        Words = start.Words;
        NextAt = Earlier(start.LookAt, OwnNext);
    }

    public CaseId CaseId { get; private set; }

    public ClockId Id { get; private set; }

    public ClockKind Kind { get; private set; }

    /// <summary>The place it runs on; null for a clock of the case or of a notice.</summary>
    public PlaceId? Place { get; private set; }

    /// <summary>The notice that started it; null for an internal clock.</summary>
    public NoticeId? Notice { get; private set; }

    /// <summary>Code of the proof that started it, such as "server-acceptance" (design law 7).</summary>
    public string StartedBy { get; private set; }

    public string Basis { get; private set; }

    public string BasisVersion { get; private set; }

    /// <summary>What a person wrote who entered it, such as a citation; null for what is counted from a basis.</summary>
    public SealedText? Words { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset WarnAt { get; private set; }

    public int WarnPercent { get; private set; }

    /// <summary>Whether its policy lets it stand still while we wait for the survivor.</summary>
    public bool CanPause { get; private set; }

    /// <summary>
    /// Since when it stands still; null while it runs. Its end is then the one it had when that began, and nobody may call it
    /// overdue: <see cref="NextAt"/> is null.
    /// </summary>
    public DateTimeOffset? PausedAt { get; private set; }

    public DateTimeOffset? WarnedAt { get; private set; }

    public DateTimeOffset? OverdueAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>True when it ended because what it waits for happened.</summary>
    public bool Met { get; private set; }

    /// <summary>When the sweep must look again; null when nothing is left to say. The only column the sweep searches.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    public bool IsRunning => EndedAt is null;

    public bool IsPaused => IsRunning && PausedAt is not null;

    private DateTimeOffset? OwnNext
        => WarnedAt is null && OverdueAt is null && WarnAt < DueAt ? WarnAt : OverdueAt is null ? DueAt : null;

    internal void Warn(DateTimeOffset now) => WarnedAt = now;

    internal void FlagOverdue(DateTimeOffset now) => OverdueAt = now;

    /// <summary>The sweep looks again at the next of its own steps, or when its ladder says so; never while it stands still.</summary>
    internal void LookAgain(DateTimeOffset? ladder) => NextAt = PausedAt is null ? Earlier(ladder, OwnNext) : null;

    /// <summary>Counted again from the same start. What was said of the old instants is said anew of the new ones.</summary>
    internal void CountAgain(ClockStart start, DateTimeOffset now)
    {
        (Basis, BasisVersion, DueAt, WarnAt, WarnPercent) = (start.Basis, start.BasisVersion, start.DueAt, start.WarnAt, start.WarnPercent);
        (CanPause, PausedAt) = (start.CanPause, null);
        WarnedAt = WarnAt > now ? null : WarnedAt;
        OverdueAt = DueAt > now ? null : OverdueAt;
        LookAgain(start.LookAt);
    }

    internal void Erase() => Words = null;

    internal void StandStill(DateTimeOffset since) => (PausedAt, NextAt) = (since, null);

    internal void End(bool met, DateTimeOffset now)
    {
        (EndedAt, Met) = (now, met);
        (NextAt, PausedAt) = (null, null);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other)
        => one is null || other < one ? other : one;
}
