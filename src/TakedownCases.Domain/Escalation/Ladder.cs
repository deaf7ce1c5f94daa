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
        Refuse(string.IsNullOrWhiteSpace(id) || string.IsNullOrWhiteSpace(version), $"Ladder '{id}': id and version must not be empty.");
        Refuse(rungs.Count == 0, $"Ladder '{id}': rungs must not be empty.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rung in rungs)
        {
            var name = $"Ladder '{id}', rung '{rung.Id}'";
            Refuse(!IdForm().IsMatch(rung.Id), $"{name}: id must be 1 to 60 small letters, digits and hyphens.");
            Refuse(!seen.Add(rung.Id), $"{name}: id is taken already.");
            CheckScope(rung, name);
            CheckNeeds(rung, name);
        }

        (Id, Version, Track, Rungs) = (id, version, track, [.. rungs]);
    }

    public string Id { get; }

    public string Version { get; }

    public Track Track { get; }

    public IReadOnlyList<Rung> Rungs { get; }

    private static void CheckScope(Rung rung, string name)
    {
        Refuse(rung.Clocks.Count == 0, $"{name}: clocks must not be empty.");
        Refuse(rung.Clocks.Distinct().Count() != rung.Clocks.Count, $"{name}: clocks names one twice.");
        Refuse(rung.Severities is { Count: 0 }, $"{name}: severities must name one, or be left out for all.");
        Refuse(
            rung.Severities is { } severities && severities.Distinct().Count() != severities.Count,
            $"{name}: severities names one twice.");
    }

    private static void CheckNeeds(Rung rung, string name)
    {
        if (!RungActions.IsOutward(rung.Action))
        {
            Refuse(rung.Needs.Count > 0 || rung.Consent is not null, $"{name}: needs and consent must be empty, telling people is never skipped.");
            return;
        }

        Refuse(rung.Needs.Distinct().Count() != rung.Needs.Count, $"{name}: needs names one twice.");
        foreach (var need in RungActions.LeastNeeds(rung.Action).Except(rung.Needs))
        {
            Refuse(wrong: true, $"{name}: needs must name {need} for {rung.Action}.");
        }

        var consent = RungActions.LeastConsent(rung.Action);
        Refuse(consent is not null && rung.Consent != consent, $"{name}: consent must be {consent} for {rung.Action}.");
    }

    private static void Refuse(bool wrong, string message)
    {
        if (wrong)
        {
            throw new ArgumentException(message);
        }
    }

    [GeneratedRegex(@"^[a-z0-9-]{1,60}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdForm();
}
