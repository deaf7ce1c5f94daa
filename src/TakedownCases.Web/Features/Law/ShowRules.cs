using TakedownCases.Data.Law;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Law;

/// <summary>A short list of rules of one kind.</summary>
public sealed record RulesPage(RuleKind Kind, IReadOnlyList<RuleLine> Lines);

/// <summary>One rule: its id, the version that holds, and a line about it.</summary>
public sealed record RuleLine(string Id, string Version, string Says, string? Warning = null);

/// <summary>Our promises, by clock and track.</summary>
public sealed record PoliciesPage(IReadOnlyList<SlaPolicy> Policies);

/// <summary>Lists what is no law: promises, ladders, calendars.</summary>
public sealed class ShowRules(LawInForce law, TimeProvider clock, T texts)
{
    public PoliciesPage Policies() => new(
    [
        .. law.Policies.All.OrderBy(policy => policy.Clock).ThenBy(policy => policy.TrackCode, StringComparer.Ordinal)
            .ThenBy(policy => policy.Span.Time),
    ]);

    public RulesPage Ladders() => new(RuleKind.Ladder,
    [
        .. law.Ladders.All.OrderBy(ladder => ladder.Track).Select(ladder => new RuleLine(
            ladder.Id, ladder.Version, texts.Plural("law.ladder.rungs", ladder.Rungs.Count, ("count", texts.Number(ladder.Rungs.Count))))),
    ]);

    public RulesPage Calendars() => new(RuleKind.Calendar,
    [
        .. law.Calendars.Values.OrderBy(calendar => calendar.Id, StringComparer.Ordinal).Select(calendar => new RuleLine(
            calendar.Id,
            "",
            calendar.HolidaysKnownUntil is { } until
                ? texts["law.calendar.known", ("zone", calendar.TimeZone), ("until", texts.Date(until))]
                : texts["law.calendar.none", ("zone", calendar.TimeZone)],
            calendar.HolidaysKnownUntil is { } end && end < DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddMonths(6)
                ? texts["law.calendar.ends"]
                : null)),
    ]);
}
