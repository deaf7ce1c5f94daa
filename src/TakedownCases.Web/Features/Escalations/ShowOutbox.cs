using TakedownCases.Data;
using TakedownCases.Data.Desk;
using TakedownCases.Data.Ledger;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Escalations;

/// <summary>One shelf of the outbox; the ids shown stand in the ledger before anything is drawn.</summary>
public sealed class ShowOutbox(
    NoticeList notices, DeskAround around, ReadLog log, StaffSession session, DeskWords words, TimeProvider clock)
{
    private const string Address = "/staff/outbox";

    public async Task<OutboxPage> HandleAsync(string? shelf, string? after, string? before, CancellationToken cancellationToken)
    {
        var viewer = session.Viewer;
        var asked = AskedWords.Read<NoticeShelf>(shelf) is { } read && NoticeList.Outbox.Contains(read) ? read : (NoticeShelf?)null;
        var (next, previous) = (DeskCursor.TryRead(after), DeskCursor.TryRead(before));
        var counts = await around.OfOutboxAsync(viewer, cancellationToken);

        // Without a word, what a person must decide about comes first.
        var shown = asked ?? new[] { NoticeShelf.Unknown, NoticeShelf.Rejected }.FirstOrDefault(one => counts[one] > 0, NoticeShelf.Waiting);
        var slice = viewer.Role == StaffRole.Admin
            ? null
            : await notices.ReadAsync(viewer, shown, next ?? previous, next is null, cancellationToken);
        if (slice is not null)
        {
            await log.ListAsync(
                viewer, $"outbox.{Codes.Of(shown)}", [.. slice.Rows.Select(row => row.CaseId).Distinct()], cancellationToken);
        }

        return new OutboxPage(
            viewer,
            shown,
            [.. NoticeList.Outbox.Select(one => new DeskTab(words.Shelf(one), At(one), one == shown, words.Count(counts[one])))],
            slice?.Rows,
            slice?.Previous is { } earlier ? $"{At(shown)}&before={earlier.ToText()}" : null,
            slice?.Next is { } later ? $"{At(shown)}&after={later.ToText()}" : null,
            clock.Now());
    }

    private static string At(NoticeShelf shelf) => $"{Address}?shelf={Codes.Of(shelf)}";
}
