namespace TakedownCases.Web.Features.Escalations.Kept;

/// <summary>One bar: where it stands, how long its two parts are, and what is written at it. Lengths are in the drawing's own units.</summary>
public sealed record KeptBar(int At, int Kept, int Missed, string Label, string Count);

/// <summary>A picture of counts, laid out on the server: the view only writes down where everything stands.</summary>
public sealed record KeptChart(int Width, int Height, IReadOnlyList<KeptBar> Bars)
{
    /// <summary>The foot of upright bars, and the start of lying ones.</summary>
    public const int Foot = 176;
    public const int Start = 176;
    public const int Thick = 34;
    public const int LyingThick = 16;

    private const int UprightWidth = 480;
    private const int Tallest = 140;
    private const int Longest = 220;
    private const int Step = 30;
    private const int LongestLabel = 18;

    /// <summary>A bar a week, side by side.</summary>
    public static KeptChart Upright(IReadOnlyList<(string Label, KeptCount Count, string Words)> counts)
    {
        var most = Math.Max(1, counts.Select(one => one.Count.Due).DefaultIfEmpty(0).Max());
        var step = UprightWidth / Math.Max(1, counts.Count);
        return new KeptChart(UprightWidth, Foot + 24, [.. counts.Select((one, number) => new KeptBar(
            (number * step) + (step / 2), Part(one.Count.Kept, most, Tallest), Part(one.Count.Missed, most, Tallest), one.Label, one.Words))]);
    }

    /// <summary>A bar a platform, one below the other, each as long as its share.</summary>
    public static KeptChart Lying(IReadOnlyList<(string Label, KeptCount Count, string Words)> counts)
        => new(UprightWidth, (counts.Count * Step) + 8, [.. counts.Select((one, number) => new KeptBar(
            (number * Step) + 8, Part(one.Count.Kept, one.Count.Due, Longest), Part(one.Count.Missed, one.Count.Due, Longest), Short(one.Label), one.Words))]);

    // The whole name stands in the table.
    private static string Short(string label) => label.Length <= LongestLabel ? label : label[..(LongestLabel - 1)].TrimEnd() + "…";

    // What there is of is seen, be it little.
    private static int Part(int count, int most, int longest) => count == 0 ? 0 : Math.Max(2, count * longest / Math.Max(1, most));
}
