using System.Globalization;
using TakedownCases.Data.Identity;
using TakedownCases.Domain.Access;

namespace TakedownCases.Web.Features.Accounts;

/// <summary>When somebody is told of their tasks, as a form says it: hours and days of the person's own clock.</summary>
public sealed record TellingForm
{
    public const string Hour = "HH':'mm";
    public const string Day = "yyyy'-'MM'-'dd";

    public string? QuietFrom { get; init; }

    public string? QuietUntil { get; init; }

    public string? DigestAt { get; init; }

    public bool WantsMails { get; init; }

    /// <summary>The first day away.</summary>
    public string? AwayFrom { get; init; }

    /// <summary>The first day back.</summary>
    public string? AwayUntil { get; init; }

    /// <summary>The id of who is told in their place; nothing for the supervisors.</summary>
    public string? Deputy { get; init; }

    /// <summary>How many open cases they can hold; nothing where nobody has said.</summary>
    public string? Capacity { get; init; }

    /// <summary>As it is stored; a time away that is over is no longer shown.</summary>
    public static TellingForm Of(StaffUser user, DateTimeOffset now)
    {
        var (plan, isOver) = (user.TellingPlan(), user.AwayUntil <= now);
        return new TellingForm
        {
            QuietFrom = user.QuietFrom?.ToString(Hour, CultureInfo.InvariantCulture),
            QuietUntil = user.QuietUntil?.ToString(Hour, CultureInfo.InvariantCulture),
            DigestAt = user.DigestAt.ToString(Hour, CultureInfo.InvariantCulture),
            WantsMails = user.WantsMails,
            AwayFrom = isOver || user.AwayFrom is not { } from ? null : plan.DayOf(from).ToString(Day, CultureInfo.InvariantCulture),
            AwayUntil = isOver || user.AwayUntil is not { } until ? null : plan.DayOf(until).ToString(Day, CultureInfo.InvariantCulture),
            Deputy = user.Deputy?.Value.ToString(),
            Capacity = user.Capacity?.ToString(CultureInfo.InvariantCulture),
        };
    }
}

/// <summary>A colleague who may be told in somebody's place.</summary>
public sealed record Deputy(Guid Id, string Name, StaffRole Role)
{
    /// <summary>Who works cases, is not oneself, and is cleared for the minor track where one is oneself.</summary>
    public static IReadOnlyList<Deputy> Of(IEnumerable<StaffUser> people, StaffUser me)
        => [.. people.Where(person => person.Id != me.Id && person.Role is (StaffRole.Advocate or StaffRole.Supervisor)
                && (person.ClearedForMinors || !me.ClearedForMinors))
            .OrderBy(person => person.DisplayName, StringComparer.CurrentCultureIgnoreCase)
            .Select(person => new Deputy(person.Id, person.DisplayName, person.Role))];
}
