namespace TakedownCases.Domain.Deadlines;

/// <summary>
/// The internal policies of an installation, one per clock, track and severity, and those that held before, by which clocks that
/// have ended were counted. Throws when one is given twice.
/// </summary>
public sealed class SlaPolicyBook
{
    private readonly Dictionary<(ClockKind Clock, string Track, string Severity), SlaPolicy> _policies = [];

    private readonly Dictionary<(string Id, string Version), SlaPolicy> _byVersion = [];

    public SlaPolicyBook(IEnumerable<SlaPolicy> policies, IEnumerable<SlaPolicy>? earlier = null)
    {
        foreach (var policy in policies)
        {
            if (!_policies.TryAdd((policy.Clock, policy.TrackCode, policy.SeverityCode), policy))
            {
                throw new ArgumentException(
                    $"Policy '{policy.Id}': {policy.Clock} on {policy.TrackCode}, {policy.SeverityCode} has a policy already.",
                    nameof(policies));
            }

            _byVersion[(policy.Id, policy.Version)] = policy;
        }

        foreach (var policy in earlier ?? [])
        {
            _byVersion.TryAdd((policy.Id, policy.Version), policy);
        }
    }

    public IReadOnlyCollection<SlaPolicy> All => _policies.Values;

    /// <summary>The policy for a clock on a track at a severity; null when there is none.</summary>
    public SlaPolicy? Find(ClockKind clock, string trackCode, string severityCode)
        => _policies.GetValueOrDefault((clock, trackCode, severityCode));

    /// <summary>One version of one policy, also of one that holds no more; null when there is none.</summary>
    public SlaPolicy? Find(string id, string version) => _byVersion.GetValueOrDefault((id, version));
}
