using TakedownCases.Data.Desk;
using TakedownCases.Domain.Access;

namespace TakedownCases.Web.Features.Escalations;

/// <summary>The outbox as its view draws it. An administrator has counts and no rows.</summary>
public sealed record OutboxPage(
    Viewer Viewer,
    NoticeShelf Shelf,
    IReadOnlyList<DeskTab> Tabs,
    IReadOnlyList<NoticeRow>? Rows,
    string? Previous,
    string? Next,
    DateTimeOffset Now);
