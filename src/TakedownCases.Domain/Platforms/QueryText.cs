namespace TakedownCases.Domain.Platforms;

/// <summary>One parameter of a query, percent-normalised; <paramref name="Value"/> is null when there was no "=".</summary>
internal sealed record QueryParameter(string Name, string? Value)
{
    public override string ToString() => Value is null ? Name : Name + "=" + Value;
}

/// <summary>Queries in order of name (repeated names keep theirs), without what only tracks how one came there.</summary>
internal static class QueryText
{
    private static readonly HashSet<string> Tracking = new(StringComparer.Ordinal)
    {
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "igshid", "li_fat_id",
        "mc_cid", "mc_eid", "_hsenc", "_hsmi", "mibextid", "vero_id", "oly_anon_id", "oly_enc_id", "_ga", "_gl", "__twitter_impression",
    };

    public static List<QueryParameter> Normalise(string query, string host)
        => InOrder(Without(
            query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Read).Where(parameter => parameter.ToString().Length > 0),
            host));

    public static IEnumerable<QueryParameter> Without(IEnumerable<QueryParameter> query, string host)
    {
        var idle = KnownSites.IdleParameters(host);
        return query.Where(parameter => !IsTracking(parameter.Name.ToLowerInvariant(), idle));
    }

    public static List<QueryParameter> InOrder(IEnumerable<QueryParameter> query)
        => [.. query.OrderBy(parameter => parameter.Name, StringComparer.Ordinal)];

    private static bool IsTracking(string name, IReadOnlyCollection<string> idle)
        => name.StartsWith("utm_", StringComparison.Ordinal) || name.StartsWith("__cft__", StringComparison.Ordinal)
            || name.StartsWith("__xts__", StringComparison.Ordinal) || Tracking.Contains(name) || idle.Contains(name);

    private static QueryParameter Read(string text)
    {
        // "+" and "%20" are both a space in a query; a real plus is "%2B".
        var normal = PercentCoding.Normalise(text.Replace("+", "%20", StringComparison.Ordinal));
        var equals = normal.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? new QueryParameter(normal, null) : new QueryParameter(normal[..equals], normal[(equals + 1)..]);
    }
}
