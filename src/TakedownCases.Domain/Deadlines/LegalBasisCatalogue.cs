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
    /// law 7); the latest record where several describe the same time; null when none is in force.
    /// </summary>
    public LegalBasis? VersionAt(string id, DateTimeOffset instant)
        => All.LastOrDefault(b => b.Id == id && b.IsInForceAt(instant));

    /// <summary>One version of each basis in force at the instant, whether or not it may run clocks.</summary>
    public IReadOnlyList<LegalBasis> InForceAt(DateTimeOffset instant)
        => [.. All.Where(b => b.IsInForceAt(instant)).GroupBy(b => b.Id, StringComparer.Ordinal).Select(versions => versions.Last())];
}
