namespace TakedownCases.Domain.Deadlines;

/// <summary>
/// How long a legal basis gives: one length, or a range such as "P10D..P14D" whose ends are both counted in the same
/// unit. Text is the ISO 8601 form it was read from.
/// </summary>
public sealed record BasisDuration(ClockSpan Min, ClockSpan Max, string Text)
{
    public ClockUnit Unit => Max.Unit;

    public bool IsRange => Min != Max;

    /// <summary>Reads one ISO 8601 duration or two joined by "..". Throws FormatException.</summary>
    public static BasisDuration Parse(string text, ClockUnit unit)
    {
        var separator = text.IndexOf("..", StringComparison.Ordinal);
        if (separator < 0)
        {
            var only = ClockSpan.Parse(text, unit);
            return new BasisDuration(only, only, text);
        }

        var min = ClockSpan.Parse(text[..separator], unit);
        var max = ClockSpan.Parse(text[(separator + 2)..], unit);
        var ordered = (min.Months, min.Days, min.Time).CompareTo((max.Months, max.Days, max.Time)) < 0;
        return ordered
            ? new BasisDuration(min, max, text)
            : throw new FormatException($"The range '{text}' must go from the shorter to the longer.");
    }
}
