namespace TakedownCases.Data.Desk;

/// <summary>One page of a list of the desk; a cursor is null where there is nothing on that side.</summary>
public sealed record DeskSlice<TRow>(IReadOnlyList<TRow> Rows, DeskCursor? Previous, DeskCursor? Next);
