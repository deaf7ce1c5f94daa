using System.Globalization;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Tests.Deadlines;

/// <summary>
/// One dated scenario: what began when under which law or promise, and the instant at which it is due, worked out by hand;
/// <see cref="Due"/> is null where nothing may run. Instants are UTC.
/// </summary>
public sealed record Scenario(
    string Name,
    string Rule,
    Track Track,
    string Start,
    string? Due,
    Severity Severity = Severity.Standard,
    string? PausedFrom = null,
    string? PausedTo = null)
{
    public DateTimeOffset StartedAt => At(Start);

    public DateTimeOffset? DueAt => Due is { } due ? At(due) : null;

    public IReadOnlyList<Pause> Pauses => PausedFrom is { } from && PausedTo is { } to ? [new Pause(At(from), At(to))] : [];

    /// <summary>Null for a promise of ours, whose rule is the name of a clock.</summary>
    public ScenarioLaw? Law => ScenarioLaws.All.GetValueOrDefault(Rule);

    public override string ToString() => Name;

    private static DateTimeOffset At(string text)
        => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}

/// <summary>A law as whoever worked the scenarios out read it: the shipped record must agree with it.</summary>
public sealed record ScenarioLaw(
    string Citation,
    TrackScope Track,
    ClockTrigger Trigger,
    string? Duration,
    ClockUnit Unit,
    string Zone,
    string? InForceFrom = null,
    bool IsSure = true,
    BasisKind Kind = BasisKind.Statutory,
    ClockKind Clock = ClockKind.Removal,
    string? Calendar = null);
