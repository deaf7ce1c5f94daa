using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Escalation;

/// <summary>
/// What the clocks of one case have climbed, by clock and by notice: read once before a climb and kept true while it goes on, for
/// after days of standing still hundreds of clocks climb together.
/// </summary>
internal sealed class ClimbHistory
{
    private readonly Ladder _ladder;
    private readonly Dictionary<ClockId, CaseClock> _clocks;
    private readonly Dictionary<ClockId, Climbed> _byClock = [];
    private readonly Dictionary<NoticeId, List<OutwardStep>> _byNotice = [];
    private readonly HashSet<ClockId> _hadSaidNo = [];

    public ClimbHistory(TakedownCase takedownCase, Ladder ladder)
    {
        _ladder = ladder;
        _clocks = takedownCase.Clocks.ToDictionary(clock => clock.Id);
        foreach (var rung in takedownCase.Rungs)
        {
            Add(rung.Clock, rung.Rung, rung.SkippedBecause, rung.ClimbedAt);
        }
    }

    /// <summary>The keys of the rungs that the clock climbed or passed over.</summary>
    public IReadOnlySet<string> Of(ClockId clock) => _byClock.GetValueOrDefault(clock)?.Keys ?? [];

    /// <summary>Whether the clock passed over a reminder because the platform had said no.</summary>
    public bool HadSaidNo(ClockId clock) => _hadSaidNo.Contains(clock);

    /// <summary>What was done for the outside by this clock and by the others of its notice.</summary>
    public IReadOnlyList<OutwardStep> StepsOf(CaseClock clock)
        => clock.Notice is { } notice ? _byNotice.GetValueOrDefault(notice) ?? [] : _byClock.GetValueOrDefault(clock.Id)?.Steps ?? [];

    public void Add(ClockId clock, string key, string? skippedBecause, DateTimeOffset at)
    {
        var own = _byClock.TryGetValue(clock, out var known) ? known : _byClock[clock] = new Climbed();
        own.Keys.Add(key);
        if (skippedBecause == SkipCode.Answered)
        {
            _hadSaidNo.Add(clock);
        }

        if (skippedBecause is not null || _ladder.Find(key) is not { } found || !RungActions.IsOutward(found.Rung.Action)
            || !_clocks.TryGetValue(clock, out var by))
        {
            return;
        }

        var step = new OutwardStep(by, found.Rung, found.Time, at);
        own.Steps.Add(step);
        if (by.Notice is { } notice)
        {
            (_byNotice.TryGetValue(notice, out var steps) ? steps : _byNotice[notice] = []).Add(step);
        }
    }

    private sealed class Climbed
    {
        public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);

        public List<OutwardStep> Steps { get; } = [];
    }
}

/// <summary>Something that a clock's rung had done for the outside, for the <paramref name="Time"/>-th time.</summary>
internal sealed record OutwardStep(CaseClock Clock, Rung Rung, int Time, DateTimeOffset At)
{
    public RungAction Action => Rung.Action;
}
