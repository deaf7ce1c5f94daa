using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Escalation;

namespace TakedownCases.Domain.Tests.Escalation;

/// <summary>Invented rungs, ladders and clocks for the tests of this folder.</summary>
internal static class Ladders
{
    public static readonly DateTimeOffset Start = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset Due = Start.AddHours(48);

    public static readonly ClockId Clock = new(new Guid("0197f000-0000-7000-8000-000000000001"));

    /// <summary>A removal ladder with an action of each kind.</summary>
    public static Ladder Removal { get; } = Of(
        Rung("half", RungAction.WarnAssignee, "50%"),
        Rung("three-quarters", RungAction.WarnAssignee, "75%"),
        Rung("due", RungAction.TellAssignee, "PT0S"),
        Rung("remind", RungAction.RemindPlatform, "PT0S"),
        Rung("second", RungAction.SecondChannel, "PT4H"),
        Rung("supervisor", RungAction.TellSupervisor, "PT24H"),
        Rung("complaint", RungAction.DraftComplaint, "PT24H"));

    public static Ladder Of(params Rung[] rungs) => new("invented", "2026-01-01", Track.Adult, rungs);

    /// <summary>A rung that names what its action must name.</summary>
    public static Rung Rung(string id, RungAction action, string at, params Severity[] severities) => new()
    {
        Id = id,
        Action = action,
        Clocks = [ClockKind.Removal],
        At = RungOffset.Parse(at),
        Severities = severities.Length > 0 ? severities : null,
        Needs = RungActions.LeastNeeds(action),
        Consent = RungActions.LeastConsent(action),
        When = RungActions.LeastConditions(action),
        Tells = action == RungAction.TellSupervisor ? RungTells.Supervisors : RungTells.Assignee,
        Approval = RungActions.LeastApproval(action),
    };

    /// <summary>A removal clock of 48 hours that nothing stands in the way of.</summary>
    public static ClimbFacts Facts(params string[] climbed) => new()
    {
        Track = Track.Adult,
        Severity = Severity.Standard,
        Clock = new ClockFacts { Id = Clock, Kind = ClockKind.Removal, Basis = "xx-invented", StartedAt = Start, DueAt = Due },
        Climbed = climbed.ToHashSet(StringComparer.Ordinal),
        Consents = new HashSet<ConsentAction> { ConsentAction.NotifyPlatforms },
        CanRemind = true,
        HasSecondChannel = true,
        HasHotlineReferral = false,
        Holding = Enum.GetValues<RungCondition>().ToHashSet(),
    };

    public static ClimbFacts With(this ClimbFacts facts, IEnumerable<string> climbed)
        => facts with { Climbed = facts.Climbed.Concat(climbed).ToHashSet(StringComparer.Ordinal) };

    public static IEnumerable<string> Ids(this IEnumerable<RungDue> due) => due.Select(one => one.Key);
}
