namespace TakedownCases.Web.Features.Shared;

/// <summary>How many tasks the reader of this page has; null where the menu does not say.</summary>
public sealed class OpenTasks
{
    private const int MostShown = 99;

    public int? Count { get; set; }

    /// <summary>For the menu: nothing at all for none, "99+" for many.</summary>
    public (int Number, bool More)? Shown => Count is > 0 and var count ? (Math.Min(count, MostShown), count > MostShown) : null;
}
