using System.Collections.Frozen;
using System.Text.RegularExpressions;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Escalation;

/// <summary>
/// All rungs of one track in their order, which decides between two that are due at one instant. Throws ArgumentException
/// that names the rung where it cannot be right: two with one id, one without clocks, one whose needs are not named.
/// </summary>
public sealed partial record Ladder
{
    private readonly FrozenDictionary<string, Rung> _byId;

    public Ladder(string id, string version, Track track, IReadOnlyList<Rung> rungs)
    {
        if (string.IsNullOrWhiteSpace(id) || string.IsNullOrWhiteSpace(version))
        {
            throw new ArgumentException($"Ladder '{id}': id and version must not be empty.", nameof(id));
        }

        if (Faults(track, rungs).FirstOrDefault() is { } fault)
        {
            throw new ArgumentException($"Ladder '{id}': {fault}", nameof(rungs));
        }

        (Id, Version, Track, Rungs) = (id, version, track, [.. rungs]);
        _byId = Rungs.ToFrozenDictionary(rung => rung.Id, StringComparer.Ordinal);
    }

    public string Id { get; }

    public string Version { get; }

    public Track Track { get; }

    public IReadOnlyList<Rung> Rungs { get; }

    /// <summary>The rung that was climbed under a key, and which time that was; null where the ladder has it no more.</summary>
    public (Rung Rung, int Time)? Find(string key)
    {
        var (id, time) = Rung.OfKey(key);
        return _byId.TryGetValue(id, out var rung) ? (rung, time) : null;
    }

    private static IEnumerable<string> Faults(Track track, IReadOnlyList<Rung> rungs)
    {
        if (rungs.Count == 0)
        {
            yield return "rungs must not be empty.";
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rung in rungs)
        {
            if (!seen.Add(rung.Id))
            {
                yield return $"rung '{rung.Id}': id is taken already.";
            }

            if (track == Track.Minor && RungActions.WidensWhoKnows(rung.Action))
            {
                yield return $"rung '{rung.Id}': {rung.Action} is not for the minor track: addresses go to the provider, a hotline and the police only.";
            }

            foreach (var fault in ScopeFaults(rung).Concat(NeedFaults(rung)).Concat(ConditionFaults(rung)))
            {
                yield return $"rung '{rung.Id}': {fault}";
            }
        }
    }

    private static IEnumerable<string> ScopeFaults(Rung rung)
    {
        if (!IdForm().IsMatch(rung.Id))
        {
            yield return "id must be 1 to 60 small letters, digits and hyphens.";
        }

        if (rung.Clocks.Count == 0)
        {
            yield return "clocks must not be empty.";
        }

        if (HasTwice(rung.Clocks))
        {
            yield return "clocks names one twice.";
        }

        if (rung.Severities is { Count: 0 })
        {
            yield return "severities must name one, or be null for all.";
        }

        if (rung.Severities is { } severities && HasTwice(severities))
        {
            yield return "severities names one twice.";
        }
    }

    private static IEnumerable<string> NeedFaults(Rung rung)
    {
        if (!RungActions.IsOutward(rung.Action) && (rung.Needs.Count > 0 || rung.Consent is not null))
        {
            yield return "needs and consent must be empty, telling people is never skipped.";
        }

        if (HasTwice(rung.Needs))
        {
            yield return "needs names one twice.";
        }

        foreach (var need in RungActions.LeastNeeds(rung.Action).Except(rung.Needs))
        {
            yield return $"needs must name {need} for {rung.Action}.";
        }

        if (RungActions.LeastConsent(rung.Action) is { } consent && rung.Consent != consent)
        {
            yield return $"consent must be {consent} for {rung.Action}.";
        }

        if (rung.Approval < RungActions.LeastApproval(rung.Action) || (rung.Approval > RungApproval.None && !RungActions.IsOutward(rung.Action)))
        {
            yield return $"approval must be {RungActions.LeastApproval(rung.Action)}{(RungActions.IsOutward(rung.Action) ? " at least" : "")} for {rung.Action}.";
        }
    }

    private static IEnumerable<string> ConditionFaults(Rung rung)
    {
        if (!RungActions.IsOutward(rung.Action) && rung.When.Count > 0)
        {
            yield return "when must be empty, people are told whatever the place is.";
        }

        if (HasTwice(rung.When))
        {
            yield return "when names one twice.";
        }

        foreach (var condition in RungActions.LeastConditions(rung.Action).Except(rung.When))
        {
            yield return $"when must name {condition} for {rung.Action}.";
        }

        if (rung is { Repeat: not null, At.Percent: not null } || (rung.Repeat is not null && !rung.At.IsAtOrAfterDue))
        {
            yield return "repeat is for what comes with the deadline or after it.";
        }

        if (rung.Tells != RungTells.Assignee && rung.Action is RungAction.WarnAssignee or RungAction.TellAssignee)
        {
            yield return $"tells must be Assignee for {rung.Action}.";
        }

        if (rung is { Action: RungAction.TellSupervisor, Tells: not RungTells.Supervisors })
        {
            yield return $"tells must be Supervisors for {rung.Action}.";
        }
    }

    private static bool HasTwice<T>(IReadOnlyList<T> values) => values.Distinct().Count() != values.Count;

    [GeneratedRegex(@"^[a-z0-9-]{1,60}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdForm();
}
