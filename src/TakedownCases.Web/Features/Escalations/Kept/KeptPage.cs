namespace TakedownCases.Web.Features.Escalations.Kept;

/// <summary>How many deadlines fell due, and how many of them were kept.</summary>
public sealed record KeptCount(int Kept, int Due)
{
    /// <summary>Fewer than these are told as they are: a percentage of three says more than anybody knows.</summary>
    public const int FewestForShare = 10;

    public static KeptCount None { get; } = new(0, 0);

    public int Missed => Due - Kept;

    public bool IsFew => Due < FewestForShare;

    /// <summary>Whole percent, rounded down: what was missed once is never "100 %".</summary>
    public int Share => Due == 0 ? 0 : 100 * Kept / Due;

    public KeptCount With(bool kept) => new(Kept + (kept ? 1 : 0), Due + 1);

    public static KeptCount operator +(KeptCount one, KeptCount other) => new(one.Kept + other.Kept, one.Due + other.Due);
}

/// <summary>One platform, or our own promises: a count for each week, and all of them together.</summary>
public sealed record KeptRow(string Platform, string Name, IReadOnlyList<KeptCount> Weeks)
{
    public KeptCount All => Weeks.Aggregate(KeptCount.None, (sum, week) => sum + week);
}

/// <summary>The page as its view draws it. <paramref name="Platform"/> is what the first picture is narrowed to.</summary>
public sealed record KeptPage(
    IReadOnlyList<DeskTab> Tabs,
    IReadOnlyList<DateOnly> Weeks,
    IReadOnlyList<KeptRow> Rows,
    KeptRow Shown,
    string? Platform,
    KeptChart ByWeek,
    KeptChart ByPlatform,
    bool LeavesOutOlder,
    DateTimeOffset Now)
{
    public const string Address = "/staff/escalations/kept";

    public static string At(string? platform) => platform is null ? Address : $"{Address}?platform={Uri.EscapeDataString(platform)}";
}
