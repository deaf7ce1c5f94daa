using System.Text.RegularExpressions;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Escalation;

/// <summary>
/// All rungs of one track in their order, which decides between two that are due at one instant. Throws ArgumentException
/// that names the rung where it cannot be right: two with one id, one without clocks, one whose needs are not named.
/// </summary>
public sealed partial record Ladder
{
    public Ladder(string id, string version, Track track, IReadOnlyList<Rung> rungs)
    {
        if (string.IsNullOrWhiteSpace(id) || string.IsNullOrWhiteSpace(version))
        {
            throw new ArgumentException($"Ladder '{id}': id and version must not be empty.", nameof(id));
        }

        if (Faults(rungs).FirstOrDefault() is { } fault)
        {
            throw new ArgumentException($"Ladder '{id}': {fault}", nameof(rungs));
        }

        (Id, Version, Track, Rungs) = (id, version, track, [.. rungs]);
    }

    public string Id { get; }

    public string Version { get; }

    public Track Track { get; }

    public IReadOnlyList<Rung> Rungs { get; }

    private static IEnumerable<string> Faults(IReadOnlyList<Rung> rungs)
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

            foreach (var fault in ScopeFaults(rung).Concat(NeedFaults(rung)))
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
    }

    private static bool HasTwice<T>(IReadOnlyList<T> values) => values.Distinct().Count() != values.Count;

    [GeneratedRegex(@"^[a-z0-9-]{1,60}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdForm();
}
