using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Cases;

/// <summary>
/// Finds every deadline of a case again from its history alone: what happened, in order, each by its kind, its instant and its
/// fields in clear, as an event or as a ledger entry says them. Nothing is copied: each end is counted from the basis that the
/// history names and from the times of waiting that it tells. Only a date that a person entered is taken as it stands.
/// </summary>
public sealed class ClockReplay(CaseClockBook book)
{
    private readonly Dictionary<Guid, Replayed> _clocks = [];
    private WaitingTimes _waits = WaitingTimes.None;
    private CaseState _state;

    /// <summary>When each clock is due, or was when it ended, by its id.</summary>
    public IReadOnlyDictionary<ClockId, DateTimeOffset> DueAt => _clocks.ToDictionary(clock => new ClockId(clock.Key), clock => clock.Value.DueAt);

    /// <summary>When the case is due: the earliest of what runs and does not stand still.</summary>
    public DateTimeOffset? NextDueAt
        => CaseStates.IsOpen(_state) ? _clocks.Values.Where(clock => clock.Runs).Min(clock => (DateTimeOffset?)clock.DueAt) : null;

    public void Apply(CaseEvent happened)
    {
        var fields = new EventFields();
        happened.Describe(fields);
        Apply(happened.Kind, happened.At, name => fields.All.FirstOrDefault(field => field.Name == name)?.Value);
    }

    /// <summary><paramref name="field"/> answers a Guid, a string or an instant by the field's name; null where it is not there.</summary>
    public void Apply(string kind, DateTimeOffset at, Func<string, object?> field)
    {
        switch (kind)
        {
            case "case.state-changed":
                Stand(Enum.Parse<CaseState>((string)field("to")!, ignoreCase: true), at);
                break;
            case "case.withdrawn":
                Stand(CaseState.Withdrawn, at);
                break;
            case "case.erased":
                Stand(CaseState.Erased, at);
                break;
            case "clock.started":
                var started = new Replayed((DateTimeOffset)field("started-at")!, (string)field("started-by")!, default, Runs: true);
                _clocks[(Guid)field("clock")!] = Counted(started, at, field);
                break;
            case "clock.recounted" or "clock.resumed" when Find(field) is { } clock:
                _clocks[(Guid)field("clock")!] = Counted(clock, at, field) with { Runs = true };
                break;
            case "clock.met" or "clock.stopped" or "clock.paused" when Find(field) is { } clock:
                _clocks[(Guid)field("clock")!] = clock with { Runs = false };
                break;
        }
    }

    private Replayed? Find(Func<string, object?> field) => _clocks.GetValueOrDefault((Guid)field("clock")!);

    private Replayed Counted(Replayed clock, DateTimeOffset at, Func<string, object?> field)
    {
        var (basis, version) = ((string)field("basis")!, (string)field("basis-version")!);
        var trace = book.TraceOf(basis, version, clock.StartedAt, clock.StartedBy, _waits.Past, at);
        return clock with { DueAt = trace?.Due ?? (DateTimeOffset)field("due-at")! };
    }

    private void Stand(CaseState state, DateTimeOffset at)
    {
        _state = state;
        _waits = state == CaseState.WaitingForSurvivor ? _waits.Begin(at) : _waits.End(at);
    }

    private sealed record Replayed(DateTimeOffset StartedAt, string StartedBy, DateTimeOffset DueAt, bool Runs);
}
