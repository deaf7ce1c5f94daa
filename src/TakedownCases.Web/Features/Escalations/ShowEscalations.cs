using TakedownCases.Data;
using TakedownCases.Data.Desk;
using TakedownCases.Data.Ledger;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Escalation;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Escalations;

/// <summary>One page of what is overdue, or of what waits for approval; the ids shown stand in the ledger before anything is drawn.</summary>
public sealed class ShowEscalations(
    OverdueList overdue,
    NoticeList notices,
    ProposalList proposals,
    DeskAround around,
    BoardTabs tabs,
    ReadLog log,
    StaffSession session,
    DeskWords words,
    TimeProvider clock)
{
    public Task<EscalationsPage> HandleAsync(EscalationsAsk ask, CancellationToken cancellationToken)
        => DeskParts.ShelfOf(ask.Part) is { } shelf ? NoticesAsync(ask, shelf, cancellationToken) : OverdueAsync(ask, cancellationToken);

    private async Task<EscalationsPage> OverdueAsync(EscalationsAsk ask, CancellationToken cancellationToken)
    {
        var viewer = session.Viewer;
        var (after, before) = (DeskCursor.TryRead(ask.After), DeskCursor.TryRead(ask.Before));
        var slice = await overdue.ReadAsync(viewer, ask.Filter(), after ?? before, after is null, cancellationToken);
        await log.ListAsync(viewer, "escalations.overdue", [.. slice.Rows.Select(row => row.CaseId).Distinct()], cancellationToken);
        var counts = await overdue.CountAsync(viewer, cancellationToken);
        var beside = await around.OfEscalationsAsync(viewer, slice.Rows.Select(row => row.Assignee).OfType<StaffId>(), cancellationToken);
        return Page(ask, viewer, beside, slice.Previous, slice.Next) with { Overdue = slice.Rows, Facets = Facets(ask, counts) };
    }

    private async Task<EscalationsPage> NoticesAsync(EscalationsAsk ask, NoticeShelf shelf, CancellationToken cancellationToken)
    {
        var viewer = session.Viewer;
        var (after, before) = (DeskCursor.TryRead(ask.After), DeskCursor.TryRead(ask.Before));
        var slice = await notices.ReadAsync(viewer, shelf, after ?? before, after is null, cancellationToken);
        var proposed = ask.Part == DeskPart.Second && after is null && before is null ? await proposals.ReadAsync(viewer, cancellationToken) : [];
        await log.ListAsync(
            viewer,
            $"escalations.{Codes.Of(ask.Part)}",
            [.. slice.Rows.Select(row => row.CaseId).Concat(proposed.Select(row => row.CaseId)).Distinct()],
            cancellationToken);
        var people = slice.Rows.Select(row => row.ComposedBy).Concat(proposed.Select(row => row.ProposedBy)).OfType<StaffId>();
        var beside = await around.OfEscalationsAsync(viewer, people, cancellationToken);
        return Page(ask, viewer, beside, slice.Previous, slice.Next) with { Notices = slice.Rows, Proposals = proposed };
    }

    private EscalationsPage Page(EscalationsAsk ask, Viewer viewer, DeskSurroundings beside, DeskCursor? previous, DeskCursor? next) => new()
    {
        Ask = ask,
        Viewer = viewer,
        Tabs = tabs.Of(beside, ask.Part),
        Names = beside.Names,
        ActionOf = overdue.ActionOf,
        Previous = previous is null ? null : ask.From(before: previous.ToText()).ToAddress(),
        Next = next is null ? null : ask.From(after: next.ToText()).ToAddress(),
        Now = clock.Now(),
    };

    private List<FacetGroup> Facets(EscalationsAsk ask, OverdueCounts counts)
    {
        var (filter, first) = (ask.Filter(), ask.From());
        Facet One(string text, int count, bool isOn, EscalationsAsk with, EscalationsAsk without)
            => new(text, words.Count(count, counts.More), (isOn ? without : with).ToAddress(), isOn);
        var ages = Enum.GetValues<OverdueAge>().Where(age => counts.Ages.ContainsKey(age) || filter.Age == age).Select(age => One(
            words.Age(age), counts.Ages.GetValueOrDefault(age), filter.Age == age, first with { Age = Codes.Of(age) }, first with { Age = null }));
        var platforms = counts.Platforms.Keys.Union(filter.Platform is { } asked ? [asked] : []).Select(platform => One(
                words.Platform(platform), counts.Platforms.GetValueOrDefault(platform), filter.Platform == platform,
                first with { Platform = platform }, first with { Platform = null }))
            .OrderBy(facet => facet.Text, StringComparer.CurrentCultureIgnoreCase);
        var steps = Enum.GetValues<RungAction>().Where(step => counts.Steps.ContainsKey(step) || filter.Step == step).Select(step => One(
                words.Step(step), counts.Steps.GetValueOrDefault(step), filter.Step == step,
                first with { Step = Codes.Of(step) }, first with { Step = null }))
            .Concat(counts.Skipped > 0 || filter.Skipped
                ? [One(words.Skipped("any"), counts.Skipped, filter.Skipped, first with { Skipped = true }, first with { Skipped = false })]
                : []);
        return
        [
            .. new[]
            {
                new FacetGroup("escalations.by-age", [.. ages]),
                new FacetGroup("escalations.by-platform", [.. platforms]),
                new FacetGroup("escalations.by-step", [.. steps]),
            }.Where(group => group.Facets.Count > 0),
        ];
    }
}
