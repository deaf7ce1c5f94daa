using TakedownCases.Data;
using TakedownCases.Data.Desk;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Telling;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Escalations;

/// <summary>One page of the reader's open tasks; the ids shown stand in the ledger before anything is drawn.</summary>
public sealed class ShowTasks(
    TaskList tasks, DutyRosters rosters, OpenTaskCounts counts, ReadLog log, StaffSession session, TimeProvider clock)
{
    private const string Address = "/staff/tasks";

    public async Task<TasksPage> HandleAsync(string? after, string? before, CancellationToken cancellationToken)
    {
        var viewer = session.Viewer;
        var (next, previous) = (DeskCursor.TryRead(after), DeskCursor.TryRead(before));
        var slice = await tasks.ReadAsync(viewer, next ?? previous, next is null, cancellationToken);
        await log.ListAsync(viewer, "tasks", [.. slice.Rows.Select(row => row.CaseId).Distinct()], cancellationToken);
        var count = await tasks.CountAsync(viewer, cancellationToken);
        counts.Know(viewer, count);
        return new TasksPage(
            viewer,
            slice.Rows,
            AwayLine.Of(await rosters.CoverAsync(cancellationToken), viewer, clock.Now()),
            count,
            slice.Previous is { } earlier ? $"{Address}?before={earlier.ToText()}" : null,
            slice.Next is { } later ? $"{Address}?after={later.ToText()}" : null,
            clock.Now());
    }
}
