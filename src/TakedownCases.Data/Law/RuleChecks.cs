using System.Text.Json.Nodes;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Escalation;

namespace TakedownCases.Data.Law;

/// <summary>What a record, right in itself, must not do to what holds. Throws InvalidDataException that says why.</summary>
internal static class RuleChecks
{
    private static readonly string[] NotReviewed = ["version", "notes"];

    /// <summary><paramref name="with"/> is <paramref name="before"/> and the record.</summary>
    public static void Refuse(RuleKind kind, string id, string version, LawInForce before, LawInForce with, DateTimeOffset now)
    {
        switch (kind)
        {
            case RuleKind.Basis when with.Bases.Find(id, version) is { } basis:
                RefuseDoubledLaw(basis, with, now);
                Try(basis, with, now);
                break;
            case RuleKind.Policy when with.Policies.Version(id, version) is { } policy:
                DeadlineCalculator.Compute(now, "trial", policy, Calendar(policy.CalendarId, with), [], now);
                break;
            case RuleKind.Ladder:
                RefuseRenamed(Find(before, id), Find(with, id));
                break;
            case RuleKind.Calendar when before.Calendars.TryGetValue(id, out var was):
                RefuseLessKnown(was, with.Calendars[id], now);
                break;
            default:
                break;
        }
    }

    /// <summary>Whether a record says of itself that somebody reviewed it who did not: another than the one before, or of something else.</summary>
    public static bool IsReviewedAnew(JsonObject record, JsonObject? before)
        => record["reviewer"] is not null
            && (before is null || !JsonNode.DeepEquals(Reviewed(record), Reviewed(before)));

    // A policy of our own never stands beside hours that a law gives: people would read it as that law.
    private static void RefuseDoubledLaw(LegalBasis policy, LawInForce with, DateTimeOffset now)
    {
        if (policy.PolicyFor is not { } id)
        {
            return;
        }

        var begins = policy.InForceFrom is { } day ? new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero) : now;
        if (with.Bases.VersionAt(id, begins > now ? begins : now) is { Duration: not null })
        {
            throw new InvalidDataException($"record '{policy.Id}': '{id}' gives a time itself, so no policy of ours stands for it.");
        }
    }

    // What cannot be counted once can never be: a case that starts such a clock could not be saved.
    private static void Try(LegalBasis basis, LawInForce with, DateTimeOffset now)
    {
        if (basis is { Duration: not null, Clock: not null })
        {
            DeadlineCalculator.Compute(now, "trial", basis, Calendar(basis.BusinessCalendarId, with));
        }
    }

    // Rungs are known by their ids: under another one, what was sent already would be sent again.
    private static void RefuseRenamed(Ladder? before, Ladder? after)
    {
        if (before is null || after is null)
        {
            return;
        }

        var come = after.Rungs.Where(rung => !before.Rungs.Any(known => known.Id == rung.Id)).ToList();
        foreach (var gone in before.Rungs.Where(rung => !after.Rungs.Any(known => known.Id == rung.Id)))
        {
            if (come.Find(rung => rung.Action == gone.Action && rung.Clocks.Intersect(gone.Clocks).Any()) is { } renamed)
            {
                throw new InvalidDataException(
                    $"the step '{gone.Id}' may not become '{renamed.Id}': what it sent would be sent again. Keep its id.");
            }
        }
    }

    // Open clocks were counted over these days: without them they would be due earlier, some at once.
    private static void RefuseLessKnown(WorkingCalendar was, WorkingCalendar becomes, DateTimeOffset now)
    {
        if (was.HolidaysKnownUntil is { } known && !(becomes.HolidaysKnownUntil >= known))
        {
            throw new InvalidDataException(FormattableString.Invariant($"its holidays are known until {known:yyyy-MM-dd} already: it may not say less."));
        }

        foreach (var year in was.Holidays.Keys.Select(day => day.Year).Where(year => year >= now.Year - 1).Distinct().Order())
        {
            if (!becomes.Holidays.Keys.Any(day => day.Year == year))
            {
                throw new InvalidDataException(FormattableString.Invariant($"the holidays of {year} are gone, and open deadlines may be counted over them."));
            }
        }
    }

    private static Ladder? Find(LawInForce law, string id) => law.Ladders.All.FirstOrDefault(ladder => ladder.Id == id);

    private static WorkingCalendar? Calendar(string? id, LawInForce with) => id is null ? null : with.Calendars[id];

    private static JsonObject Reviewed(JsonObject record)
    {
        var copy = record.DeepClone().AsObject();
        foreach (var member in NotReviewed)
        {
            copy.Remove(member);
        }

        return copy;
    }
}
