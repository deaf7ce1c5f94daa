using Microsoft.AspNetCore.Mvc.Rendering;
using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Queue;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Platforms;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Queue;

/// <summary>One page of the queue: three queries, and the ids shown stand in the ledger before anything is drawn.</summary>
public sealed class ShowQueue(
    CaseQueue queue, ReadLog log, StaffSession session, PlatformDirectory directory, Languages languages, T texts, TimeProvider clock)
{
    public async Task<QueuePage> HandleAsync(QueueAsk ask, CancellationToken cancellationToken)
    {
        var viewer = session.Viewer;
        var part = PartOf(ask, viewer);
        var (after, before) = (QueueCursor.TryRead(ask.After), QueueCursor.TryRead(ask.Before));
        var slice = await queue.ReadAsync(viewer, part, ask.Filter(), after ?? before, after is null, cancellationToken);
        var ids = slice.Rows.Select(row => row.Id).ToList();
        await log.ListAsync(viewer, $"queue.{QueueAsk.TextOf(part)}", ids, cancellationToken);
        var platforms = await queue.PlatformsAsync(ids, cancellationToken);
        var around = await queue.AroundAsync(viewer, slice.Rows.Select(row => row.Assignee).OfType<StaffId>(), cancellationToken);
        return new QueuePage
        {
            Ask = ask,
            Part = part,
            Viewer = viewer,
            Lines = [.. slice.Rows.Select(row => Line(row, platforms[row.Id], around.Names, viewer))],
            Tabs = [.. CaseQueue.PartsFor(viewer).Select(tab => Tab(tab, part, ask, around.Counts[tab]))
                .Where(tab => tab.Part is not (QueuePart.Quiet or QueuePart.Unchecked) || tab.Count > 0 || tab.IsCurrent)],
            Chips = [.. Chips(ask)],
            Languages = [.. languages.All.Select(language => new SelectListItem(language.Name, language.Code))],
            Platforms = [.. directory.All.OrderBy(platform => platform.Name, StringComparer.CurrentCultureIgnoreCase)
                .Select(platform => new SelectListItem(platform.Name, platform.Id.Value))],
            Previous = slice.Previous is { } previous ? ask.From(before: previous.ToText()).ToAddress() : null,
            Next = slice.Next is { } next ? ask.From(after: next.ToText()).ToAddress() : null,
            Now = clock.Now(),
        };
    }

    private static QueuePart PartOf(QueueAsk ask, Viewer viewer)
    {
        var parts = CaseQueue.PartsFor(viewer);
        return ask.Part is { } asked && parts.Contains(asked) ? asked
            : parts.Contains(QueuePart.All) ? QueuePart.All : QueuePart.Mine;
    }

    private QueueLine Line(
        QueueRow row, IEnumerable<string> platforms, IReadOnlyDictionary<StaffId, string> names, Viewer viewer) => new(
        row,
        [.. platforms.Select(Name)],
        row.Assignee is { } holder ? names.GetValueOrDefault(holder, "?") : null,
        languages.Find(row.Language)?.Name ?? row.Language,
        CasePermissions.May(viewer, CaseAction.Read) ? $"/staff/cases/{row.Number}" : $"/staff/queue/{row.Number}");

    private string Name(string platform) => directory.Find(new PlatformId(platform))?.Name ?? platform;

    private static QueueTab Tab(QueuePart tab, QueuePart current, QueueAsk ask, int count) => new(
        tab,
        (ask.From() with { Tab = QueueAsk.TextOf(tab) }).ToAddress(),
        tab == current,
        Math.Min(count, CaseQueue.MostCounted),
        count > CaseQueue.MostCounted);

    // @keys queue.state.*
    // @keys queue.severity.*
    private IEnumerable<QueueChip> Chips(QueueAsk ask)
    {
        var (filter, first) = (ask.Filter(), ask.From());
        if (filter.State is { } state)
        {
            yield return new QueueChip("queue.filter.state", texts[$"queue.state.{state}"], (first with { State = null }).ToAddress());
        }

        if (filter.Severity is { } severity)
        {
            yield return new QueueChip(
                "queue.filter.severity", texts[$"queue.severity.{severity}"], (first with { Severity = null }).ToAddress());
        }

        if (filter.Language is { } language)
        {
            yield return new QueueChip(
                "queue.filter.language", languages.Find(language)?.Name ?? language, (first with { Language = null }).ToAddress());
        }

        if (filter.Platform is { } platform)
        {
            yield return new QueueChip("queue.filter.platform", Name(platform), (first with { Platform = null }).ToAddress());
        }

        if (filter.Country is { } country)
        {
            yield return new QueueChip("queue.filter.country", country, (first with { Country = null }).ToAddress());
        }

        if (filter.WaitingForUs)
        {
            yield return new QueueChip("queue.filter.waiting", "", (first with { Waiting = false }).ToAddress());
        }
    }
}
