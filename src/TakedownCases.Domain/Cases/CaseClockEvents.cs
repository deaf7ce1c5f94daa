using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Cases;

/// <summary>A running clock was counted again, from the same start, for what it is counted from has changed.</summary>
public sealed record ClockRecounted(
    Actor By,
    DateTimeOffset At,
    ClockId Clock,
    ClockKind ClockKind,
    string Basis,
    string BasisVersion,
    string VersionBefore,
    DateTimeOffset DueAt,
    DateTimeOffset DueBefore,
    string Reason) : CaseEvent(By, At)
{
    public override string Kind => "clock.recounted";

    public override Certainty Certainty => Certainty.Computed;

    public override void Describe(EventFields fields) => fields
        .Id("clock", Clock.Value)
        .Code<ClockKind>("clock-kind", ClockKind)
        .Code("basis", Basis)
        .Code("basis-version", BasisVersion)
        .Code("version-before", VersionBefore)
        .Instant("due-at", DueAt)
        .Instant("due-before", DueBefore)
        .Code("reason-code", Reason);
}
