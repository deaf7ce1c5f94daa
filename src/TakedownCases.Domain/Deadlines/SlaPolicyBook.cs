namespace TakedownCases.Domain.Deadlines;

/// <summary>The internal policies of an installation, one per clock, track and severity. Throws when one is given twice.</summary>
public sealed class SlaPolicyBook
{
    private readonly Dictionary<(ClockKind Clock, string Track, string Severity), SlaPolicy> _policies = [];
    private readonly Dictionary<(string Id, string Version), SlaPolicy> _versions = [];

    /// <param name="policies">Those that hold.</param>
    /// <param name="earlier">Versions that held before, after which clocks may still be counted.</param>
    public SlaPolicyBook(IEnumerable<SlaPolicy> policies, IEnumerable<SlaPolicy>? earlier = null)
    {
        foreach (var policy in earlier ?? [])
        {
            _versions[(policy.Id, policy.Version)] = policy;
        }

        foreach (var policy in policies)
        {
            if (!_policies.TryAdd((policy.Clock, policy.TrackCode, policy.SeverityCode), policy))
            {
                throw new ArgumentException(
                    $"Policy '{policy.Id}': {policy.Clock} on {policy.TrackCode}, {policy.SeverityCode} has a policy already.",
                    nameof(policies));
            }

            _versions[(policy.Id, policy.Version)] = policy;
        }
    }

    public IReadOnlyCollection<SlaPolicy> All => _policies.Values;

    /// <summary>One version, whether it holds or held; null when it is not known.</summary>
    public SlaPolicy? Version(string id, string version) => _versions.GetValueOrDefault((id, version));

    /// <summary>The policy for a clock on a track at a severity; null when there is none.</summary>
    public SlaPolicy? Find(ClockKind clock, string trackCode, string severityCode)
        => _policies.GetValueOrDefault((clock, trackCode, severityCode));
}
