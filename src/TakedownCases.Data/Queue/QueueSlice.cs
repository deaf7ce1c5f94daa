using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Queue;

/// <summary>One page of the queue; a cursor is null where there is nothing on that side.</summary>
public sealed record QueueSlice(IReadOnlyList<QueueRow> Rows, QueueCursor? Previous, QueueCursor? Next);

/// <summary>What stands around a page: who holds the cases, and how much is in each part.</summary>
public sealed record QueueSurroundings(
    IReadOnlyDictionary<StaffId, string> Names, IReadOnlyDictionary<QueuePart, int> Counts);
