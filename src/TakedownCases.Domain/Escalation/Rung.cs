using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Escalation;

/// <summary>One step of escalation: what happens, for which clocks, when, and what it needs. Data; a ladder checks it.</summary>
public sealed record Rung
{
    /// <summary>Small letters, digits and hyphens; part of the key that makes it happen once, so it is never renamed.</summary>
    public required string Id { get; init; }

    public required RungAction Action { get; init; }

    public required IReadOnlyList<ClockKind> Clocks { get; init; }

    public required RungOffset At { get; init; }

    /// <summary>The severities it is for; null for all.</summary>
    public IReadOnlyList<Severity>? Severities { get; init; }

    /// <summary>What must hold, beside consent. Telling people here needs nothing.</summary>
    public IReadOnlyList<RungNeed> Needs { get; init; } = [];

    /// <summary>The consent it needs; null for none.</summary>
    public ConsentAction? Consent { get; init; }

    public bool IsFor(ClockKind clock, Severity severity)
        => Clocks.Contains(clock) && (Severities is null || Severities.Contains(severity));
}
