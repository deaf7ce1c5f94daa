using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Escalation.Telling;

/// <summary>
/// Finds who is told about a case: the assignee, else along the deputies, else the supervisors who are there, else the
/// administrators with counts only. Somebody is found as long as anybody may be told at all, and nobody who may not see it.
/// </summary>
public static class Deputies
{
    /// <summary>For what an assignee is told.</summary>
    public static Told Resolve(ToldCase about, DutyRoster roster, DateTimeOffset now)
    {
        var house = new House(about, roster, now);
        var passed = new List<PassedOver>();
        var seen = new HashSet<StaffId>();
        for (var next = about.Assignee; next is { } id;)
        {
            if (!seen.Add(id))
            {
                passed.Add(new PassedOver(id, PassedBecause.Loop));
                break;
            }

            var colleague = roster.Find(id);
            if (house.WhyPassed(id, colleague) is not { } reason)
            {
                return new Told(id == about.Assignee ? ToldAs.Assignee : ToldAs.Deputy, [id], passed);
            }

            passed.Add(new PassedOver(id, reason));
            next = reason is PassedBecause.Away or PassedBecause.Full or PassedBecause.Unreachable ? colleague?.Deputy : null;
        }

        return house.Supervisors(passed);
    }

    /// <summary>For what a supervisor is told.</summary>
    public static Told Supervisors(ToldCase about, DutyRoster roster, DateTimeOffset now) => new House(about, roster, now).Supervisors([]);

    /// <summary>
    /// Everybody who is away or holds too much, and who stands in for them whatever the case: null where the deputies lead to nobody who works
    /// cases, so that the supervisors do. Whether that person may see a case is asked of the case.
    /// </summary>
    public static IReadOnlyDictionary<StaffId, Colleague?> StandIns(DutyRoster roster, DateTimeOffset now)
        => roster.All.Where(colleague => colleague.IsOut(now)).ToDictionary(away => away.Id, away => StandIn(away, roster, now));

    /// <summary>
    /// Whose cases may have tasks that come to one of these people; null where that is everybody's and nobody's too: much
    /// ends with supervisors and administrators, while an advocate is told only of what deputies lead to.
    /// </summary>
    public static IReadOnlySet<StaffId>? HoldersWhoseTasksReach(IReadOnlySet<StaffId> people, DutyRoster roster)
    {
        if (people.Any(person => roster.Find(person)?.Duty != ColleagueDuty.Casework))
        {
            return null;
        }

        var holders = people.ToHashSet();
        while (roster.All.Where(one => one.Deputy is { } deputy && holders.Contains(deputy) && !holders.Contains(one.Id)).ToList() is { Count: > 0 } more)
        {
            holders.UnionWith(more.Select(one => one.Id));
        }

        return holders;
    }

    private static Colleague? StandIn(Colleague away, DutyRoster roster, DateTimeOffset now)
    {
        var seen = new HashSet<StaffId> { away.Id };
        var next = away;
        while (next.Deputy is { } id && seen.Add(id) && roster.Find(id) is { } deputy && deputy.Duty != ColleagueDuty.Administration)
        {
            if (!deputy.IsOut(now))
            {
                return deputy;
            }

            next = deputy;
        }

        return null;
    }

    private sealed record House(ToldCase About, DutyRoster Roster, DateTimeOffset Now)
    {
        public PassedBecause? WhyPassed(StaffId id, Colleague? colleague)
            => colleague is null ? PassedBecause.Unknown
                : WhyNever(colleague) ?? WhyNotNow(colleague)
                    ?? (id != About.Assignee && colleague.Duty == ColleagueDuty.Casework && !About.LetIn.Contains(id)
                        ? PassedBecause.NoAccess
                        : null);

        public Told Supervisors(List<PassedOver> passed)
        {
            var may = new List<Colleague>();
            foreach (var supervisor in Roster.With(ColleagueDuty.Supervision))
            {
                var never = WhyNever(supervisor);
                if (never is null)
                {
                    may.Add(supervisor);
                }

                if ((never ?? WhyNotNow(supervisor)) is { } because && !passed.Exists(one => one.Person == supervisor.Id))
                {
                    passed.Add(new PassedOver(supervisor.Id, because));
                }
            }

            // Counts name no track and no case: rather somebody who is not cleared is told that a number waits than nobody.
            var admins = Roster.With(ColleagueDuty.Administration).ToLookup(IsWalledOff);
            return Those(ToldAs.Supervisors, may.Where(IsThere), passed)
                ?? Those(ToldAs.Administrators, admins[false].Where(IsThere), passed)
                ?? Those(ToldAs.Administrators, admins[true].Where(IsThere), passed)
                ?? Those(ToldAs.Administrators, admins[false].Where(IsReachable), passed)
                ?? Those(ToldAs.Administrators, admins[true].Where(IsReachable), passed)
                ?? Those(ToldAs.Supervisors, may.Where(IsReachable), passed)
                ?? new Told(ToldAs.Nobody, [], passed);
        }

        private static Told? Those(ToldAs place, IEnumerable<Colleague> colleagues, List<PassedOver> passed)
            => colleagues.Select(colleague => colleague.Id).ToList() is { Count: > 0 } people ? new Told(place, people, passed) : null;

        private PassedBecause? WhyNever(Colleague colleague)
            => About.Recused.Contains(colleague.Id) ? PassedBecause.Recused
                : colleague.Duty == ColleagueDuty.Administration ? PassedBecause.Administrator
                : IsWalledOff(colleague) ? PassedBecause.NotCleared
                : null;

        private bool IsWalledOff(Colleague colleague)
            => About.Recused.Contains(colleague.Id) || (About.Track == Track.Minor && !colleague.ClearedForMinors);

        private PassedBecause? WhyNotNow(Colleague colleague)
            => !IsReachable(colleague) ? PassedBecause.Unreachable : colleague.IsAway(Now) ? PassedBecause.Away
                : colleague.IsFull ? PassedBecause.Full : null;

        private bool IsThere(Colleague colleague) => WhyNotNow(colleague) is null;

        private bool IsReachable(Colleague colleague) => !About.Unreachable.Contains(colleague.Id);
    }
}
