namespace TakedownCases.Domain.Deadlines;

/// <summary>Every version of every legal basis known to the installation. Throws when one version is given twice.</summary>
public sealed class LegalBasisCatalogue
{
    private readonly Dictionary<(string Id, string Version), LegalBasis> _byVersion;

    public LegalBasisCatalogue(IEnumerable<LegalBasis> bases)
    {
        All = [.. bases.OrderBy(b => b.Id, StringComparer.Ordinal).ThenBy(b => b.Version, StringComparer.Ordinal)];
        _byVersion = [];
        foreach (var basis in All)
        {
            if (!_byVersion.TryAdd((basis.Id, basis.Version), basis))
            {
                throw new ArgumentException($"Legal basis '{basis.Id}' has version '{basis.Version}' twice.", nameof(bases));
            }
        }
    }

    /// <summary>All versions, by id and then by version.</summary>
    public IReadOnlyList<LegalBasis> All { get; }

    public LegalBasis? Find(string id, string version) => _byVersion.GetValueOrDefault((id, version));

    /// <summary>
    /// The version of a basis in force at the instant, which for a clock is the instant it starts (design section 4,
    /// law 7); null when none is in force. From the first day of a later version the earlier ones say nothing any more, so
    /// a version that ends a rule, or takes its hours away, is not undone by the one before it.
    /// </summary>
    public LegalBasis? VersionAt(string id, DateTimeOffset instant)
        => InForce(All.Where(basis => basis.Id == id), instant);

    /// <summary>One version of each basis in force at the instant, whether or not it may run clocks.</summary>
    public IReadOnlyList<LegalBasis> InForceAt(DateTimeOffset instant)
        => [.. All.GroupBy(basis => basis.Id, StringComparer.Ordinal).Select(versions => InForce(versions, instant)).OfType<LegalBasis>()];

    /// <summary>The law that a policy of ours stands for, as it was in force at the instant; the basis itself where it is law, or its law is gone.</summary>
    public LegalBasis LawBehind(LegalBasis basis, DateTimeOffset instant)
        => basis.PolicyFor is { } law ? VersionAt(law, instant) ?? basis : basis;

    /// <summary>The cited bases, and the installation's own policies for those that give no time themselves.</summary>
    public IReadOnlyList<LegalBasis> WithPolicies(IReadOnlyList<LegalBasis> cited, DateTimeOffset instant)
    {
        var silent = cited.Where(basis => basis.Duration is null).Select(basis => basis.Id).ToHashSet(StringComparer.Ordinal);
        return silent.Count == 0
            ? cited
            : [.. cited, .. InForceAt(instant).Where(basis => basis.PolicyFor is { } law && silent.Contains(law))];
    }

    private static LegalBasis? InForce(IEnumerable<LegalBasis> versions, DateTimeOffset instant)
        => versions.LastOrDefault(basis => basis.SpeaksAt(instant)) is { } last && last.IsInForceAt(instant) ? last : null;
}
