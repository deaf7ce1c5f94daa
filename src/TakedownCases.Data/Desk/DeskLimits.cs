namespace TakedownCases.Data.Desk;

/// <summary>How much the desk's lists show and count.</summary>
public static class DeskLimits
{
    public const int PageSize = 50;

    /// <summary>Counts stop here: beyond it nobody plans by the number.</summary>
    public const int MostCounted = 1_000;

    /// <summary>
    /// A page from rows read in the list's order, or against it when <paramref name="backwards"/>: one more than fits were asked
    /// for, to know whether there is another page.
    /// </summary>
    internal static DeskSlice<TRow> Page<TRow>(List<TRow> rows, Func<TRow, DeskCursor> cursorOf, DeskCursor? from, bool backwards)
    {
        var more = rows.Count > PageSize;
        if (more)
        {
            rows.RemoveAt(PageSize);
        }

        if (backwards)
        {
            rows.Reverse();
        }

        var hasPrevious = backwards ? more : from is not null;
        var hasNext = backwards || more;
        return new DeskSlice<TRow>(
            rows,
            hasPrevious && rows.Count > 0 ? cursorOf(rows[0]) : null,
            hasNext && rows.Count > 0 ? cursorOf(rows[^1]) : null);
    }
}
