using TakedownCases.Data.Desk;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Escalation;

namespace TakedownCases.Web.Features.Escalations;

/// <summary>The page of escalations as its view draws it: overdue deadlines, or notices that wait for a person.</summary>
public sealed record EscalationsPage
{
    public required EscalationsAsk Ask { get; init; }

    public required Viewer Viewer { get; init; }

    public required IReadOnlyList<DeskTab> Tabs { get; init; }

    public IReadOnlyList<OverdueRow> Overdue { get; init; } = [];

    public IReadOnlyList<FacetGroup> Facets { get; init; } = [];

    public IReadOnlyList<NoticeRow> Notices { get; init; } = [];

    /// <summary>What one person wants to pass on without consent, above the notices that wait for a second person.</summary>
    public IReadOnlyList<ProposalRow> Proposals { get; init; } = [];

    public required IReadOnlyDictionary<StaffId, string> Names { get; init; }

    public required Func<string?, RungAction?> ActionOf { get; init; }

    public string? Previous { get; init; }

    public string? Next { get; init; }

    public required DateTimeOffset Now { get; init; }

    public string? NameOf(StaffId? staff) => staff is { } known ? Names.GetValueOrDefault(known, "?") : null;
}

/// <summary>One tab with its count as shown.</summary>
public sealed record DeskTab(string Text, string Address, bool IsCurrent, string Count);

/// <summary>One way of looking at what is overdue: its name's key, and what there is of each kind.</summary>
public sealed record FacetGroup(string Key, IReadOnlyList<Facet> Facets);

/// <summary>One narrowing of the list: what it is called, how many there are, the list with it (or, when it is on, without it).</summary>
public sealed record Facet(string Text, string Count, string Address, bool IsOn);
