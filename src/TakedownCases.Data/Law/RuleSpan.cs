using System.Text.Json.Nodes;

namespace TakedownCases.Data.Law;

/// <summary>Whether a later edition leaves an earlier one nothing to say.</summary>
internal static class RuleSpan
{
    /// <summary>Promises, ladders and calendars hold one at a time. A basis holds for its days, so a rule of next year leaves this year's.</summary>
    public static bool Covers(RuleEdition later, RuleEdition earlier)
        => later.Kind != RuleKind.Basis
            || From(later) is not { } begins
            || (From(earlier) is { } began && string.CompareOrdinal(begins, began) <= 0);

    private static string? From(RuleEdition basis) => (string?)JsonNode.Parse(basis.Json)!["inForceFrom"];
}
