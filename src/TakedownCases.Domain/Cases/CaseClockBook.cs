using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Cases;

/// <summary>Gives cases their clocks: ours from the installation's policies and calendars, theirs from legal bases.</summary>
public sealed class CaseClockBook(
    SlaPolicyBook policies, IReadOnlyDictionary<string, WorkingCalendar> calendars, LegalBasisCatalogue bases, FirstLook firstLook)
{
    private const int LatestWarning = 100;
    private const int LegalWarning = 75;

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
        return Looked(new ClockStart(kind, policy.Id, policy.Version, trace.Start, trace.Due, warnAt, percent), track, severity, calendar);
    }

    /// <summary>How long we wait for a platform to say that it has a notice; our own policy, for no law fixes it in hours.</summary>
    public ClockStart Acknowledgement(Track track, Severity severity, NoticeId notice, DateTimeOffset from, string startedBy)
        => Start(ClockKind.Acknowledgement, track, severity, from) with { Notice = notice, StartedBy = startedBy };

    /// <summary>
    /// What a notice starts at one place under the bases it cites; <paramref name="startedBy"/> is the code of the earliest
    /// proof (design law 7).
    /// </summary>
    public IEnumerable<ClockStart> Legal(
        IEnumerable<LegalBasis> cited, TakedownCase takedownCase, NoticeId notice, PlaceId place, DateTimeOffset from, string startedBy)
        => Legal(ClockTrigger.NoticeReceived, cited, takedownCase, from, startedBy, place, notice);

    /// <summary>
    /// What an act starts under these bases: those that it triggers, that run clocks, are for the track, and are in force at the
    /// instant. What starts because an authority was told or acted is a clock of its own kind: no notice of ours stands behind
    /// it, so nothing of ours can follow it. Handed to <see cref="TakedownCase.StartClocks"/>.
    /// </summary>
    public IEnumerable<ClockStart> Legal(
        ClockTrigger trigger,
        IEnumerable<LegalBasis> offered,
        TakedownCase takedownCase,
        DateTimeOffset from,
        string startedBy,
        PlaceId? place = null,
        NoticeId? notice = null)
        => offered.Where(basis => basis.RunsClocks && basis.Trigger == trigger && IsFor(basis, takedownCase.Track) && basis.IsInForceAt(from))
            .Select(basis => Looked(
                Counted(basis, from, startedBy) with { Place = place, Notice = notice }, takedownCase.Track, takedownCase.Severity, calendar: null));

    /// <summary>The same under every basis the installation knows.</summary>
    public IEnumerable<ClockStart> Legal(
        ClockTrigger trigger, TakedownCase takedownCase, DateTimeOffset from, string startedBy, PlaceId? place = null, NoticeId? notice = null)
        => Legal(trigger, bases.InForceAt(from), takedownCase, from, startedBy, place, notice);

    /// <summary>
    /// A clock of the case as the books give it now, from its own start: for <see cref="TakedownCase.RecountClocks"/>. Null
    /// where its basis is in no book any more, or may run no clocks: it then stays as it was counted.
    /// </summary>
    public ClockStart? Again(TakedownCase takedownCase, CaseClock clock)
    {
        var (track, severity) = (takedownCase.Track, takedownCase.Severity);
        if (bases.VersionAt(clock.Basis, clock.StartedAt) is { } basis)
        {
            return basis.RunsClocks && KindOf(basis) == clock.Kind ? Looked(Counted(basis, clock.StartedAt, clock.StartedBy), track, severity, null) : null;
        }

        return PolicyOf(clock) is null && bases.All.Any(known => known.Id == clock.Basis) ? null
            : policies.Find(clock.Kind, Codes.Of(track), Codes.Of(severity)) is null ? null
            : Start(clock.Kind, track, severity, clock.StartedAt);
    }

    /// <summary>The calendar on which a clock's working time passes; null where every hour counts.</summary>
    public WorkingCalendar? CalendarOf(CaseClock clock) => PolicyOf(clock) is { } policy ? Calendar(policy) : null;

    /// <summary>Why a clock is due when it is, line by line, counted again from what the clock names as its basis.</summary>
    public ClockTrace Trace(CaseClock clock, Track track, Severity severity)
    {
        if (bases.Find(clock.Basis, clock.BasisVersion) is { } basis)
        {
            return DeadlineCalculator.Compute(clock.StartedAt, clock.StartedBy, basis, Calendar(basis));
        }

        var policy = PolicyOf(clock) ?? Policy(clock.Kind, track, severity);
        return DeadlineCalculator.Compute(clock.StartedAt, clock.StartedBy, policy, Calendar(policy), []);
    }

    private ClockStart Counted(LegalBasis basis, DateTimeOffset from, string startedBy)
    {
        var trace = DeadlineCalculator.Compute(from, startedBy, basis, Calendar(basis));
        var warnAt = DeadlineCalculator.WarnAt(trace.Start, trace.Due, LegalWarning);
        return new ClockStart(KindOf(basis), basis.Id, basis.Version, trace.Start, trace.Due, warnAt, LegalWarning, startedBy);
    }

    private static ClockKind KindOf(LegalBasis basis)
        => basis.Trigger is ClockTrigger.AuthorityRequest or ClockTrigger.ComplaintToAuthority ? ClockKind.Authority : basis.Clock!.Value;

    private static bool IsFor(LegalBasis basis, Track track)
        => basis.Track == TrackScope.Both || basis.Track == (track == Track.Minor ? TrackScope.Minor : TrackScope.Adult);

    private SlaPolicy? PolicyOf(CaseClock clock)
        => policies.All.FirstOrDefault(policy => policy.Id == clock.Basis && policy.Version == clock.BasisVersion);

    private ClockStart Looked(ClockStart start, Track track, Severity severity, WorkingCalendar? calendar)
        => start with { LookAt = firstLook(track, severity, start, calendar) };

    private SlaPolicy Policy(ClockKind kind, Track track, Severity severity)
    {
        var (trackCode, severityCode) = (Codes.Of(track), Codes.Of(severity));
        return policies.Find(kind, trackCode, severityCode)
            ?? throw new InvalidOperationException($"There is no policy for {kind} on {trackCode}, {severityCode}.");
    }

    private WorkingCalendar? Calendar(SlaPolicy policy)
        => policy.CalendarId is { } id ? calendars[id] : null;

    private WorkingCalendar? Calendar(LegalBasis basis)
        => basis.BusinessCalendarId is { } id ? calendars[id] : null;
}
