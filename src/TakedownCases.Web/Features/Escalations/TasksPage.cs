using TakedownCases.Data.Desk;
using TakedownCases.Data.Telling;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Features.Escalations;

/// <summary>"Next for me" as its view draws it.</summary>
public sealed record TasksPage(
    Viewer Viewer,
    IReadOnlyList<TaskRow> Rows,
    IReadOnlyList<AwayLine> Away,
    int Count,
    string? Previous,
    string? Next,
    DateTimeOffset Now)
{
    /// <summary>How what came of a form is shown.</summary>
    public static string LookOf(string note) => note is "done" or "over" ? "ok" : "warn";

    /// <summary>Made with the page, one for each form: the same form sent twice is done once.</summary>
    public Guid NextCommand() => CommandId.New(Now).Value;
}

/// <summary>A colleague who is away, or holds too much (no <paramref name="Until"/>). <paramref name="StandIn"/>: who is told in their place; null when that is the supervisors.</summary>
public sealed record AwayLine(string Name, DateTimeOffset? Until, string? StandIn, bool IsReader)
{
    /// <summary>Those for whom the reader stands in, and for a supervisor everybody for whom somebody does.</summary>
    public static IReadOnlyList<AwayLine> Of(Cover cover, Viewer viewer, DateTimeOffset now)
        => [.. cover.StandIns.Where(pair => viewer.Role == StaffRole.Supervisor || pair.Value?.Id == viewer.Staff)
            .Select(pair => (Who: cover.People[pair.Key], StandIn: pair.Value))
            .OrderBy(one => one.Who.DisplayName, StringComparer.CurrentCultureIgnoreCase)
            .Select(one => new AwayLine(
                one.Who.DisplayName,
                one.Who.AwayFrom <= now && one.Who.AwayUntil > now ? one.Who.AwayUntil : null,
                one.StandIn is { } standIn ? cover.People[standIn.Id].DisplayName : null,
                one.StandIn?.Id == viewer.Staff))];
}
