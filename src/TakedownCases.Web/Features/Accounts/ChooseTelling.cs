using System.Globalization;
using TakedownCases.Data;
using TakedownCases.Data.Identity;
using TakedownCases.Data.Telling;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Escalation.Telling;

namespace TakedownCases.Web.Features.Accounts;

/// <summary>Takes when somebody wants to be told of their tasks, when they are away, and who stands in.</summary>
public sealed class ChooseTelling(Profile profile, DutyRosters rosters, TimeProvider clock)
{
    private static readonly string[] Hours = ["HH':'mm", "H':'mm", "HH':'mm':'ss"];

    /// <summary>The fields that could not be taken, each with the key of the reason; none when all of it is saved.</summary>
    public async Task<IReadOnlyList<(string Field, string Key)>> HandleAsync(TellingForm form, CancellationToken cancellationToken)
    {
        var me = await profile.MeAsync(cancellationToken);
        var problems = new List<(string, string)>();
        var (quietFrom, quietUntil) = (Hour(form.QuietFrom, "QuietFrom", problems), Hour(form.QuietUntil, "QuietUntil", problems));
        var digest = Hour(form.DigestAt, "DigestAt", problems);
        var (awayFrom, awayUntil) = (Day(form.AwayFrom, "AwayFrom", problems), Day(form.AwayUntil, "AwayUntil", problems));
        var deputy = await DeputyAsync(form.Deputy, me, problems, cancellationToken);
        var capacity = Number(form.Capacity, problems);
        if (problems.Count == 0)
        {
            Together(quietFrom, quietUntil, digest, awayFrom, awayUntil, me.TellingPlan(), problems);
        }

        if (problems.Count == 0)
        {
            await profile.ChangeAsync("auth.telling-changed", user => Save(
                user, (quietFrom, quietUntil), digest!.Value, form.WantsMails, (awayFrom, awayUntil), (deputy, capacity)), cancellationToken);
        }

        return problems;
    }

    private static void Save(
        StaffUser user,
        (TimeOnly? From, TimeOnly? Until) quiet,
        TimeOnly digest,
        bool wantsMails,
        (DateOnly? From, DateOnly? Until) away,
        (StaffId? Deputy, int? Capacity) load)
    {
        var plan = user.TellingPlan();
        (user.QuietFrom, user.QuietUntil) = quiet;
        (user.DigestAt, user.WantsMails) = (digest, wantsMails);
        (user.Deputy, user.Capacity) = load;
        user.AwayFrom = away.From is { } from ? plan.StartOf(from) : null;
        user.AwayUntil = away.Until is { } until ? plan.StartOf(until) : null;
    }

    private void Together(
        TimeOnly? quietFrom,
        TimeOnly? quietUntil,
        TimeOnly? digest,
        DateOnly? awayFrom,
        DateOnly? awayUntil,
        TellingPlan plan,
        List<(string, string)> problems)
    {
        if (quietFrom is null != quietUntil is null)
        {
            problems.Add((quietFrom is null ? "QuietFrom" : "QuietUntil", "accounts.telling.quiet-half"));
        }
        else if (quietFrom is not null && quietFrom == quietUntil)
        {
            problems.Add(("QuietUntil", "accounts.telling.quiet-same"));
        }

        if (digest is null)
        {
            problems.Add(("DigestAt", "accounts.telling.digest-missing"));
        }

        if (awayFrom is null != awayUntil is null)
        {
            problems.Add((awayFrom is null ? "AwayFrom" : "AwayUntil", "accounts.telling.away-half"));
        }
        else if (awayUntil <= awayFrom)
        {
            problems.Add(("AwayUntil", "accounts.telling.away-order"));
        }
        else if (awayUntil is { } until && plan.StartOf(until) <= clock.Now())
        {
            problems.Add(("AwayUntil", "accounts.telling.away-over"));
        }
    }

    private async Task<StaffId?> DeputyAsync(string? typed, StaffUser me, List<(string, string)> problems, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (Guid.TryParse(typed, out var id) && id != me.Id
            && Deputy.Of(await rosters.PeopleAsync(cancellationToken), me).Any(one => one.Id == id))
        {
            return new StaffId(id);
        }

        problems.Add(("Deputy", id == me.Id ? "accounts.telling.deputy-self" : "accounts.telling.deputy-unfit"));
        return null;
    }

    private static TimeOnly? Hour(string? typed, string field, List<(string, string)> problems)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (TimeOnly.TryParseExact(typed.Trim(), Hours, CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour))
        {
            return hour;
        }

        problems.Add((field, "accounts.telling.hour"));
        return null;
    }

    private static int? Number(string? typed, List<(string, string)> problems)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 500)
        {
            return number;
        }

        problems.Add(("Capacity", "accounts.telling.capacity-number"));
        return null;
    }

    private static DateOnly? Day(string? typed, string field, List<(string, string)> problems)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (DateOnly.TryParseExact(typed.Trim(), TellingForm.Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 2000 and < 2200)
        {
            return day;
        }

        problems.Add((field, "accounts.telling.day"));
        return null;
    }
}
