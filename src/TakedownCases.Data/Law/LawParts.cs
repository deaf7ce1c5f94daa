using System.Text.Json.Nodes;
using TakedownCases.Data.Seed;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Escalation;

namespace TakedownCases.Data.Law;

/// <summary>The records of all rules, before they are made into books; files and editions go through the same readers.</summary>
internal sealed record LawParts(
    IReadOnlyList<LegalBasis> Bases,
    IReadOnlyList<SlaPolicy> Policies,
    IReadOnlyList<SlaPolicy> EarlierPolicies,
    IReadOnlyList<Ladder> Ladders,
    IReadOnlyList<WorkingCalendar> Calendars)
{
    private const string Name = "edition";

    private static readonly Lazy<LawParts> FromFiles = new(() => new LawParts(
        LegalBasisFile.Load().All, [.. SlaPolicyFile.Load().All], [], [.. LadderFile.Load().All], [.. WorkingCalendarFile.Load().Values]));

    /// <summary>What this build carries.</summary>
    public static LawParts Shipped => FromFiles.Value;

    /// <summary>These with one record more, or in another's stead. Throws InvalidDataException that says what is wrong with it.</summary>
    public LawParts With(RuleKind kind, string json)
    {
        var file = FileOf(json);
        return kind switch
        {
            RuleKind.Basis => this with { Bases = [.. Bases, .. LegalBasisFile.Records(file, Name)] },
            RuleKind.Policy => WithPolicy(SlaPolicyFile.Records(file, Name).Single()),
            RuleKind.Ladder => WithLadder(LadderFile.Records(file, Name).Single()),
            RuleKind.Calendar => WithCalendar(WorkingCalendarFile.Records(file, Name).Single()),
            _ => throw new InvalidOperationException($"Nobody knows rules of kind {kind}."),
        };
    }

    /// <summary>The books. Throws InvalidDataException where the records do not go together.</summary>
    public LawInForce ToLaw()
    {
        var calendars = Calendars.ToDictionary(calendar => calendar.Id, StringComparer.Ordinal);
        RefuseUnknownCalendars(calendars);
        var bases = LegalBasisFile.Catalogue(Bases, Name);
        RefuseLostLaw();
        var policies = SlaPolicyFile.Book(Policies, EarlierPolicies, Name);
        var ladders = LadderFile.Book(Ladders, Name);
        var clocks = new CaseClockBook(policies, calendars, bases, LadderLook.For(ladders));
        return new LawInForce
        {
            Bases = bases,
            Policies = policies,
            Ladders = ladders,
            Calendars = calendars,
            Clocks = clocks,
            Climb = new CaseClimb(ladders, clocks),
        };
    }

    private static string FileOf(string json)
    {
        try
        {
            return new JsonObject { ["records"] = new JsonArray(JsonNode.Parse(json)) }.ToJsonString();
        }
        catch (System.Text.Json.JsonException e)
        {
            throw new InvalidDataException($"{Name} is not valid JSON: {e.Message}", e);
        }
    }

    // A build that brings a later version than an edition has the last word.
    private LawParts WithPolicy(SlaPolicy policy)
        => Policies.Any(other => other.Id == policy.Id && string.CompareOrdinal(other.Version, policy.Version) > 0)
            ? this with { EarlierPolicies = [.. EarlierPolicies, policy] }
            : this with
            {
                Policies = [.. Policies.Where(other => other.Id != policy.Id), policy],
                EarlierPolicies = [.. EarlierPolicies, .. Policies.Where(other => other.Id == policy.Id)],
            };

    private LawParts WithLadder(Ladder ladder)
        => Ladders.Any(other => other.Id == ladder.Id && string.CompareOrdinal(other.Version, ladder.Version) > 0)
            ? this
            : this with { Ladders = [.. Ladders.Where(other => other.Id != ladder.Id), ladder] };

    private LawParts WithCalendar(WorkingCalendar calendar)
        => this with { Calendars = [.. Calendars.Where(other => other.Id != calendar.Id), calendar] };

    private void RefuseUnknownCalendars(Dictionary<string, WorkingCalendar> calendars)
    {
        var needed = Bases.Select(basis => (basis.Id, Calendar: basis.BusinessCalendarId))
            .Concat(Policies.Select(policy => (policy.Id, Calendar: policy.CalendarId)));
        foreach (var (id, calendar) in needed)
        {
            if (calendar is not null && !calendars.ContainsKey(calendar))
            {
                throw new InvalidDataException($"{Name}, record '{id}': there is no calendar '{calendar}'.");
            }
        }
    }

    // Whether the law gives hours is asked when the policy is proposed: a law that brings hours later silences it by itself.
    private void RefuseLostLaw()
    {
        foreach (var policy in Bases.Where(basis => basis.IsPolicy))
        {
            var law = Bases.LastOrDefault(basis => basis.Id == policy.PolicyFor)
                ?? throw new InvalidDataException($"{Name}, record '{policy.Id}': policyFor names '{policy.PolicyFor}', and there is no such law.");
            if (law.IsPolicy)
            {
                throw new InvalidDataException($"{Name}, record '{policy.Id}': '{law.Id}' is a policy of ours, no law.");
            }
        }
    }
}
