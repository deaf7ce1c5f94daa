using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Escalation.Telling;

/// <summary>
/// Finds who is told about a case: the assignee, else along the deputies, else the supervisors who are there, else the
/// administrators with counts only. Somebody is found as long as anybody may be told at all.
/// </summary>
public static class Deputies
{
    /// <summary>For what an assignee is told.</summary>
    /// <param name="assignee">Who has claimed the case; null sends it to the supervisors.</param>
    /// <param name="track">The track of the case.</param>
    /// <param name="recused">Who is walled off from the case. Their choice of a deputy does not count for it either.</param>
    /// <param name="roster">Everybody with a working account.</param>
    /// <param name="now">The instant at which somebody is away or not.</param>
    public static Told Resolve(
        StaffId? assignee, Track track, IReadOnlySet<StaffId> recused, DutyRoster roster, DateTimeOffset now)
    {
        var house = new House(track, recused, roster, now);
        var passed = new List<PassedOver>();
        var seen = new HashSet<StaffId>();
        for (var next = assignee; next is { } id;)
        {
            if (!seen.Add(id))
            {
                passed.Add(new PassedOver(id, PassedBecause.Loop));
                break;
            }

            var colleague = roster.Find(id);
            if (house.WhyPassed(id, colleague) is not { } reason)
            {
                return new Told(id == assignee ? ToldAs.Assignee : ToldAs.Deputy, [id], passed);
            }

            passed.Add(new PassedOver(id, reason));
            next = reason is PassedBecause.Away or PassedBecause.OverCapacity ? colleague?.Deputy : null;
        }

        return house.Supervisors(passed);
    }

    /// <summary>For what a supervisor is told.</summary>
    public static Told Supervisors(Track track, IReadOnlySet<StaffId> recused, DutyRoster roster, DateTimeOffset now)
        => new House(track, recused, roster, now).Supervisors([]);

    private sealed record House(Track Track, IReadOnlySet<StaffId> Recused, DutyRoster Roster, DateTimeOffset Now)
    {
        public PassedBecause? WhyPassed(StaffId id, Colleague? colleague)
        {
            if (colleague is null)
            {
                return PassedBecause.Unknown;
            }

            if (WhyNever(colleague) is { } never)
            {
                return never;
            }

            if (colleague.Away?.Covers(Now) == true)
            {
                return PassedBecause.Away;
            }

            return colleague.OverCapacity ? PassedBecause.OverCapacity : null;
        }

        // A supervisor over capacity is still told: there is nobody to hand it to but the administrators, who may not read it.
        public Told Supervisors(List<PassedOver> passed)
        {
            var may = new List<Colleague>();
            foreach (var supervisor in Roster.With(ColleagueDuty.Supervision))
            {
                var reason = WhyNever(supervisor) ?? (supervisor.Away?.Covers(Now) == true ? PassedBecause.Away : null);
                if (reason is null or PassedBecause.Away)
                {
                    may.Add(supervisor);
                }

                if (reason is { } because && !passed.Exists(one => one.Person == supervisor.Id))
                {
                    passed.Add(new PassedOver(supervisor.Id, because));
                }
            }

            var admins = Roster.With(ColleagueDuty.Administration).ToList();
            return Those(ToldAs.Supervisors, may.Where(IsThere), passed)
                ?? Those(ToldAs.Administrators, admins.Where(IsThere), passed)
                ?? Those(ToldAs.Administrators, admins, passed)
                ?? Those(ToldAs.Supervisors, may, passed)
                ?? new Told(ToldAs.Nobody, [], passed);
        }

        private static Told? Those(ToldAs place, IEnumerable<Colleague> colleagues, List<PassedOver> passed)
            => colleagues.Select(colleague => colleague.Id).ToList() is { Count: > 0 } people ? new Told(place, people, passed) : null;

        private PassedBecause? WhyNever(Colleague colleague)
        {
            if (Recused.Contains(colleague.Id))
            {
                return PassedBecause.Recused;
            }

            if (colleague.Duty == ColleagueDuty.Administration)
            {
                return PassedBecause.Administrator;
            }

            return Track == Track.Minor && !colleague.ClearedForMinors ? PassedBecause.NotCleared : null;
        }

        private bool IsThere(Colleague colleague) => colleague.Away?.Covers(Now) != true;
    }
}
