using Microsoft.AspNetCore.Mvc.Rendering;
using TakedownCases.Data.Queue;
using TakedownCases.Domain.Access;

namespace TakedownCases.Web.Features.Queue;

/// <summary>The queue as its view draws it.</summary>
public sealed record QueuePage
{
    public required QueueAsk Ask { get; init; }

    public required QueuePart Part { get; init; }

    public required Viewer Viewer { get; init; }

    public required IReadOnlyList<QueueLine> Lines { get; init; }

    public required IReadOnlyList<QueueTab> Tabs { get; init; }

    public required IReadOnlyList<QueueChip> Chips { get; init; }

    public required IReadOnlyList<SelectListItem> Languages { get; init; }

    public required IReadOnlyList<SelectListItem> Platforms { get; init; }

    public string? Previous { get; init; }

    public string? Next { get; init; }

    public required DateTimeOffset Now { get; init; }

    public bool MayClaim => CasePermissions.May(Viewer, CaseAction.Claim);

    public bool MayRelease(QueueRow row)
        => MayClaim && row.Assignee is { } holder && (holder == Viewer.Staff || Viewer.Role == StaffRole.Supervisor);
}

/// <summary>One row: the case, its platforms by name, who holds it by name, where its number leads.</summary>
public sealed record QueueLine(QueueRow Case, IReadOnlyList<string> Platforms, string? Holder, string Language, string Address)
{
    private const int NamedPlatforms = 2;

    public string Named => string.Join(", ", Platforms.Take(NamedPlatforms));

    public int Unnamed => Math.Max(0, Platforms.Count - NamedPlatforms);
}

/// <summary>One part of the queue with its count; <paramref name="More"/> when there are more than were counted.</summary>
public sealed record QueueTab(QueuePart Part, string Address, bool IsCurrent, int Count, bool More);

/// <summary>One filter that is on: its name's key, its value as shown, and the list without it.</summary>
public sealed record QueueChip(string Key, string Value, string Without);
