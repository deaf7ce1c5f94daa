namespace TakedownCases.Domain.Deadlines;

/// <summary>The internal policies of an installation, one per clock, track and severity. Throws when one is given twice.</summary>
public sealed class SlaPolicyBook
{
    private readonly Dictionary<(ClockKind Clock, string Track, string Severity), SlaPolicy> _policies = [];

    public SlaPolicyBook(IEnumerable<SlaPolicy> policies)
    {
        foreach (var policy in policies)
        {
            if (!_policies.TryAdd((policy.Clock, policy.TrackCode, policy.SeverityCode), policy))
            {
                throw new ArgumentException(
                    $"Policy '{policy.Id}': {policy.Clock} on {policy.TrackCode}, {policy.SeverityCode} has a policy already.",
                    nameof(policies));
            }
        }
    }

    public IReadOnlyCollection<SlaPolicy> All => _policies.Values;

    /// <summary>The policy for a clock on a track at a severity; null when there is none.</summary>
    public SlaPolicy? Find(ClockKind clock, string trackCode, string severityCode)
        => _policies.GetValueOrDefault((clock, trackCode, severityCode));
}
