using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Escalation;

namespace TakedownCases.Data.Law;

/// <summary>
/// Every rule as it holds in this installation: what the build ships, overlaid by the editions that people activated. One
/// unchanging picture; whoever began to work with it ends with it.
/// </summary>
public sealed record LawInForce
{
    public required LegalBasisCatalogue Bases { get; init; }

    public required SlaPolicyBook Policies { get; init; }

    public required LadderBook Ladders { get; init; }

    public required IReadOnlyDictionary<string, WorkingCalendar> Calendars { get; init; }

    public required CaseClockBook Clocks { get; init; }

    public required CaseClimb Climb { get; init; }

    /// <summary>Activated editions that this picture holds.</summary>
    public IReadOnlySet<Guid> Editions { get; init; } = new HashSet<Guid>();

    /// <summary>Activated editions that this program cannot read; what held before them holds.</summary>
    public IReadOnlyList<RuleFault> Faults { get; init; } = [];

    /// <summary>Which bases and promises a rule counts: itself, or all that use the calendar.</summary>
    public string[] BasesUnder(RuleKind kind, string rule) => kind != RuleKind.Calendar
        ? [rule]
        :
        [
            .. Policies.All.Where(policy => policy.CalendarId == rule).Select(policy => policy.Id)
                .Concat(Bases.All.Where(basis => basis.BusinessCalendarId == rule).Select(basis => basis.Id))
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
}

/// <summary>An activated edition that cannot be read, and why.</summary>
public sealed record RuleFault(Guid Edition, RuleKind Kind, string RuleId, string Version, string Why);
