using TakedownCases.Web.Tests.Localization;

namespace TakedownCases.Web.Tests.Tracking;

/// <summary>Both voices say everything, so that no page fails for a child.</summary>
public sealed class TrackingTextTests
{
    [Fact]
    public void Each_text_for_adults_has_its_twin_for_minors()
    {
        var keys = Source.Entries("en").Select(entry => entry.Key).ToList();

        Assert.Equal(Tails(keys, "tracking.adult."), Tails(keys, "tracking.minor."));
    }

    private static IEnumerable<string> Tails(List<string> keys, string prefix)
        => keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Select(key => key[prefix.Length..]).Order();
}
