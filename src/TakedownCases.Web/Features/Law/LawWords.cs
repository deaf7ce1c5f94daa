using TakedownCases.Data.Law;
using TakedownCases.Domain;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Law;

/// <summary>Rules in the reader's words. What a record says in words of its own (citations, notes) stays as it was written.</summary>
public sealed class LawWords(T texts)
{
    // Members whose values are codes of ours.
    private static readonly HashSet<string> Coded = new(StringComparer.Ordinal)
    {
        "track", "kind", "status", "trigger", "clock", "unit", "verification", "confidence", "reviewState", "obligorKind", "severity",
    };

    // @keys law.kind.*
    public string Kind(RuleKind kind) => texts[$"law.kind.{Codes.Of(kind)}"];

    // @keys law.state.*
    public string State(RuleEditionState state) => texts[$"law.state.{Codes.Of(state)}"];

    /// <summary>The look of a tag.</summary>
    public static string Look(RuleEditionState state)
        => state switch { RuleEditionState.Active => "ok", RuleEditionState.Proposed => "warn", _ => "plain" };

    public static string Look(RuleRecount recount) => recount.Pass > 0 ? "ok" : "info";

    public string Reach(ReachOfRule reach)
        => texts.Plural(reach.Kind == RuleKind.Ladder ? "law.climbing" : "law.running", reach.Open, ("count", Counted(reach.Open)));

    public string Passed(ReachOfRule reach) => texts.Plural("law.climbing.passed", reach.Passed, ("count", Counted(reach.Passed)));

    // @keys law.informs.*
    public string Informs(string code) => texts[$"law.informs.{code}"];

    // @keys law.refused.*
    public string Refused(Refusal refusal) => refusal.Code == RuleRefusals.Unreadable
        ? texts["law.refused.unreadable", ("reason", Short(refusal.Message))]
        : texts[$"law.refused.{refusal.Code}"];

    // @keys law.ics.*
    public string Fault(IcsFault fault) => texts["law.ics.line", ("line", texts.Number(fault.Line)), ("reason", texts[$"law.ics.{fault.Code}"])];

    // @keys law.member.*
    public string Member(RuleRow row)
        => row.Part is { } part ? $"{texts[$"law.member.{row.Member}"]}: {part}" : texts[$"law.member.{row.Member}"];

    // @keys law.value.*
    public string Value(RuleRow row) => row.Text is not { } text ? texts["law.nothing"]
        : row.Part is null && Coded.Contains(row.Member) ? Code(row.Member, text)
        : text is "true" or "false" ? texts[$"law.value.{text}"]
        : text;

    public string Code(string member, string code) => texts[$"law.value.{member.ToLowerInvariant()}.{code}"];

    public string Code<TEnum>(string member, TEnum value)
        where TEnum : struct, Enum
        => Code(member, RuleRows.Kebab(value));

    /// <summary>A length with its unit; both ends of a range.</summary>
    public string Length(BasisDuration? duration)
        => duration is null ? texts["law.no-hours"]
            : duration.IsRange ? texts["law.span.range", ("least", Length(duration.Min)), ("most", Length(duration.Max))]
            : Length(duration.Max);

    public string Length(ClockSpan span) => span.Unit switch
    {
        ClockUnit.Elapsed => Hours("law.span.hours", span.Time),
        ClockUnit.Working => Hours("law.span.working", span.Time),
        ClockUnit.Business => texts.Plural("law.span.business", span.Days, ("count", texts.Number(span.Days))),
        ClockUnit.Calendar when span.Months > 0 && span.Days == 0 && span.Months % 12 == 0
            => texts.Plural("law.span.years", span.Months / 12, ("count", texts.Number(span.Months / 12))),
        ClockUnit.Calendar when span.Days == 0 => texts.Plural("law.span.months", span.Months, ("count", texts.Number(span.Months))),
        ClockUnit.Calendar when span.Months == 0 => texts.Plural("law.span.days", span.Days, ("count", texts.Number(span.Days))),
        ClockUnit.Calendar => texts["law.span.both", ("months", texts.Number(span.Months)), ("days", texts.Number(span.Days))],
        _ => throw new InvalidOperationException($"Nobody knows how to say {span.Unit}."),
    };

    public string Version(RuleVersion version)
        => version.Version.Length == 0 ? texts["law.version.shipped"] : version.Version;

    private string Hours(string key, TimeSpan time)
        => time.Minutes == 0
            ? texts.Plural(key, (long)time.TotalHours, ("count", texts.Number((long)time.TotalHours)))
            : texts["law.span.minutes", ("minutes", texts.Number((long)time.TotalMinutes))];

    // The reader says "edition, record 'x': …"; which record it is, the page knows.
    private static string Short(string message)
        => message.StartsWith("edition", StringComparison.Ordinal) && message.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon
            ? message[(colon + 2)..]
            : message;

    private string Counted(int count) => count > RuleReach.Most ? texts.Number(RuleReach.Most) + "+" : texts.Number(count);
}
